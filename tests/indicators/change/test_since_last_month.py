"""What became of whom: opening, started, ended and closing add up in any month, each boundary on the right side."""

from collections.abc import Iterable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.access import LOCAL_USER as LOCAL
from data.access import PUBLIC
from data.errors import Mendable
from data.invention import AUTHORITY
from data.ledger.history import months_held
from data.months import month_end
from data.store.store import Store
from indicators.change.bridge import KIND, TEAM, Bridge, Course, bridges
from indicators.change.since_last_month import since_last_month
from indicators.engine.catalogue import all_indicators, indicator_called
from indicators.engine.declaration import Indicator
from indicators.figures.measured_figures import figures
from tests.examples import example_rows
from tests.store_filling import BRENT, OCTOBER, publish_rows

SEPTEMBER = month_end("2026-09")
ON_A_PLAN = indicator_called("children_on_a_plan")
STOCKS = [each for each in all_indicators().values() if each.argument.stock]
GROUPS = st.sampled_from(["North", "South", "East"])


def adds_up(bridge: Bridge) -> bool:
    came = bridge.put_in_later + bridge.started + bridge.moved_in
    return bridge.opening + came - bridge.taken_out - bridge.ended - bridge.moved_out == bridge.closing


@given(st.lists(st.tuples(st.booleans(), st.booleans(), st.booleans(), GROUPS, GROUPS), max_size=40))
def test_it_adds_up_whatever_became_of_anybody(stood):
    courses = [
        Course(f"{number}", f"{number}", then, known, now, {TEAM: was}, {TEAM: is_now})
        for number, (then, known, now, was, is_now) in enumerate(stood)
        if then or known or now
    ]
    parts = bridges(courses, TEAM)
    (whole,) = bridges(courses, "")
    assert all(adds_up(each) for each in [*parts, whole])
    for name in ("opening", "started", "ended", "put_in_later", "taken_out", "closing"):
        assert sum(getattr(each, name) for each in parts) == getattr(whole, name)
    assert sum(each.moved_in for each in parts) == sum(each.moved_out for each in parts)


@pytest.mark.parametrize("indicator", STOCKS, ids=lambda each: each.id)
def test_every_stock_leads_from_one_published_figure_to_the_next(borough, indicator: Indicator):
    months = months_held(borough, LOCAL, AUTHORITY)
    told = figures(borough, LOCAL, [indicator], AUTHORITY, months)
    for place in (7, 20, len(months) - 1):
        found = since_last_month(borough, LOCAL, indicator, AUTHORITY, months[place])
        ends = [told[place - 1].value, told[place].value]
        assert not found.reason and [found.whole.opening, found.whole.closing] == ends
        for by in (TEAM, KIND):
            parts = bridges(found.courses, by)
            assert all(adds_up(each) for each in [*parts, found.whole])
            assert [sum(each.opening for each in parts), sum(each.closing for each in parts)] == ends


def plans(store: Store, month: date, rows: Iterable[dict]) -> None:
    publish_rows(
        store, {"child_protection_plans": example_rows("child_protection_plans", rows, month_end=month)}, month
    )


def course_of(store: Store, child: str) -> Course:
    found = since_last_month(store, LOCAL, ON_A_PLAN, BRENT, OCTOBER)
    return next(each for each in found.courses if each.child_id == child)


def test_the_boundaries_of_the_month(store):
    old = {"start_date": "2026-01-05"}
    september = [{"child_id": name, **old} for name in ("stays", "ends first", "ends last", "vanishes")]
    plans(store, SEPTEMBER, september)
    october = [
        {"child_id": "stays", **old},
        {"child_id": "ends first", **old, "end_date": "2026-10-01", "team": "Elsewhere"},
        {"child_id": "ends last", **old, "end_date": "2026-10-31"},
        {"child_id": "starts first", "start_date": "2026-10-01"},
        {"child_id": "starts last", "start_date": "2026-10-31"},
        {"child_id": "late entry", "start_date": "2026-09-30"},
        {"child_id": "late and over", **old, "end_date": "2026-10-12"},
        {"child_id": "within the month", "start_date": "2026-10-02", "end_date": "2026-10-20"},
    ]
    plans(store, OCTOBER, october)
    found = since_last_month(store, LOCAL, ON_A_PLAN, BRENT, OCTOBER)
    assert found.whole == Bridge("", 4, 2, 1, 2, 3, 0, 0, 4) and adds_up(found.whole)
    assert [each.group for each in bridges(found.courses, TEAM)] == ["Team A"], "no group of which there was nobody"
    assert {each.child_id for each in found.started} == {"starts first", "starts last"}
    assert {each.child_id for each in found.ended} == {"ends first", "ends last", "late and over"}
    late, gone = course_of(store, "late entry"), course_of(store, "vanishes")
    assert late.put_in_later and not late.started and gone.taken_out and not gone.ended
    assert not [each for each in found.courses if each.child_id == "within the month"], "it stood at neither month end"


