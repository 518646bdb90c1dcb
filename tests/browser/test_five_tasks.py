"""Five things that a director comes for, each with the clicks that it may take; no key and no address counts as one."""

import pytest

from tests.browser.conftest import settle, visit

THREE_WORST = 3


class Clicks:
    """Click in a page, and count."""

    def __init__(self, page):
        self.page, self.number = page, 0

    def on(self, what):
        what.click()
        self.number += 1
        settle(self.page)


@pytest.fixture(scope="module")
def page(invented, browser):
    """Open the overview once: what one task leaves open does not help another, and the last leaves the page."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.add_init_script("window.printed = 0; window.print = () => { window.printed += 1; };")
    visit(page, invented.address)
    yield page
    context.close()


def rows(page):
    return page.locator(".measure-rows tbody tr")


def test_the_three_worst_and_by_how_much_take_no_click(page):
    for place in range(THREE_WORST):
        row = rows(page).nth(place)
        text = row.inner_text()
        assert "Concern" in text and any(sign in text for sign in ("+", "\N{MINUS SIGN}"))
        box = row.bounding_box()
        assert box["y"] + box["height"] <= 900


def test_compared_with_whom_takes_one_click(page):
    clicks = Clicks(page)
    row = rows(page).filter(has_text="Average caseload")
    clicks.on(row.locator("summary").first)
    row.get_by_text("statistical neighbours").first.wait_for()
    assert clicks.number == 1


def test_it_is_printed_by_one_click(page):
    clicks = Clicks(page)
    clicks.on(page.get_by_role("button", name="Print", exact=True))
    assert (page.evaluate("window.printed"), clicks.number) == (1, 1)


def test_it_is_shared_by_one_click_and_the_link_shows_the_same(page):
    clicks = Clicks(page)
    clicks.on(page.get_by_role("button", name="Copy link"))
    link = page.evaluate("navigator.clipboard.readText()")
    assert (link, clicks.number) == (page.url, 1)
    assert "month=2026-10" in link and "authority=X09000001" in link


def test_who_is_behind_one_takes_two_clicks(page):
    clicks = Clicks(page)
    clicks.on(page.get_by_role("link", name="Pathway plans in place"))
    page.locator("h1", has_text="Pathway plans in place").wait_for()
    clicks.on(page.get_by_role("link", name="308 counted, 45 not"))
    page.locator("h1", has_text="Who is counted").wait_for()
    page.get_by_role("table").first.wait_for()
    assert clicks.number == 2
