"""Every page has an address, is accessible, quiet and at home, and fits a telephone; the README's pictures if asked."""

import os
from contextlib import closing

import pytest

from data.invention.sample import read_sample
from data.months import months_before
from data.published.areas import authorities
from data.store.store import Store
from pages.kit.frame.audience import all_audiences
from pages.kit.frame.banner import INVENTED
from pages.kit.frame.contents import SECTIONS, SERVICES, scripts, title_of
from tests.browser.conftest import PATIENCE, ROOT, UNDRAWN, listen, settle, unfold, visit, wait_until
from tests.examples import example_rows
from tests.store_filling import OCTOBER, publish_rows

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")

NARROW = 320
"""Pixels of the narrowest screen, or of 1280 at four times their size: nothing scrolls in two directions."""
WIDTHS = "[document.documentElement, document.querySelector('[data-testid=stMain]')].map((each) => each.scrollWidth)"
HEAD = 100
"""Pixels that the head of a page may take."""
CUT = """() => [...document.querySelectorAll(".measure-row .measure-name")]
    .filter((name) => name.scrollHeight > name.clientHeight + 2).map((name) => name.innerText)"""
"""Names that do not fit into their row."""
STREAMLITS_OWN = {"empty-table-header", "presentation-role-conflict"}
"""Rules that Streamlit 1.67 itself breaks on a bare page; none of them is serious."""
PICTURES = (
    "overview",
    "child_protection",
    "leaving_care",
    "workforce",
    "caseloads",
    "benchmarking",
    "definitions",
    "alerts",
    "action_plan",
)


BY_DAY, BY_NIGHT = ("overview", "caseloads", "upload"), ("child_protection", "history")
"""Pages that between them hold everything that is drawn; the others are made of the same parts."""
SEEN = [(name, "light") for name in BY_DAY] + [(name, "dark") for name in BY_NIGHT]
ALL = [(name, scheme) for name in scripts() for scheme in ("light", "dark")]
LOOKED_AT = [*SEEN, *(pytest.param(*each, marks=pytest.mark.soak) for each in ALL if each not in SEEN)]


@pytest.mark.parametrize(("page_name", "scheme"), LOOKED_AT)
def test_a_page_is_accessible_quiet_at_home_and_fits_a_telephone(page_name, scheme, invented, browser):
    context = browser.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 1600})
    page, asked = context.new_page(), []
    errors = listen(page)
    page.on("request", lambda request: asked.append(request.url))
    visit(page, f"{invented.address}/{'' if page_name == 'overview' else page_name}")
    assert page.locator("h1").inner_text() == title_of(page_name)
    page.get_by_text(INVENTED).wait_for()
    assert not errors
    away = [url for url in asked if not url.startswith((invented.address, "data:", "blob:"))]
    assert not [url for url in away if not url.startswith(invented.address.replace("http", "ws"))]
    must_be_accessible(page)
    context.close()


def must_be_accessible(page) -> None:
    """Look a page over with all that it folds away, and narrow as on a telephone."""
    unfold(page)
    broken = axe.Axe().run(page).response["violations"]
    grave = [each for each in broken if each["impact"] in ("serious", "critical") and each["id"] not in STREAMLITS_OWN]
    assert not grave, [(each["id"], [node["html"][:200] for node in each["nodes"][:3]]) for each in grave]
    page.set_viewport_size({"width": NARROW, "height": 640})
    settle(page)
    assert max(page.evaluate(WIDTHS)) <= NARROW


FUNNEL_OF = "cp_plans_two_years_or_more"


def test_the_region_of_many_is_as_fit_by_night(serve, browser, tmp_path):
    """The invented borough is alone: here are panels that are hidden and late, a funnel, and who has published."""
    codes = [code for code, row in authorities().items() if row["region"] == "Outer London"]
    codes += [code for code, row in authorities().items() if row["region"] == "Inner London"]
    many, late, hidden = codes[:23], codes[0], codes[1]
    with closing(Store.create(tmp_path / "region.duckdb")) as store:
        for code in many:
            publish_long_plans(store, months_before(OCTOBER, 1), code, 8)
        for place, code in enumerate(each for each in many if each != late):
            publish_long_plans(store, OCTOBER, code, 2 if code == hidden else 8 + place % 5)
    server = serve(SLAC_STORE=str(tmp_path / "region.duckdb"), SLAC_AUTHORITY=many[2])
    context = browser.new_context(color_scheme="dark", viewport={"width": 1280, "height": 1600})
    page = context.new_page()
    errors = listen(page)
    server.come_in(page)
    visit(page, f"{server.address}/region?of={FUNNEL_OF}")
    assert page.locator(".area-panel").count() == len(many)
    assert page.get_by_text("Hidden", exact=False).count() and page.get_by_text("Published to Sep 2026").count()
    assert page.get_by_role("heading", name="More than chance?").is_visible()
    must_be_accessible(page)
    assert not errors
    context.close()


def publish_long_plans(store, month, authority, long) -> None:
    """Publish forty plans of an authority, some of them of more than two years."""
    stated = [{"start_date": "2024-01-01" if place < long else "2026-05-01"} for place in range(40)]
    rows = example_rows("child_protection_plans", stated, month_end=month)
    publish_rows(store, {"child_protection_plans": rows}, month, authority)


DRAWN = f"document.querySelector('[data-test-script-state=notRunning]') && !document.querySelector('{UNDRAWN}')"


OPENED_ELSEWHERE = {*SECTIONS[SERVICES], *BY_DAY, *BY_NIGHT}
"""Pages whose errors are looked for where they are looked at: above, and in test_service_pages.py."""


