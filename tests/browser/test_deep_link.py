"""A link into the app reaches its page, through app.py, though nobody has opened the app since the server started."""

from pages.kit.frame.banner import INVENTED
from pages.kit.frame.contents import title_of
from tests.browser.conftest import settle, turn_to, visit, wait_for_month

BANNER = INVENTED.replace("*", "")


def test_the_first_visitor_after_a_restart(serve, browser):
    page = browser.new_page()
    visit(page, f"{serve().address}/child_protection")
    assert page.locator("h1").inner_text() == title_of("child_protection")
    page.get_by_text(BANNER).wait_for()
    assert page.get_by_text("Page not found").count() == 0
    page.close()


def test_f75_a_page_that_was_open_while_the_server_started_again_shows_the_same_month(serve, browser):
    server, page = serve(), browser.new_page()
    visit(page, f"{server.address}/workforce?month=August+2026")
    wait_for_month(page, "August 2026")
    server.stop()
    page.get_by_text("Connection error").first.wait_for()
    server.start()
    page.get_by_text("Connection error").first.wait_for(state="hidden")
    settle(page)
    wait_for_month(page, "August 2026")
    assert page.locator("h1").inner_text() == title_of("workforce")
    page.close()


def test_the_month_stands_in_the_address_and_goes_along(invented, browser):
    page = browser.new_page()
    visit(page, f"{invented.address}/?month=2026-08")
    wait_for_month(page, "August 2026")
    turn_to(page, "Services", "Workforce")
    page.wait_for_selector("h1:has-text('Workforce')")
    wait_for_month(page, "August 2026")
    assert page.url.endswith("/workforce?month=August+2026")
    settle(page)
    page.get_by_role("combobox", name="Month").click()
    page.get_by_role("option", name="July 2026").click()
    page.wait_for_url("**/workforce?month=July+2026")
    page.close()
