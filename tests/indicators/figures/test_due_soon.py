"""What falls due, and what figures will read: the same as if the very rows were published again for the later month."""

from dataclasses import replace

import pytest

from data.access import EVERY, Reader
from data.access import LOCAL_USER as LOCAL
from data.errors import Mendable
from data.invention import AUTHORITY
from data.ledger.history import published_rows
from data.months import month_end
from data.store.store import Store
from indicators.engine import binding
from indicators.engine.catalogue import all_indicators, indicator_called
from indicators.figures.breakdown import breakdown
from indicators.figures.due_soon import (
    falling_due,
    if_nothing_is_done,
    while_doing_nothing_is_a_case,
    with_a_day,
)
from indicators.figures.measured_figures import figures
from tests.every_case import by_id, every
from tests.examples import example_rows
from tests.store_filling import BRENT, OCTOBER, publish_rows

WITH_A_DAY = with_a_day(list(all_indicators().values()))
LATER = [month_end(month) for month in ("2026-11", "2026-12", "2027-01")]
IN_PLACE, REVIEWED = (
    indicator_called(name) for name in ("pathway_plans_in_place", "pathway_plans_reviewed_in_six_months")
)
MEMBER = Reader("a member", ("member",), (EVERY,), (EVERY,))


def test_what_became_of_somebody_is_nobodys_duty_and_falls_due_for_nobody():
    timed = {indicator.id for indicator in all_indicators().values() if "due_on" in indicator.columns}
    assert timed - {indicator.id for indicator in WITH_A_DAY} == {
        "cp_step_down_held",
        "cp_step_down_held_for_a_year",
        "pre_proceedings_step_down_held",
        "step_down_to_early_help_held",
    }


@pytest.fixture(scope="module")
def published_later(borough):
    """Give a store into which October's rows were published for each later month, as they are."""
    store = Store.in_memory()
    rows = {
        name: published_rows(borough, LOCAL, AUTHORITY, OCTOBER, name)
        for name in {extract for each in WITH_A_DAY for extract in each.extracts}
    }
    for month in LATER:
        publish_rows(store, rows, month, AUTHORITY)
    yield store
    store.close()


@pytest.fixture(scope="module")
def readings(borough):
    """Give what every indicator with a day will read if nothing is done."""
    return if_nothing_is_done(borough, LOCAL, WITH_A_DAY, AUTHORITY, OCTOBER)


@pytest.fixture(scope="module")
def figures_later(published_later):
    """Give the figures of the same rows published for each later month, as a whole and by team."""
    by_team = [each for each in WITH_A_DAY if "team" in each.columns]
    whole = figures(published_later, LOCAL, WITH_A_DAY, AUTHORITY, LATER)
    return [*whole, *breakdown(published_later, LOCAL, by_team, AUTHORITY, LATER, "team")]


@every("indicator", WITH_A_DAY, by_id)
def test_a_reading_is_the_figure_of_the_same_rows_published_for_the_later_month(readings, figures_later, indicator):
    def of(told, by):  # a month in which nothing would be counted has no reading, and no figure
        mine = [each for each in told if each.indicator == indicator.id and each.by == by and each.value is not None]
        return sorted((each.month, each.group, each.value, each.numerator, each.denominator) for each in mine)

    assert of(readings, "") == of(figures_later, "")
    if "team" in indicator.columns:
        assert of(readings, "team") == of(figures_later, "team")


@pytest.fixture(scope="module")
def due(borough):
    """Give who falls due within 30 days, by any indicator."""
    return falling_due(borough, LOCAL, WITH_A_DAY, AUTHORITY, OCTOBER, 30)


@every("indicator", WITH_A_DAY, by_id)
def test_whoever_is_late_already_counts_against_the_figure(borough, due, indicator):
    (figure,) = figures(borough, LOCAL, [indicator], AUTHORITY, [OCTOBER])
    late = [each for each in due if each.indicator == indicator.id and each.late]
    against = figure.numerator if indicator.argument.good == "low" else figure.denominator - figure.numerator
    assert len(late) <= against and len({each.subject for each in late}) == len(late)


def reviews(store, *stated):
    """Publish young people whose plan is old and whose last review is as stated."""
    common = {"eligibility": "FORMER", "eligible_from": "2024-01-01", "plan_date": "2024-06-01"}
    rows = [{"child_id": f"YP{number}"} | common | each for number, each in enumerate(stated)]
    born = [{"child_id": row["child_id"], "date_of_birth": row.pop("born", "2007-01-01")} for row in rows]
    publish_rows(
        store, {"care_leavers": example_rows("care_leavers", rows), "children": example_rows("children", born)}
    )


def listed(store, indicator, within, reader=LOCAL):
    told = falling_due(store, reader, [indicator], BRENT, OCTOBER, within)
    return [(each.child_id, f"{each.due_on}", each.late) for each in told]