def test_who_changes_team_or_category_has_moved_and_neither_started_nor_ended(store):
    common = {"child_id": "moves", "start_date": "2026-01-05"}
    plans(store, SEPTEMBER, [{**common, "team": "North", "category": "NEG"}])
    plans(store, OCTOBER, [{**common, "team": "South", "category": "EMO"}])
    found = since_last_month(store, LOCAL, ON_A_PLAN, BRENT, OCTOBER)
    assert bridges(found.courses, TEAM) == [
        Bridge("North", 1, 0, 0, 0, 0, 0, 1, 0),
        Bridge("South", 0, 0, 0, 0, 0, 1, 0, 1),
    ]
    assert [each.group for each in bridges(found.courses, KIND)] == ["Emotional abuse", "Neglect"]


def test_a_second_plan_within_the_month_is_neither_a_start_nor_an_end(store):
    plans(store, SEPTEMBER, [{"child_id": "again", "start_date": "2026-01-05"}])
    first = {"plan_id": "one", "child_id": "again", "start_date": "2026-01-05", "end_date": "2026-10-06"}
    plans(store, OCTOBER, [first, {"plan_id": "two", "child_id": "again", "start_date": "2026-10-20"}])
    assert since_last_month(store, LOCAL, ON_A_PLAN, BRENT, OCTOBER).whole == Bridge("", 1, 0, 0, 0, 0, 0, 0, 1)


def test_without_the_month_before_it_says_so(store):
    plans(store, OCTOBER, [{"child_id": "stays", "start_date": "2026-01-05"}])
    found = since_last_month(store, LOCAL, ON_A_PLAN, BRENT, OCTOBER)
    assert "September 2026" in found.reason and not found.courses


def test_whoever_may_see_no_lists_is_refused(borough):
    with pytest.raises(Mendable, match="lists of children"):
        since_last_month(borough, PUBLIC, ON_A_PLAN, AUTHORITY, OCTOBER)


def test_rows_that_reach_back_to_the_month_end_before_and_no_further_still_tell(store):
    """A file that is whole from later than the month end before cannot tell what was put in later from what started."""
    plans(store, SEPTEMBER, [{"child_id": "stays", "start_date": "2026-01-05"}])
    rows = [{"child_id": "stays", "start_date": "2026-01-05"}, {"child_id": "late entry", "start_date": "2026-09-30"}]
    plans(store, OCTOBER, rows)
    assert since_last_month(store, LOCAL, ON_A_PLAN, BRENT, OCTOBER).whole.put_in_later == 1
    for whole_from, put_in_later, started in (("2026-09-30", 1, 0), ("2026-10-01", 0, 1)):
        with store.change() as cursor:
            cursor.execute("update store.ledger.loads set whole_from = ? where month = ?", [whole_from, OCTOBER])
        found = since_last_month(store, LOCAL, ON_A_PLAN, BRENT, OCTOBER)
        assert (found.whole.put_in_later, found.whole.started) == (put_in_later, started)
        assert adds_up(found.whole)


@pytest.mark.parametrize("order", [[0, 1], [1, 0]], ids=["one way", "the other way"])
def test_of_two_plans_begun_on_one_day_the_one_with_the_greater_identifier_says_of_what_kind(store, order):
    twice = [{"child_id": "Femi", "start_date": "2026-09-01"}] * 2
    rows = [twice[0] | {"plan_id": "P9", "category": "NEG"}, twice[1] | {"plan_id": "P10", "category": "EMO"}]
    for month in (SEPTEMBER, OCTOBER):
        plans(store, month, [rows[place] for place in order])
    course = course_of(store, "Femi")
    assert course.is_now[KIND] == course.was[KIND] == "Emotional abuse"
