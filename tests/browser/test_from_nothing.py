"""From an empty store to a figure: upload, look, publish, correct; and a colleague's open page shows it too."""

from pathlib import Path

import pandas
import pytest

from data.invention.sample import read_sample
from data.store.store import Store
from tests.browser.conftest import choose_month, expect, settle, turn_to, visit

EXTRACTS = ("children", "child_protection_plans")
MONTH = "2026-10"


@pytest.fixture(scope="module")
def october(tmp_path_factory) -> dict[str, Path]:
    """Write the invented extracts of one month as an analyst would have them."""
    folder, written = tmp_path_factory.mktemp("october"), {}
    for upload in read_sample():
        if upload.month == MONTH and upload.extract in EXTRACTS:
            written[upload.extract] = folder / f"{upload.extract}.csv"
            upload.rows.to_csv(written[upload.extract], index=False)
    return written


FALLS_OVER = "raise KeyError('Femi Okafor')"
PLANTED = {
    "validation.rows.broken_rows": f"def places_that_break(rules, table):\n    {FALLS_OVER}",
    "pages.kit.indicator.definition": f"def definitions():\n    {FALLS_OVER}",
    "data.guidance.template": f"def template(declared):\n    {FALLS_OVER}",
}
PLANTING = f"""
import sys
from importlib.machinery import PathFinder

PLANTED = {PLANTED!r}

class Planting:
    def find_spec(name, path, target=None):
        if name in PLANTED:
            spec = PathFinder.find_spec(name, path)
            run = spec.loader.exec_module
            spec.loader.exec_module = lambda module: (run(module), exec(PLANTED[name], vars(module)))
            return spec

sys.meta_path.insert(0, Planting)
"""
"""A program that every Python runs which starts where it lies: some modules fall over, with a name in their error."""


def check(page, files) -> None:
    choose_month(page, "October 2026")
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files([str(file) for file in files])
    page.get_by_test_id("stFileChip").nth(len(files) - 1).wait_for()
    page.get_by_role("button", name="Check these files").click()
    page.get_by_role("heading", name="What was found").wait_for()


def publish(page) -> None:
    page.get_by_role("button", name="Publish October 2026 for Example Borough").click()
    page.get_by_text("Published: October 2026, Example Borough.").wait_for()
    settle(page)


def figure(page):
    """Find the figure of children on a plan on the page of child protection."""
    on_a_plan = page.get_by_role("link", name="Children on a child protection plan", exact=True)
    return page.get_by_role("listitem").filter(has=on_a_plan).locator(".measure-value")


def test_upload_publish_correct(serve, browser, october, tmp_path):
    Store.create(tmp_path / "new.duckdb").close()
    server = serve(SLAC_STORE=str(tmp_path / "new.duckdb"), SLAC_AUTHORITY="X09000001")
    colleague, page = browser.new_context().new_page(), browser.new_context().new_page()
    server.come_in(colleague)
    visit(colleague, f"{server.address}/child_protection")
    colleague.get_by_text("No month has been published yet").wait_for()
    server.come_in(page)
    visit(page, f"{server.address}/upload")

    check(page, october.values())
    page.get_by_text("rows can be published").first.wait_for()
    publish(page)
    page.get_by_text("can be told for the first time").first.wait_for()

    turn_to(colleague, "Services", "Safeguarding (child protection)")
    figure(colleague).wait_for()
    before = int(figure(colleague).inner_text())

    corrected = tmp_path / "corrected.csv"
    plans = pandas.read_csv(october["child_protection_plans"], dtype="str", keep_default_na=False)
    first_open = plans["end_date"].eq("").idxmax()
    plans.drop(first_open).to_csv(corrected, index=False)
    check(page, [corrected])
    page.get_by_text("Replaces ").wait_for()
    publish(page)

    turn_to(colleague, "Services", "Safeguarding (child protection)")
    expect(figure(colleague)).to_have_text(str(before - 1))
    history = page.get_by_role("table", name="The newest loads")
    assert history.get_by_text("Superseded").count() == 1
    assert history.get_by_text("Current").count() == 2


def test_a_page_and_a_file_that_fall_over_say_a_number_and_no_value(serve, browser, october, tmp_path):
    (tmp_path / "sitecustomize.py").write_text(PLANTING)
    Store.create(tmp_path / "new.duckdb").close()
    log = tmp_path / "log.txt"
    server = serve(log, SLAC_STORE=str(tmp_path / "new.duckdb"), SLAC_AUTHORITY="X09000001", PYTHONPATH=str(tmp_path))
    page = browser.new_page()
    server.come_in(page)
    visit(page, f"{server.address}/definitions")
    page.get_by_text("busy with the page Definitions").wait_for()
    never_streamlits_own(page)
    page.get_by_role("link", name="To what waits").click()
    check(page, october.values())
    page.locator("summary").filter(has_text="busy with children.csv").click()
    page.get_by_text("busy with child_protection_plans.csv").first.wait_for()
    never_streamlits_own(page)
    page.reload()
    page.get_by_text("You have 2 files waiting for October 2026").wait_for()
    settle(page)
    ask_for_a_workbook(page)
    page.get_by_text("busy with the file assessments_template.xlsx. Quote fault ").first.wait_for()
    assert page.get_by_text("Failed to generate").count() == 0
    never_streamlits_own(page)
    page.close()
    server.stop()
    logged = log.read_text()
    assert logged.count("KeyError at ") >= 4 and "fault " in logged
    assert "Femi" not in logged and "Traceback" not in logged


def ask_for_a_workbook(page) -> None:
    """Ask for the blank workbook of an extract, on the page that says what each extract holds."""
    page.get_by_role("combobox", name="What does one hold?").press_sequentially("Assessments")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Download the blank workbook").click()


def never_streamlits_own(page) -> None:
    settle(page)
    assert page.get_by_test_id("stException").count() == 0
    assert "Femi" not in page.content()
