"""How far back each indicator says it looks is neither too short nor too long; too few rows give no wrong figure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

import pytest

from data.access import LOCAL_USER as LOCAL
from data.errors import Mendable
from data.extract import Declared
from data.extracts import all_extracts
from data.invention import AUTHORITY
from data.ledger.delivery import Delivery
from data.ledger.history import months_held
from data.ledger.loads import store_loads
from data.months import month_end
from data.store.attachment import Cursor
from data.store.store import Store
from data.store.trial import Trial
from indicators.engine.catalogue import all_indicators, indicator_called
from indicators.engine.declaration import Indicator
from indicators.engine.measure import measure_missing
from indicators.engine.reach import SCHOOL_YEAR, Reach, of_reach, whole_since
from indicators.engine.too_few_rows import TEAM, why_too_few
from indicators.figures.breakdown import breakdown
from indicators.figures.measured_figures import figures, rows_behind
from tests.every_case import by_id, every
from tests.examples import example_rows
from tests.store_filling import BRENT, OCTOBER, incoming, measure_when_asked, publish_rows

BACK = [(each, extract) for each in all_indicators().values() for extract in each.extracts if each.looks_back(extract)]
ALIKE: dict[tuple, list[Indicator]] = {}
"""Indicators that look as far back into the same extracts, by extract and how far."""
BACK_TOGETHER: dict[tuple, list[Indicator]] = {}
"""Indicators that look back into an extract, by it and how far: each of them is in several."""
for each in all_indicators().values():
    looking = tuple((extract, each.looks_back(extract)) for extract in each.extracts)
    ALIKE.setdefault(looking, []).append(each)
    for extract, reach in looking:
        if reach:
            BACK_TOGETHER.setdefault((extract, reach), []).append(each)
FIGURES = """
    select month, round(numerator, 6), round(denominator, 6), not_yet_due
    from store.measured.figures as figures
    join store.measured.measurements as done on done.measurement = figures.measurement
    where indicator = ? and definition = ?
    order by month
"""
OVER = {
    "action_plan": "case when completed_date is not null then greatest(due_date, completed_date) end",
    "adopters": "greatest(stage_1_start, stage_1_end, stage_2_start, stage_2_end, matched_date, left_date)",
    "audit_actions": "case when closed_date is not null then greatest(due_date, closed_date) end",
    "audits": "audit_date",
    "consultation": "held_date",
    "cp_reviews": "case when held_date is not null then greatest(due_date, held_date) end",
    "exclusions": "start_date",
    "fostering_enquiries": "outcome_date",
    "pathway_plans": "",
    "peps": "greatest(due_date, held_date)",
    "permanence": "greatest(entered_care, decision_date, placement_order_date, matched_date, placed_date, order_date)",
    "placement_panels": "panel_date",
    "pre_proceedings": "case when decision_date is not null or start_date is null"
    " then greatest(decision_date, application_date) end",
    "section_47_enquiries": "coalesce(conference_date, end_date)",
    "supervision_survey": "survey_date",
    "training": "greatest(training_date, valid_until)",
    "transitions": "",
}
"""When a row was over, where neither an end nor the day it is dated by says so; a plan of these is over with care."""
EACH_IN_TURN = 5
"""Months from one that is looked at to the next: November, April, September, February and so on."""
UNSEEN = {
    (
        "cp_reviews",
        "cp_plans_with_the_next_review_on_record",
    ): "whose review was never held, and another one 11 months ago since",
    (
        "looked_after_children",
        "lac_visits_in_timescale",
    ): "who moved in 12 months ago, and changed status in that month",
    (
        "looked_after_children",
        "lac_reviews_overdue",
    ): "whose first placement ended in the month care began, 12 months ago",
    (
        "looked_after_children",
        "longest_stay_in_an_unregistered_home",
    ): "who left such a home 12 months ago, before any child of the borough lived in one",
    ("lac_reviews", "lac_reviews_overdue"): "whose first review was 12 months ago and whose second came months late",
    ("looked_after_children", "peps_up_to_date"): "in November, who came into care in April and changed status in it",
    ("peps", "peps_up_to_date"): "in November, whose plan was held in April and not since",
    (
        "referrals",
        "joint_assessments_before_18",
    ): "whose case was closed within the month of the 17th birthday, 24 months ago",
    ("referrals", "early_help_that_held"): "who came back within the month in which help had ended, 24 months ago",
    ("supervision_survey", "supervision_helps_to_reflect"): "of whom none is asked, where every half-year has a survey",
    ("supervision_survey", "supervision_survey_answered"): "of whom none is asked, where every half-year has a survey",
    ("training", "trained_in_reflective_supervision"): "whose course is over 36 months ago is still valid, and so held",
}
"""What the sample happens not to tell of, so that a month less changes no figure of it: whom the first month is for."""
PLANS, REPEATS = "child_protection_plans", indicator_called("second_or_later_plans")


@pytest.fixture(scope="module")
def blank():
    store = Trial.blank()
    yield store
    store.close()


class Undone(Exception):
    """Carry figures out of a transaction that is not kept."""


def over_on(declared: Declared) -> str:
    """Say in SQL when a row was over: when it ended, or else the day it is dated by."""
    _, ended = declared.open_between
    usual = ended if ended in declared.column_names else declared.dated_by
    return OVER.get(declared.name, usual)


def measured(
    store: Store, indicators: Sequence[Indicator], months: Sequence[date], whole_from: Mapping[str, Mapping[date, date]]
) -> dict[str, list[tuple]]:
    """Measure indicators on the sample without the rows that were over before a day, and leave the sample whole."""
    anew = [replace(each, sql=f"{each.sql}\n-- measured with fewer rows") for each in indicators]
    try:
        with store.change() as cursor:
            for extract, days in whole_from.items():
                if over := over_on(all_extracts()[extract]):
                    cursor.execute(
                        f"delete from store.uploaded.{extract} as rows using store.ledger.loads as loads, "
                        "(select unnest(?::date[]) as month, unnest(?::date[]) as day) as whole "
                        f"where loads.load = rows.load and loads.month = whole.month and {over} < whole.day",
                        [list(days), list(days.values())],
                    )
            measure_missing(cursor, anew, AUTHORITY, months)
            found = figures_in(cursor, anew)
            raise Undone
    except Undone:
        return found


def figures_in(cursor: Cursor, indicators: Sequence[Indicator]) -> dict[str, list[tuple]]:
    """Return the figures of each indicator that have been measured, in order of months."""
    return {each.id: cursor.execute(FIGURES, [each.id, each.definition]).fetchall() for each in indicators}


def a_month_less(reach: Reach, month: date) -> date:
    """Return the first day of a window that is a month shorter."""
    first = whole_since(reach, month)
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


@pytest.fixture(scope="module")
def whole(borough) -> dict[str, list[tuple]]:
    """Give every indicator's figures on the whole sample."""
    every = list(all_indicators().values())
    with borough.change() as cursor:
        measure_missing(cursor, every, AUTHORITY, months_held(borough, LOCAL, AUTHORITY))
        return figures_in(cursor, every)


