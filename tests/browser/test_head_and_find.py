"""The head of a page is short, one box finds measures, pages and words, and the heading has the focus after a move."""

import re

import pytest

from pages.kit.frame.contents import scripts
from tests.browser.conftest import FOOT, settle, visit, wait_for_month

MOST_OF_HEAD = {1440: 100, 1280: 100, 390: 150}
"""Pixels that the bar and the head may take at a width of the window."""
BOX = ".find input"


@pytest.mark.parametrize("name", ["overview", "child_protection"])
def test_the_head_of_a_page_is_short(invented, browser, name):
    page = browser.new_page(viewport={"width": max(MOST_OF_HEAD), "height": 900})
    visit(page, f"{invented.address}/{'' if name == 'overview' else name}")
    for width, most in MOST_OF_HEAD.items():
        page.set_viewport_size({"width": width, "height": 900})
        settle(page)
        lower = page.evaluate("document.querySelector('.st-key-head').getBoundingClientRect().bottom")
        assert 60 < lower <= most, width
    page.close()


def test_a_measure_a_page_and_a_word_are_found_by_the_keyboard_alone(invented, browser):
    page = browser.new_page()
    visit(page, f"{invented.address}/workforce?month=2026-09")
    field, options = page.locator(BOX), page.get_by_role("listbox", name="Found").get_by_role("option")
    for text, steps, leads_to in (
        ("pathway plans", 2, "/indicator?id=pathway_plans_reviewed_in_six_months&month=2026-09&authority=X09000001"),
        ("due soon", 0, "/due_soon?month=2026-09&authority=X09000001"),
        ("backfill", 0, "/definitions?word=Backfill&month=2026-09&authority=X09000001"),
    ):
        page.keyboard.press("/")
        page.keyboard.type(text)
        options.first.wait_for()
        assert field.get_attribute("aria-expanded") == "true"
        for _ in range(steps):
            page.keyboard.press("ArrowDown")
        if steps:
            selected = page.locator(f"#{field.get_attribute('aria-activedescendant')}")
            assert selected.get_attribute("aria-selected") == "true"
        page.keyboard.press("Enter")
        page.wait_for_url(f"**{leads_to}")
        settle(page)
        wait_for_month(page, "September 2026")
        assert page.evaluate("document.activeElement.tagName") == "H1", "the heading of the page has the focus"
    page.get_by_text("earlier months published of one long file").wait_for()
    page.close()


def test_what_is_called_nothing_is_said_to_be_so_and_escape_leaves(invented, browser):
    page = browser.new_page()
    visit(page, invented.address)
    page.keyboard.press("/")
    page.keyboard.type("<b>zebra")
    page.get_by_text("Nothing is called “<b>zebra”; try").wait_for()
    assert page.locator(BOX).get_attribute("aria-expanded") == "false"
    page.keyboard.press("Escape")
    assert page.locator(BOX).input_value() == ""
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.tagName") == "BODY"
    page.close()


def test_the_focus_is_seen(invented, browser):
    page = browser.new_page()
    visit(page, f"{invented.address}/{'definitions' if 'definitions' in scripts() else ''}")
    seen = 0
    for _ in range(14):
        page.keyboard.press("Tab")
        look = "e => [getComputedStyle(e).outlineStyle, parseFloat(getComputedStyle(e).outlineWidth)]"
        ring = page.evaluate(f"({look})(document.activeElement)")
        seen += ring[0] == "solid" and ring[1] >= 2
    assert seen >= 12
    page.close()


def test_our_script_runs_where_only_scripts_of_this_server_may(invented, browser):
    page, refused = browser.new_page(), []
    page.on("console", lambda line: refused.append(line.text) if "Content Security Policy" in line.text else None)

    def guarded(route):
        answer = route.fetch()
        policy = "script-src 'self'; object-src 'none'; base-uri 'self'"
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": policy})

    page.route(lambda url: url.rstrip("/") == invented.address, guarded)
    page.goto(invented.address)
    page.locator(BOX).wait_for()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "combobox"
    assert refused, "a script that Streamlit writes into the page is not run, so that the policy is in force"
    assert not [line for line in refused if "house/" in line]
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_overview_prints_light_on_at_most_two_sheets_with_its_foot(invented, browser, scheme):
    page = browser.new_page(color_scheme=scheme)
    visit(page, invented.address)
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) <= 2
    page.emulate_media(media="print")
    assert "Overview – October 2026 – Example Borough" in page.evaluate(FOOT)
    assert not page.locator("[role=search]").is_visible()
    look = "getComputedStyle(document.querySelector('[data-testid=stApp] h1')).color"
    assert page.evaluate(look) == "rgb(29, 27, 24)", "dark ink, whatever the screen shows"
    page.close()


def test_a_page_of_the_menu_that_is_opened_in_another_tab_shows_the_same_month(invented, browser):
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    visit(page, f"{invented.address}/?month=2026-08")
    page.locator("header").get_by_text("Services", exact=True).click()
    link = page.get_by_role("menuitem", name="Early help", exact=True)
    link.dispatch_event("contextmenu")
    address = link.get_attribute("href") or ""
    assert "/early_help?" in address and "month=2026-08" in address and "authority=X09000001" in address
    page.close()
