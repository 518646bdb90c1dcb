"""A browser is reloaded, closed and opened again: what was received still waits, and nobody has to choose it twice."""

import re
from pathlib import Path

import pandas
import pytest

from data.invention.sample import read_sample
from data.store.store import Store
from tests.browser.conftest import choose_month, settle, turn_to, visit

MONTH = "2026-10"
FEMI = "Femithecanary"


@pytest.fixture
def plans(tmp_path) -> dict[str, Path]:
    """Write October's plans as they should be, and with 40 faults and a column that is not wanted."""
    upload = next(each for each in read_sample() if each.month == MONTH and each.extract == "child_protection_plans")
    right, wrong = tmp_path / "right.csv", tmp_path / "wrong.csv"
    rows = upload.rows.astype("str").replace({"None": "", "nan": "", "NaT": ""})
    rows.to_csv(right, index=False)
    rows.loc[rows.index[:40], "category"] = "NEGL"
    rows.assign(forename=FEMI).to_csv(wrong, index=False)
    return {"right": right, "wrong": wrong}


def check(page, file: Path) -> None:
    choose_month(page, "October 2026")
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(str(file))
    page.get_by_test_id("stFileChip").wait_for()
    page.get_by_role("button", name="Check these files").click()
    page.get_by_role("heading", name="What was found").wait_for()
    settle(page)


def test_f63_what_was_received_waits_and_is_on_no_disk_and_a_server_started_again_says_so(
    serve, browser, plans, tmp_path
):
    folder = tmp_path / "house"
    folder.mkdir()
    Store.create(folder / "new.duckdb").close()
    settings = {"SLAC_STORE": str(folder / "new.duckdb"), "SLAC_AUTHORITY": "X09000001", "TMPDIR": str(folder)}
    server = serve(**settings)
    page = browser.new_page()
    server.come_in(page)
    visit(page, f"{server.address}/upload")
    check(page, plans["wrong"])
    page.get_by_text("To be mended first.").wait_for()
    page.get_by_text('"NEGL" is not a').first.wait_for()
    assert page.get_by_role("button", name="Publish").count() == 0
    page.get_by_text("Nothing has been published yet.").wait_for()

    page.reload()
    settle(page)
    page.get_by_text("You have 1 file waiting for October 2026").wait_for()
    assert page.get_by_role("heading", name="What was found").count() == 0
    page.get_by_role("button", name="See what to mend").click()
    page.get_by_text("To be mended first.").wait_for()
    with page.expect_download() as handed_back:
        page.get_by_role("button", name="Download the workbook to mend").click()
    sheets = pandas.read_excel(handed_back.value.path(), sheet_name=None, dtype="str", engine="calamine")
    assert sheets["wrong"]["What to mend"].str.startswith("To mend: category").sum() == 40
    address = page.url
    page.close()

    later = browser.new_page()
    server.come_in(later)
    visit(later, f"{server.address}/upload")
    later.get_by_text("You have 1 file waiting for October 2026").wait_for()
    check(later, plans["right"])
    later.get_by_text("40 errors → 0").wait_for()
    assert later.get_by_text("waiting for October 2026").count() == 0, "what was mended waits no longer"
    later.get_by_role("button", name="Publish October 2026").click()
    later.get_by_text("Published: October 2026, Example Borough.").wait_for()
    later.reload()
    settle(later)
    later.get_by_text("Published: October 2026, Example Borough.").wait_for()
    server.stop()
    for path in folder.rglob("*"):
        assert not path.is_file() or FEMI.encode() not in path.read_bytes(), path

    started_again = serve(**settings)
    started_again.come_in(later)
    visit(later, f"{started_again.address}/upload?{address.partition('?')[2]}")
    later.get_by_text("are not held any more").wait_for()
    turn_to(later, "Data", "History")
    later.get_by_role("heading", name="Every attempt").wait_for()
    later.get_by_role("cell", name=re.compile("child_protection_plans [0-9a-f]{8}")).first.wait_for()
    later.close()
