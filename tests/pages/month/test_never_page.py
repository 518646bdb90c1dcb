"""The board of what must never be: each by itself, who it is, and nothing taken for nought that is not known."""

import re
from datetime import date

import pytest

from data.store.store import Store
from tests.examples import example_rows
from tests.pages.conftest import BOROUGH, board, open_app, open_folds, said
from tests.store_filling import publish_rows

UNALLOCATED = "A child on a protection plan without an allocated social worker"


def publish_allocations(shown_store: Store, month: date, held: int) -> None:
    """Publish three plans, of whose cases so many are held by a social worker in post."""
    plans = example_rows("child_protection_plans", [{"child_id": f"child {n}"} for n in range(3)], month_end=month)
    cases = example_rows(
        "case_allocations",
        [{"child_id": f"child {n}", "worker_id": "w", "allocated_as": "CASE"} for n in range(held)],
        month_end=month,
    )
    workers = example_rows("social_workers", [{"worker_id": "w"}], month_end=month)
    given = {"child_protection_plans": plans, "case_allocations": cases, "social_workers": workers}
    publish_rows(shown_store, given, month, BOROUGH)


def test_what_is_there_stands_first_with_how_many_for_how_long_and_who(shown_store):
    for month, held in ((date(2026, 8, 31), 3), (date(2026, 9, 30), 2), (date(2026, 10, 31), 1)):
        publish_allocations(shown_store, month, held)
    app = open_app("never_events")
    assert [header.value for header in app.header][0] == "By law or statutory guidance"
    assert [header.value for header in app.subheader] == [UNALLOCATED]
    assert (app.metric[0].label, app.metric[0].value) == ("Now", "2")
    assert "In every month since September 2026." in said(app)
    assert app.table[0].value.to_dict("records") == [
        {"Oct\N{NO-BREAK SPACE}2026": "2", "Sep\N{NO-BREAK SPACE}2026": "1", "Aug\N{NO-BREAK SPACE}2026": "0"}
    ]
    assert list(app.table[0].value.columns)[0] == "Oct\N{NO-BREAK SPACE}2026", (
        "where there is no room, the oldest is lost"
    )
    open_folds(app)
    children = {shown_store.pseudonyms.of_person(BOROUGH, "child", f"child {number}") for number in (1, 2)}
    assert set(app.table[1].value["Child"]) == children
    assert "things that should never happen, by law or statutory guidance, 1 is there in October 2026; of" in said(app)


def test_what_is_not_known_is_not_taken_for_nought(shown_store):
    publish_allocations(shown_store, date(2026, 10, 31), 3)
    app = open_app("never_events")
    none, untold = (table.value for table in app.table)
    assert UNALLOCATED in list(none["What should never happen"])
    placed = untold.loc[untold["What should never happen"].str.contains("under 16")]
    assert list(placed["Why"]) == ["Not published for October 2026\\: Children, Looked-after children."]


@pytest.mark.usefixtures("invented")
def test_what_misleads_alone_is_shown_together_from_another_service_too():
    shown = board(open_app("indicator", id="returned_home_unplanned"))
    (beside,) = re.findall(r"<dt>Read beside it</dt><dd><ul>(.*?)</ul>", shown, re.DOTALL)
    assert "Rate of children who ceased to be looked after (Looked-after children)</a>" in beside
    assert re.search(r"<b>[\d.]+ per 10,000</b>", beside) and "No news" in beside
