"""So many more posts, or fewer cases: the least that does; closing a case closes it for whoever holds it."""

import pytest

from data.access import LOCAL_USER as LOCAL
from data.access import PUBLIC
from data.invention import AUTHORITY
from indicators.studies.caseloads import EVEN, caseloads, spread
from indicators.studies.step_down import closing, held_cases, may_be_told
from indicators.studies.what_it_takes import Caseload, Takes
from tests.examples import example_rows
from tests.store_filling import BRENT, OCTOBER, publish_rows


@pytest.mark.parametrize(
    ("average", "takes"),
    [(14.6, Takes(11.6, 169)), (13.8, Takes(20.5, 283)), (15.2, Takes(5.5, 83)), (16.0, Takes(0.0, 0))],
)
def test_what_it_takes_to_bring_brent_s_caseload_of_2025_down(average, takes):
    brent = Caseload(2259, 143.2)
    assert brent.to_reach(average) == takes
    if takes.cases:
        assert brent.with_changes(takes.posts, 0).average <= average < brent.with_changes(takes.posts - 0.1, 0).average
        assert brent.with_changes(0, takes.cases).average <= average < brent.with_changes(0, takes.cases - 1).average


def test_what_is_reached_to_the_point_takes_nothing():
    assert Caseload(146, 10).to_reach(14.6) == Takes(0, 0)
    assert Caseload(10, 0).average is None and Caseload(10, 1).with_changes(0, 20).cases == 0


def published(store, plans, allocations, workers=("W1", "W2")):
    given = {
        "social_workers": [{"worker_id": each, "fte": 0.5} for each in workers],
        "case_allocations": [{"start_date": "2026-01-01", **each} for each in allocations],
        "child_protection_plans": plans,
    }
    rows = {name: example_rows(name, stated, month_end=OCTOBER) for name, stated in given.items()}
    publish_rows(store, rows, measure=lambda cursor, authority, months: None)
    return held_cases(store, LOCAL, BRENT, OCTOBER)


def test_a_child_in_need_whose_plan_ended_is_stepped_down(store):
    plans = [
        {"child_id": "Abel", "start_date": "2025-06-01", "end_date": "2026-07-31"},
        {"child_id": "Bea", "start_date": "2025-06-01", "end_date": "2026-08-01"},
        {"child_id": "Cora", "start_date": "2025-06-01", "end_date": "2026-03-01"},
        {"child_id": "Dean", "start_date": "2025-06-01", "end_date": "2026-02-01"},
        {"child_id": "Dean", "start_date": "2026-05-01"},
    ]
    cases = [
        {"worker_id": "W1", "child_id": "Abel", "case_type": "CIN"},
        {"worker_id": "W2", "child_id": "Bea", "case_type": "CIN"},
        {"worker_id": "W2", "child_id": "Cora", "case_type": "CLA"},
        {"worker_id": "W2", "child_id": "Dean", "case_type": "CIN"},
        {"worker_id": "W2", "child_id": "Ezra", "case_type": "CIN"},
    ]
    held = published(store, plans, cases)
    assert closing(held, OCTOBER, 4).cases == 0
    three = closing(held, OCTOBER, 3)
    assert (three.cases, three.left) == (1, Caseload(4, 0.5)), "Abel's worker is left without a case"
    assert closing(held, OCTOBER, 0).cases == 2, "neither who went into care nor who is on a plan again"
    assert "child_id" not in held.columns and "worker_id" not in held.columns


def test_they_are_the_cases_of_the_average(borough):
    held = held_cases(borough, LOCAL, AUTHORITY, OCTOBER)
    everyone = spread("All", caseloads(borough, LOCAL, AUTHORITY, [OCTOBER]), EVEN)
    nothing = closing(held, OCTOBER, 99)
    assert nothing.cases == 0
    assert (nothing.left.cases, nothing.left.posts) == (everyone.cases, pytest.approx(everyone.posts))
    assert 0 < closing(held, OCTOBER, 6).cases < closing(held, OCTOBER, 0).cases < 0.2 * everyone.cases


def test_without_plans_nothing_is_known_of_steps_down(store):
    rows = {"social_workers": example_rows("social_workers", [{"worker_id": "W1", "fte": 1.0}], month_end=OCTOBER)}
    rows["case_allocations"] = example_rows("case_allocations", [{"worker_id": "W1"}], month_end=OCTOBER)
    publish_rows(store, rows, measure=lambda cursor, authority, months: None)
    assert held_cases(store, LOCAL, BRENT, OCTOBER).empty


def test_few_children_are_told_only_to_whoever_may_see_each():
    assert may_be_told(LOCAL, 3) and not may_be_told(PUBLIC, 3)
    assert may_be_told(PUBLIC, 0) and may_be_told(PUBLIC, 6)
