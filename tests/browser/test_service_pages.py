"""A service page is looked at, not read: at most three screens and 700 words, few elements, and no plotly."""

from pages.kit.frame.contents import SECTIONS, SERVICES
from tests.browser.conftest import settle, visit
from tests.every_case import every

SCREEN = {"width": 1440, "height": 900}
SCREENS, WORDS, ELEMENTS = 3, 700, 2500
HEIGHT = "document.querySelector('[data-testid=stMainBlockContainer]').getBoundingClientRect().height"


@every("service", SECTIONS[SERVICES])
def test_a_service_page_is_short_and_asks_for_no_plotly(service, invented, browser):
    page, asked = browser.new_page(viewport=SCREEN), []
    page.on("request", lambda request: asked.append(request.url))
    visit(page, f"{invented.address}/{service}")
    words = len(page.get_by_test_id("stMain").inner_text().split())
    screens, elements = page.evaluate(HEIGHT) / SCREEN["height"], page.locator("*").count()
    page.close()
    assert (words <= WORDS, screens <= SCREENS, elements < ELEMENTS) == (True, True, True), (words, screens, elements)
    assert not [address for address in asked if "plotly" in address.lower()]


def test_what_is_typed_finds_a_measure_and_its_name_leads_to_its_page_without_reloading(invented, browser):
    page = browser.new_page(viewport=SCREEN)
    visit(page, f"{invented.address}/child_protection")
    page.evaluate("window.isTheSamePage = true")
    page.get_by_role("searchbox", name="Find among these 31 measures").fill("neglect")
    (name,) = [link for link in page.locator(".measure-name").all() if link.is_visible()]
    title = name.inner_text()
    name.click()
    page.wait_for_selector(f"h1:has-text('{title}')")
    settle(page)
    assert page.evaluate("window.isTheSamePage")
    assert "/indicator?" in page.url and "month=2026-10" in page.url
    page.close()
