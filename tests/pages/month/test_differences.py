"""The page of differences: groups beside the rest, the furthest apart first, and how many chance alone would make."""

import re

import pytest

from pages.kit.month.differences import FIRST
from tests.pages.conftest import open_app, open_folds, said


@pytest.mark.usefixtures("invented")
def test_the_furthest_apart_stand_first_and_chance_is_named():
    page = open_app("differences")
    assert " comparisons lie apart from the rest; about " in said(page)
    (table,) = [each.value for each in page.table]
    apart = int(re.search(r"(\d+) of \d+ comparisons", said(page))[1])
    assert len(table) == FIRST < apart == sum(len(each.value) for each in open_folds(page).table)
    lows = [float(cell.split("(")[1].split(" ")[0]) for cell in table["Times the rest"]]
    highs = [float(cell.split(" to ")[1].rstrip(")")) for cell in table["Times the rest"] if " to " in cell]
    assert all(low >= 1 or high <= 1 for low, high in zip(lows, highs, strict=True))
    page.selectbox(key="beside").set_value("service").run()
    assert {"Localities", "Care Planning"} & set(page.table[0].value["Group"])


@pytest.mark.usefixtures("invented")
def test_the_page_of_an_indicator_sets_groups_beside_the_rest():
    page = open_app("indicator", id="returned_home_unplanned")
    assert "Black: 8.82 (2.00 to 36.32) times the rest." in said(page).replace("**", "")
    page.session_state["returned_home_unplanned_2026-10_ethnicity_take"] = True
    tables = [each.value for each in page.run().table if "Beside the rest" in each.value.columns]
    assert any("which may be chance" in cell for each in tables for cell in each["Beside the rest"])
