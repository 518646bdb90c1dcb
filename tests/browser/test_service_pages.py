"""Pages are looked at, not read: a service in three screens and 700 words, an indicator in one, no plotly at first."""

import re

from pages.kit.frame.contents import SECTIONS, SERVICES, title_of
from pages.words.classification import INTERNAL
from tests.browser.conftest import FOOT, listen, settle, visit
from tests.every_case import every

SCREEN = {"width": 1440, "height": 900}
SCREENS, WORDS, ELEMENTS, SHEETS = 3, 700, 2500, 3
HEIGHT = "document.querySelector('[data-testid=stMainBlockContainer]').getBoundingClientRect().height"


@every("service", SECTIONS[SERVICES])
def test_a_service_page_is_short_and_asks_for_no_plotly(service, invented, browser):
    page, asked = browser.new_page(viewport=SCREEN), []
    errors = listen(page)
    page.on("request", lambda request: asked.append(request.url))
    visit(page, f"{invented.address}/{service}")
    words = len(page.get_by_test_id("stMain").inner_text().split())
    screens, elements = page.evaluate(HEIGHT) / SCREEN["height"], page.locator("*").count()
    sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))
    foot = page.evaluate(FOOT)
    heading = page.locator("h1").inner_text()
    page.close()
    assert (heading, errors) == (title_of(service), [])
    assert sheets <= SHEETS, sheets
    assert title_of(service) in foot and "October 2026" in foot and INTERNAL in foot
    assert (words <= WORDS, screens <= SCREENS, elements < ELEMENTS) == (True, True, True), (words, screens, elements)
    assert not [address for address in asked if "plotly" in address.lower()]


def test_what_is_typed_finds_a_measure_and_its_name_leads_to_its_page_without_reloading(invented, browser):
    page = browser.new_page(viewport=SCREEN)
    visit(page, f"{invented.address}/child_protection")
    page.evaluate("window.isTheSamePage = true")
    page.get_by_role("searchbox", name=re.compile(r"Find among these \d+ measures")).fill("neglect")
    (name,) = [link for link in page.locator(".measure-name").all() if link.is_visible()]
    title = name.inner_text()
    name.click()
    page.wait_for_selector(f"h1:has-text('{title}')")
    settle(page)
    assert page.evaluate("window.isTheSamePage")
    assert "/indicator?" in page.url and "month=2026-10" in page.url
    page.close()


ONE_SCREEN = """() => document.querySelector("[data-testid=stButtonGroup]").getBoundingClientRect().bottom"""
ALTS = """() => [...document.images].map((picture) => picture.alt)"""


@every("indicator", ["pathway_plans_in_place", "children_on_a_plan", "section_47_enquiries_rate"])
def test_an_indicator_is_one_screen_of_pictures_and_plotly_comes_when_it_is_asked_for(indicator, invented, browser):
    page, asked = browser.new_page(viewport=SCREEN), []
    page.on("request", lambda request: asked.append(request.url))
    visit(page, f"{invented.address}/indicator?id={indicator}")
    assert page.evaluate(ONE_SCREEN) <= SCREEN["height"]
    assert not [alt for alt in page.evaluate(ALTS) if not 3 < len(alt.split()) <= 30]
    assert not [address for address in asked if "plotly" in address.lower()]
    page.get_by_role("radio", name="Point at months").or_(page.get_by_role("button", name="Point at months")).click()
    page.locator(".js-plotly-plot").wait_for()
    page.set_viewport_size({"width": 390, "height": 844})
    settle(page)
    wide, narrow = page.locator(".picture-wide"), page.locator(".picture-narrow")
    assert (wide.is_visible(), narrow.is_visible()) == (False, True)
    page.close()