def test_what_is_due_on_the_last_day_is_listed_and_what_is_due_the_day_after_is_not(store):
    reviews(store, {"review_date": "2026-05-30"}, {"review_date": "2026-06-01"}, {"review_date": "2026-04-12"})
    assert listed(store, REVIEWED, 30) == [("YP2", "2026-10-12", True), ("YP0", "2026-11-30", False)]
    assert ("YP1", "2026-12-01", False) in listed(store, REVIEWED, 31)


def test_what_is_done_already_does_not_fall_due(store):
    first = {"eligibility": "ELIGIBLE", "eligible_from": "2026-08-14", "born": "2010-08-14"}
    reviews(store, first | {"plan_date": None}, first | {"plan_date": "2026-10-01"})
    assert listed(store, IN_PLACE, 30) == [("YP0", "2026-11-14", False)]


def test_whoever_will_no_longer_be_counted_by_the_day_does_not_fall_due(store):
    turns_21 = {"review_date": "2026-05-20", "born": "2005-11-05"}
    reviews(store, turns_21, turns_21 | {"opted_in": "Y"})
    assert [who for who, *_ in listed(store, REVIEWED, 90)] == ["YP1"]


def test_where_less_is_better_whoever_will_be_counted_falls_due(store):
    reviews(store, {"review_date": "2026-05-10"}, {"review_date": "2026-10-10"})
    upside_down = REVIEWED.sql.replace("and looked_at >= months_before", "and looked_at < months_before")
    overdue = replace(REVIEWED, sql=upside_down, argument=replace(REVIEWED.argument, good="low"))
    assert listed(store, overdue, 30) == [("YP0", "2026-11-10", False)] == listed(store, REVIEWED, 30)


def test_one_day_at_a_time_the_answer_is_the_same(store, monkeypatch):
    reviews(store, {"review_date": "2026-05-30"}, {"review_date": "2026-06-01"}, {"review_date": "2026-04-12"})
    together = listed(store, REVIEWED, 40)
    monkeypatch.setattr(binding, "runs_set_wise", lambda _: False)
    assert listed(store, REVIEWED, 40) == together


def test_nothing_is_told_of_a_month_that_was_not_published(store):
    assert falling_due(store, LOCAL, WITH_A_DAY, BRENT, OCTOBER, 90) == []
    assert if_nothing_is_done(store, LOCAL, WITH_A_DAY, BRENT, OCTOBER) == []


def test_a_reader_who_may_not_see_lists_is_told_so_and_still_reads_what_is_to_come(store):
    reviews(store, *({"review_date": "2026-06-10"} for _ in range(12)))
    with pytest.raises(Mendable, match="a member may not see lists of children"):
        falling_due(store, MEMBER, [REVIEWED], BRENT, OCTOBER, 30)
    told = [each for each in if_nothing_is_done(store, MEMBER, [REVIEWED], BRENT, OCTOBER) if not each.by]
    assert [(f"{each.month}", each.value) for each in told] == [
        ("2026-11-30", 100.0),
        ("2026-12-31", 0.0),
        ("2027-01-31", 0.0),
    ]


def test_a_forecast_ends_where_more_than_a_quarter_of_all_counted_would_have_fallen_due(readings, borough):
    def forecast(name):
        (today,) = figures(borough, LOCAL, [indicator_called(name)], AUTHORITY, [OCTOBER])
        later = [figure for figure in readings if figure.indicator == name]
        return [f"{figure.month:%Y-%m}" for figure in while_doing_nothing_is_a_case(today, later) if not figure.by]

    assert forecast("cp_visits_in_timescale") == [] == forecast("social_workers_supervised")
    assert forecast("assessments_open_past_45_working_days") == ["2026-11"]  # 59 more of 271, then 231 more
    assert forecast("pathway_plans_in_place") == ["2026-11", "2026-12", "2027-01"]
    assert forecast("action_plan_overdue") == ["2026-11", "2026-12", "2027-01"]  # a count has nothing to be a part of


def test_a_quarter_of_all_counted_is_still_a_forecast_and_one_more_is_not(store):
    reviews(store, *({"review_date": f"2026-{month}-20"} for month in ("05", "10", "10", "10")))
    (today,) = figures(store, LOCAL, [REVIEWED], BRENT, [OCTOBER])
    later = if_nothing_is_done(store, LOCAL, [REVIEWED], BRENT, OCTOBER)
    assert len({figure.month for figure in while_doing_nothing_is_a_case(today, later)}) == 3
    reviews(store, *({"review_date": f"2026-{month}-20"} for month in ("05", "05", "10", "10")))
    (today,) = figures(store, LOCAL, [REVIEWED], BRENT, [OCTOBER])
    assert while_doing_nothing_is_a_case(today, if_nothing_is_done(store, LOCAL, [REVIEWED], BRENT, OCTOBER)) == []