@pytest.mark.parametrize("looking_back", ALIKE, ids=lambda each: "-".join(f"{name}_{reach}" for name, reach in each))
def test_what_was_over_before_it_looks_back_changes_no_figure(borough, whole, looking_back):
    months = months_held(borough, LOCAL, AUTHORITY)[::EACH_IN_TURN]
    needed = {name: {month: whole_since(reach, month) for month in months} for name, reach in looking_back}
    found = measured(borough, ALIKE[looking_back], months, needed)
    assert [name for name in found if found[name] != whole[name][::EACH_IN_TURN]] == []


@pytest.mark.parametrize(("extract", "reach"), BACK_TOGETHER)
def test_a_month_less_would_change_a_figure(borough, whole, extract, reach):
    every, unmoved = BACK_TOGETHER[extract, reach], BACK_TOGETHER[extract, reach]
    for step in (EACH_IN_TURN, 1):  # most move in a few months already, and need not be measured in all
        months = months_held(borough, LOCAL, AUTHORITY)[::step]
        shorter = {extract: {month: a_month_less(reach, month) for month in months}}
        found = measured(borough, unmoved, months, shorter) if unmoved else {}
        unmoved = [each for each in unmoved if found[each.id] == whole[each.id][::step]]
    assert {each.id for each in unmoved} == {each.id for each in every if (extract, each.id) in UNSEEN}


@every("looking", BACK, lambda looking: f"{looking[0].id}, {looking[1]}")
def test_no_indicator_looks_back_further_than_its_extract_reaches(looking):
    indicator, extract = looking
    reach, window = indicator.looks_back(extract), all_extracts()[extract].window
    if reach == SCHOOL_YEAR:
        assert window == "the school year" or int(window.split()[0]) >= 12
    else:
        assert window != "the school year" and int(window.split()[0]) >= reach


@pytest.mark.parametrize(
    ("reach", "month", "first", "said"),
    [
        (0, "2026-10", date(2026, 10, 31), "plans"),
        (1, "2026-10", date(2026, 10, 1), "1 month of plans"),
        (12, "2026-10", date(2025, 11, 1), "12 months of plans"),
        (12, "2025-02", date(2024, 3, 1), "12 months of plans"),
        (36, "2026-01", date(2023, 2, 1), "36 months of plans"),
        (SCHOOL_YEAR, "2026-08", date(2025, 9, 1), "the school year of plans"),
        (SCHOOL_YEAR, "2026-09", date(2026, 9, 1), "the school year of plans"),
    ],
)
def test_a_reach_has_a_first_day_and_words(reach, month, first, said):
    assert whole_since(reach, month_end(month)) == first
    assert of_reach(reach, "plans") == said


