"""Annex A's lists are written of what is held so that our own reader reads them again, and what is missing is said."""

import io
from datetime import date

import pandas
import pytest
from openpyxl import load_workbook

from data.access import LOCAL_USER as LOCAL
from data.access import Reader
from data.errors import Mendable
from data.returns.written_lists import annex_a, columns_lacking, held_lists, list_written
from pages.report.inspection import INDICATORS, MISSING, inspection_workbook, readiness
from tests.examples import example_rows
from tests.pages.conftest import BOROUGH, open_app
from tests.store_filling import publish_rows
from validation.returns.extract_as_list import extracts_as_lists

OCTOBER = date(2026, 10, 31)
CHILDREN = [{"child_id": "C1", "date_of_birth": "2010-11-01", "sex": "F", "disability": "NONE"}]
CONTACTS = [
    {"contact_id": "K1", "child_id": "C1", "contact_date": "2026-05-01"},
    {"contact_id": "K2", "child_id": "C1", "contact_date": "2026-04-30"},
]
PLANS = [
    {"plan_id": "P1", "child_id": "C1", "start_date": "2025-01-01", "end_date": None, "category": "NEG"},
    {"plan_id": "P2", "child_id": "C2", "start_date": "2025-01-01", "end_date": "2026-04-30"},
]


def publish(store) -> None:
    stated = {"children": CHILDREN, "contacts": CONTACTS, "child_protection_plans": PLANS}
    rows = {name: example_rows(name, of, month_end=OCTOBER) for name, of in stated.items()}
    publish_rows(store, rows, OCTOBER, BOROUGH)


def test_every_list_is_declared_of_columns_that_there_are_and_as_the_reading_of_it_is():
    assert held_lists().keys() == annex_a().lists.keys()
    for name, held in held_lists().items():
        assert set(held.columns) <= set(annex_a().lists[name].columns), name
        assert set(annex_a().lists[name].known_by) <= set(held.columns) | {"status_start", "status"}, name
    for extract, as_list in extracts_as_lists("annex_a").items():
        held = held_lists()[as_list.name]
        assert held.extract == extract and as_list.columns.items() <= held.columns.items(), extract


def test_a_list_holds_the_rows_of_its_months_in_the_words_of_the_return(store):
    publish(store)
    lists = {one.name: one for one in readiness(store, LOCAL, BOROUGH, OCTOBER).lists}
    contacts = lists["list_1"].table
    assert contacts["Date of Contact"].tolist() == ["01/05/2026"]
    assert contacts[["Gender", "Age of Child (Years)", "Date of Birth"]].values.tolist() == [
        ["Female", 15, "01/11/2010"]
    ]
    plans = lists["list_7"].table
    assert plans["Latest Category of Abuse"].tolist() == ["Neglect"]
    assert plans["Does the Child have a Disability"].tolist() == ["No"]
    assert set(annex_a().lists["list_7"].fed_by(list(plans.columns))) == set(annex_a().lists["list_7"].columns)
    assert lists["list_2"].table is None and "is not published for this month" in lists["list_2"].state


def test_what_is_missing_is_said_with_what_to_do_and_stands_in_the_workbook(store):
    publish(store)
    ready = readiness(store, LOCAL, BOROUGH, OCTOBER)
    missing = {where: (what, remedy) for where, what, remedy in ready.missing}
    assert missing["List 3, referrals"][1].startswith("Publish Referrals for the month")
    assert "Number of Section 47 Enquiries in the last 12 months" in columns_lacking("list_5")
    book = load_workbook(io.BytesIO(inspection_workbook(store, LOCAL, ready)))
    assert book.sheetnames == [MISSING, "List 1", "List 7", INDICATORS]
    assert book["List 1"].max_row == 3 and str(book["List 1"].cell(3, 1).value).startswith("OFFICIAL-SENSITIVE")
    assert ready.counted_down([OCTOBER]) == [(OCTOBER, 0)]


def test_of_a_childs_episodes_the_latest_stands_and_who_left_long_ago_does_not():
    rows = pandas.DataFrame(
        [
            {"child_id": "C1", "start_date": "2024-01-01", "end_date": "2026-08-01", "placement": "U1"},
            {"child_id": "C1", "start_date": "2026-08-01", "end_date": None, "placement": "U4"},
            {"child_id": "C2", "start_date": "2024-01-01", "end_date": "2026-04-30", "placement": "U1"},
        ]
    ).reindex(columns=["start_date", *held_lists()["list_8"].columns.values()])
    people = pandas.DataFrame(columns=["child_id", "date_of_birth", "sex", "ethnicity", "disability", "unaccompanied"])
    table = list_written("list_8", rows, people, OCTOBER)
    assert table[["Child Unique ID", "Placement Type"]].values.tolist() == [["C1", "U4"]]


def test_only_who_may_see_lists_of_every_team_is_told(store):
    publish(store)
    with pytest.raises(Mendable, match="may not see lists of children of every team"):
        readiness(store, Reader("a member", ("member",), (BOROUGH,), ("*",)), BOROUGH, OCTOBER)


def test_the_page_shows_the_lists_and_offers_the_workbook(shown_store):
    publish(shown_store)
    app = open_app("inspection").run()
    assert not app.exception and any("2 of 11 lists of Annex A can be written" in one.value for one in app.markdown)
    assert [one.proto.label for one in app.get("download_button")] == ["Download the lists and the indicators"]