def test_no_page_breaks_the_policy_or_says_an_error(invented, browser):
    page = browser.new_page(viewport={"width": 1280, "height": 1600})
    page.set_default_timeout(PATIENCE)
    errors = listen(page)
    for name in (each for each in scripts() if each not in OPENED_ELSEWHERE):
        page.goto(f"{invented.address}/{name}")
        page.get_by_role("heading", name=title_of(name), level=1).wait_for()
        wait_until(page, DRAWN)
    page.close()
    assert not errors


AUDIENCES = [
    "director",
    *(pytest.param(role, marks=pytest.mark.soak) for role in all_audiences() if role != "director"),
]


@pytest.mark.parametrize("role", AUDIENCES)
def test_the_overview_is_one_screen_with_the_exceptions_first(role, invented, browser):
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    visit(page, f"{invented.address}/?role={role}")
    rows = page.locator(".measure-row")
    assert rows.count() == len(all_audiences()[role].measures)
    if role == "director":
        assert "Concern" in rows.first.inner_text()
    top = page.locator(".measure-finding").bounding_box()["y"]
    assert _bottom(rows) - top <= 900 - HEAD, "all rows below a head of 100 pixels"
    assert page.locator("[data-testid=stMain] *").count() < 500
    page.set_viewport_size({"width": 1280, "height": 720})
    wait_until(page, "document.querySelector('.measure-row').offsetHeight <= 41")
    top = page.locator(".measure-finding").bounding_box()["y"]
    assert _bottom(rows) - top <= 720 - HEAD
    assert {round(row.bounding_box()["height"]) for row in rows.all()} == {40}
    cut = page.evaluate(CUT)
    assert not cut, cut
    page.close()


def test_on_a_telephone_the_concerns_are_cards_and_the_rest_are_lines(invented, browser):
    page = browser.new_page(viewport={"width": 390, "height": 844})
    visit(page, invented.address)
    rows = page.locator(".measure-row").all()
    shown = [(row.locator(".measure-state").inner_text(), row.locator("td > img").first.is_visible()) for row in rows]
    assert {(word.split()[-1] == "Concern", drawn) for word, drawn in shown} == {(True, True), (False, False)}
    assert max(row.bounding_box()["height"] for row in rows if not row.locator("td > img").first.is_visible()) < 100
    page.close()


def test_a_row_unfolds_in_words_and_covers_nothing(invented, browser):
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    visit(page, invented.address)
    row = page.locator(".measure-row").first
    figure, words = row.locator(".measure-row-aim"), row.locator("details p")
    assert not words.is_visible()
    row.locator("summary").click()
    assert "limit" in words.inner_text() and "Higher is better." in words.inner_text()
    below = figure.locator("b").bounding_box()
    assert words.bounding_box()["y"] >= below["y"] + below["height"], "the words stand below all that the row shows"
    page.close()


def _bottom(rows) -> float:
    """Return where the last row ends."""
    last = rows.last.bounding_box()
    return last["y"] + last["height"]


@pytest.mark.skipif(os.environ.get("SLAC_SCREENSHOTS") != "1", reason="pictures are written when SLAC_SCREENSHOTS=1")
@pytest.mark.parametrize("page_name", PICTURES)
def test_its_picture_is_taken(page_name, invented, browser):
    sizes = {"overview": (1440, 900), "definitions": (1280, 1100)}
    width, height = sizes.get(page_name, (1280, 1500))
    context = browser.new_context(color_scheme="light", viewport={"width": width, "height": height})
    page = context.new_page()
    visit(page, f"{invented.address}/{'' if page_name == 'overview' else page_name}")
    if page_name == "definitions":
        page.get_by_text("Second or later child protection plans").first.click()
        settle(page)
    page.wait_for_timeout(800)
    (ROOT / "docs" / "screenshots").mkdir(parents=True, exist_ok=True)
    page.screenshot(path=str(ROOT / "docs" / "screenshots" / f"{page_name}.png"))
    context.close()


def faulty(rows):
    """Put three faults into plans."""
    rows.loc[3, "category"], rows.loc[5, "start_date"], rows.loc[9, "previous_plans"] = "NEGL", "", "7"
    return rows


def two_left_out(rows):
    """Leave the first two open plans out."""
    return rows.drop(rows.index[rows["end_date"].eq("")][:2])


@pytest.mark.skipif(os.environ.get("SLAC_SCREENSHOTS") != "1", reason="pictures are written when SLAC_SCREENSHOTS=1")
@pytest.mark.parametrize(
    ("name", "height", "altered"), [("upload_findings", 1720, faulty), ("upload_change", 1400, two_left_out)]
)
def test_the_picture_of_a_check_is_taken(name, height, altered, serve, browser, tmp_path):
    plans = next(each for each in read_sample() if each.extract == "child_protection_plans" and each.month == "2026-10")
    rows = altered(plans.rows.astype("str").replace({"None": "", "nan": "", "NaT": ""}))
    rows.to_csv(tmp_path / "child_protection_plans_2026-10.csv", index=False)
    page = browser.new_page(viewport={"width": 1280, "height": height})
    visit(page, f"{serve().address}/upload")
    given = page.get_by_test_id("stFileUploaderDropzoneInput")
    given.set_input_files(str(tmp_path / "child_protection_plans_2026-10.csv"))
    page.get_by_test_id("stFileChip").wait_for()
    page.get_by_role("button", name="Check these files").click()
    page.get_by_role("heading", name="What was found").wait_for()
    settle(page)
    page.screenshot(path=str(ROOT / "docs" / "screenshots" / f"{name}.png"))
    page.close()
