"""The region by command: what its authorities come to, who is beside nobody, and the file for publication."""

import json
from contextlib import closing

import pytest
from openpyxl import load_workbook

from data.store.store import Store
from tests.pages.conftest import publish_plans
from tests.store_filling import OCTOBER

BRENT, EALING, HARROW = "E09000005", "E09000009", "E09000015"
PLANS = ("--indicator", "children_on_a_plan")
NOBODY = "Of 1 of 1 lines the figure of one authority at most may be told: there is nobody to compare with."


@pytest.fixture
def pair(tmp_path):
    """Give a store of two authorities, of one of which the number may not be told."""
    place = tmp_path / "house.duckdb"
    with closing(Store.create(place)) as store:
        publish_plans(store, OCTOBER, 40, BRENT)
        publish_plans(store, OCTOBER, 4, EALING)
    return place


def test_the_figure_of_one_is_said_to_be_beside_nobody(run, pair):
    status, told, said = run("region", *PLANS, "--json", "--store", pair)
    assert (status, said.strip()) == (0, NOBODY)
    (line,) = json.loads(told)
    assert (line["authorities"], line["with_figure"], line["hidden"]) == (2, 1, 1)
    assert NOBODY in run("region", *PLANS, "--store", pair, "--out", pair.with_name("region.xlsx"))[2]
    with closing(Store.open_file(pair)) as store:
        publish_plans(store, OCTOBER, 30, HARROW)
    assert run("region", *PLANS, "--store", pair)[2] == ""


def test_the_file_says_what_its_marks_stand_for_and_of_which_columns(run, pair):
    out = pair.with_name("region.xlsx")
    assert run("region", *PLANS, "--indicator", "cp_plans_two_years_or_more", "--store", pair, "--out", out)[0] == 0
    book = load_workbook(out)
    rows = [[str(cell) for cell in row if cell is not None] for row in book["Region"].iter_rows(values_only=True)]
    (heading,) = [place for place, row in enumerate(rows) if row and row[0] == "Indicator"]
    before, below = " ".join(" ".join(row) for row in rows[:heading]), rows[heading + 1 :]
    marks = {cell for row in below for cell in row if cell.startswith("[")}
    assert marks == {"[c]", "[z]"} and all(f"{mark} stands " in before for mark in marks), "each mark is explained"
    assert "last column" not in before, "there is none here that says why"
    named = {cell.split("[")[0].split("\n")[0].strip() for cell in rows[heading] if "[note" in cell}
    assert named == {"Hidden", "Without a figure", "Median, at least", "Median, at most", "All taken together"}
    notes = " ".join(str(cell) for row in book["Notes"].iter_rows(values_only=True) for cell in row)
    assert "what is hidden may be any number" in notes