def publish_in_part(store, extract, month=OCTOBER, at=None, rows=({},), **told):
    load = replace(incoming(extract, example_rows(extract, list(rows), month_end=month)), **told)
    return store_loads(store, LOCAL, Delivery(BRENT, month, [load], at=at), measure_when_asked)


def test_a_file_that_reaches_back_too_short_gives_no_figure_and_says_why(store):
    march = month_end("2021-03")
    publish_in_part(store, PLANS, march, whole_from=date(2020, 9, 30))
    said = (
        "Second or later child protection plans needs 12 months of child protection plans; "
        "the file for March 2021 is whole from 30 September 2020."
    )
    (figure,) = figures(store, LOCAL, [REPEATS], BRENT, [march])
    assert figure.to_json()["reason"] == said
    assert (figure.value, figure.numerator, figure.denominator, figure.load) == (None, None, None, 1)
    assert {group.reason for group in breakdown(store, LOCAL, [REPEATS], BRENT, [march], "team")} == {said}
    with pytest.raises(Mendable, match="is whole from 30 September 2020"):
        rows_behind(store, LOCAL, REPEATS, BRENT, march)
    (stock,) = figures(store, LOCAL, [indicator_called("children_on_a_plan")], BRENT, [march])
    assert stock.value == 1, "what is open at the month end needs no more"


@pytest.mark.parametrize(("whole_from", "given"), [(date(2025, 11, 1), True), (date(2025, 11, 2), False)])
def test_the_first_day_of_the_window_is_the_boundary(store, whole_from, given):
    publish_in_part(store, PLANS, whole_from=whole_from)
    (figure,) = figures(store, LOCAL, [REPEATS], BRENT, [OCTOBER])
    assert (figure.value is not None) == given


def test_the_school_year_is_asked_of_attendance_and_not_of_care(store):
    publish_rows(store, {"children": example_rows("children", [{}])})
    publish_in_part(store, "looked_after_children", whole_from=OCTOBER)
    publish_in_part(store, "school_attendance", whole_from=date(2026, 9, 1))
    absence = indicator_called("lac_overall_absence")
    assert figures(store, LOCAL, [absence], BRENT, [OCTOBER])[0].value is not None
    publish_in_part(store, "school_attendance", whole_from=date(2026, 10, 1), rows=({}, {}))
    (figure,) = figures(store, LOCAL, [absence], BRENT, [OCTOBER])
    assert "needs the school year of school attendance;" in figure.reason


def test_what_was_refused_on_a_day_stays_refused_and_a_whole_file_gives_the_figure(store):
    first, second = datetime(2026, 11, 4), datetime(2026, 11, 20)
    publish_in_part(store, PLANS, at=first, whole_from=date(2026, 5, 1))
    publish_in_part(store, PLANS, at=second)
    assert figures(store, LOCAL, [REPEATS], BRENT, [OCTOBER])[0].value is not None
    (then,) = figures(store, LOCAL, [REPEATS], BRENT, [OCTOBER], first.date())
    assert then.value is None and "is whole from 1 May 2026" in then.reason


def test_a_file_without_the_column_a_figure_is_made_of_gives_none(store):
    publish_rows(store, {"children": example_rows("children", [{}])})
    publish_in_part(store, "care_leavers", lacking=("plan_date", "review_date", "in_touch"))
    in_place, reviewed = (indicator_called(f"pathway_plans_{each}") for each in ("in_place", "reviewed_in_six_months"))
    file = "The file of care leavers and pathway plans for October 2026 had no plan_date"
    told = figures(store, LOCAL, [in_place, reviewed], BRENT, [OCTOBER])
    assert [each.reason for each in told] == [
        f"{file}, which this figure is made of.",
        f"{file} and no review_date, which this figure is made of.",
    ]


def test_a_file_without_teams_has_figures_whose_team_is_not_known(store):
    publish_in_part(store, PLANS, lacking=(TEAM,), rows=({"team": None},))
    plans = indicator_called("children_on_a_plan")
    assert figures(store, LOCAL, [plans], BRENT, [OCTOBER])[0].value == 1
    assert [each.group for each in breakdown(store, LOCAL, [plans], BRENT, [OCTOBER], TEAM)] == ["Not known"]


@every("indicator", all_indicators().values(), by_id)
def test_every_column_it_reads_is_asked_for_unless_it_can_do_without(blank, indicator):
    for extract in indicator.extracts:
        may_lack = [each.name for each in all_extracts()[extract].columns if not each.required and each.name != TEAM]
        read = {each for each in may_lack if blank.reads(indicator.sql, extract, each)}
        for column in read:
            lacking = [{"extract": extract, "whole_from": None, "lacking": [column]}]
            asked_for = f"{extract}.{column}" not in indicator.without
            assert bool(why_too_few(indicator, OCTOBER, lacking)) == asked_for, column
        unread = [{"extract": extract, "whole_from": None, "lacking": [each for each in may_lack if each not in read]}]
        assert not why_too_few(indicator, OCTOBER, unread)
