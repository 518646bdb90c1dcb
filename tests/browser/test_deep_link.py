"""A link into the app reaches its page, through app.py, though nobody has opened the app since the server started."""

from pages.kit.frame.banner import INVENTED
from pages.kit.frame.contents import title_of
from tests.browser.conftest import settle, turn_to, visit, wait_for_month

CHOSEN = "authority=X09000001"


def test_f75_the_first_visitor_reaches_the_page_and_shows_it_when_the_server_has_started_again(serve, browser):
    server, page = serve(), browser.new_page()
    visit(page, f"{server.address}/workforce?month=August+2026")
    assert page.locator("h1").inner_text() == title_of("workforce")
    page.get_by_text(INVENTED).wait_for()
    assert page.get_by_text("Page not found").count() == 0
    wait_for_month(page, "August 2026")
    server.stop()
    page.get_by_text("Connection error").first.wait_for()
    server.start()
    page.get_by_text("Connection error").first.wait_for(state="hidden")
    settle(page)
    wait_for_month(page, "August 2026")
    assert page.locator("h1").inner_text() == title_of("workforce")
    page.close()


def test_the_month_stands_in_the_address_and_goes_along_and_back(invented, browser):
    page = browser.new_page()
    visit(page, f"{invented.address}/?month=August+2026")
    wait_for_month(page, "August 2026")
    page.wait_for_url("**/?*month=2026-08*")
    turn_to(page, "Services", "Workforce")
    page.wait_for_selector("h1:has-text('Workforce')")
    page.wait_for_url(f"**/workforce?{CHOSEN}&month=2026-08")
    settle(page)
    assert page.title() == "Workforce – August 2026 – Example Borough"
    page.get_by_role("combobox", name="Month").click()
    page.get_by_role("option", name="July 2026").click()
    page.wait_for_url(f"**/workforce?{CHOSEN}&month=2026-07")
    settle(page)
    page.go_back()
    wait_for_month(page, "August 2026")
    page.go_back()
    page.wait_for_selector("h1:has-text('Overview')")
    wait_for_month(page, "August 2026")
    page.close()


def test_a_page_that_is_not_there_is_said_to_be_so_in_our_words(invented, browser):
    page = browser.new_page()
    visit(page, f"{invented.address}/nowhere/at_all?month=2026-09")
    page.get_by_text("The link asks for “nowhere/at_all” (page), which is not there.").wait_for()
    wait_for_month(page, "September 2026")
    assert page.get_by_text("Page not found").count() == 0
    page.close()


def test_a_link_inside_opens_its_page_without_loading_anew(invented, browser):
    page = browser.new_page()
    visit(page, f"{invented.address}/?month=2026-09")
    page.evaluate(
        "window.stillHere = true; document.querySelector('h1').insertAdjacentHTML('afterend', "
        "'<a data-inside href=\"/workforce?month=2026-08\">Leads inside</a>')"
    )
    page.get_by_text("Leads inside").click()
    page.wait_for_selector("h1:has-text('Workforce')")
    wait_for_month(page, "August 2026")
    assert page.evaluate("window.stillHere")
    page.close()
