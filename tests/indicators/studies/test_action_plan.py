"""An action is overdue from its day on, and its figure has moved since only where it did so by more than chance."""

from dataclasses import replace
from datetime import date

from data.access import LOCAL_USER as LOCAL
from data.annotations.events import PRACTICE, Event
from data.months import month_end
from indicators.engine.catalogue import indicator_called
from indicators.figures.figure import Figure
from indicators.studies.action_plan import BEFORE, Action, actions_of, moved_since
from indicators.variation.judgement import CANNOT_TELL, CHANCE, IMPROVEMENT
from pages.kit.month.action_plan import how_far, in_a_sentence, should_move
from tests.examples import example_rows
from tests.store_filling import BRENT, OCTOBER, publish_rows

MONTHS = [month_end(f"{2023 + (number + 10) // 12}-{(number + 10) % 12 + 1:02}") for number in range(36)]
PLANS = indicator_called("pathway_plans_in_place")
STEADY = [50.0 + 4 * (number * 7 % 5 - 2) for number in range(36)]
ACTION = Action("AP1", "4.13", "Team", date(2026, 6, 3), OCTOBER, "ON_TRACK", None, None, PLANS.id)


def series(*values: float | None) -> list[Figure]:
    return [
        Figure(PLANS.id, "X", month, "percent", value, value, 100.0, 0, 1, "")
        for month, value in zip(MONTHS, values, strict=True)
    ]


def test_it_is_overdue_on_the_day_it_is_due_until_it_is_done():
    assert ACTION.overdue(OCTOBER) and how_far(ACTION, OCTOBER) == "Due today: on track"
    assert not replace(ACTION, due=date(2026, 11, 1)).overdue(OCTOBER)
    assert how_far(replace(ACTION, due=date(2026, 10, 30)), OCTOBER) == "Overdue by 1 day: on track"
    done = replace(ACTION, progress="DONE", done=OCTOBER)
    assert not done.overdue(OCTOBER) and how_far(done, OCTOBER) == "Done 31 Oct 2026"
    assert how_far(replace(done, due=date(2026, 10, 30)), OCTOBER) == "Done 31 Oct 2026, late"
    assert in_a_sentence([ACTION, done], OCTOBER) == (
        "Of 1 action that is not done, 1 is overdue; 1 was done in the last 12 months."
    )


def test_its_figure_is_that_of_the_month_end_before_it_was_agreed():
    told = moved_since(PLANS, series(*STEADY), date(2026, 6, 30))
    assert told and (told.then.month, told.now.month, told.answer) == (date(2026, 5, 31), OCTOBER, CHANCE)
    assert moved_since(PLANS, series(*STEADY), MONTHS[0]) is None


def test_a_figure_that_rose_before_it_was_agreed_has_not_moved_since():
    risen = series(*STEADY[:-4], 95.0, 96.0, 95.0, 96.0)
    assert moved_since(PLANS, risen, date(2026, 7, 1)).answer == IMPROVEMENT
    assert moved_since(PLANS, risen, date(2026, 9, 1)).answer == BEFORE


def test_a_figure_whose_limits_begin_anew_is_judged_from_there_on():
    risen = series(*STEADY[:23], *(each + 40 for each in STEADY[23:]))
    begins = Event("X", MONTHS[23], PRACTICE, "Anew", "Why.", (), (PLANS.id,), "A. Head")
    assert moved_since(PLANS, risen, date(2026, 6, 30)).answer == BEFORE
    assert moved_since(PLANS, risen, date(2026, 6, 30), [begins]).answer == CHANCE


def test_a_month_without_a_figure_tells_nothing():
    assert moved_since(PLANS, series(*STEADY[:-1], None), date(2026, 7, 1)).answer == CANNOT_TELL


def test_actions_are_read_as_published_in_the_order_of_recommendations(store):
    row = {
        "agreed_date": "2026-06-03",
        "due_date": "2026-11-30",
        "progress": "ON_TRACK",
        "team": "Leaving Care 2",
        "indicator": "no_such_figure",
    }
    rows = [row | {"action_id": f"AP{number}", "recommendation": f"4.{number}"} for number in (13, 9)]
    publish_rows(store, {"action_plan": example_rows("action_plan", rows)})
    found = actions_of(store, LOCAL, BRENT, OCTOBER)
    assert [each.recommendation for each in found] == ["4.9", "4.13"]
    assert found[0].done is None and found[0].evidence is None and not found[0].overdue(OCTOBER)
    assert actions_of(store, LOCAL, BRENT, date(2026, 9, 30)) is None
    assert "is no figure here" in should_move(found[0].indicator, None)


def test_the_actions_of_a_recommendation_stand_together_however_its_number_is_written(store):
    written = ("4.9", "4.09", "4.9", "4.²")
    rows = [
        {"action_id": f"AP{place}", "recommendation": number, "agreed_date": f"2026-06-0{place + 1}"}
        for place, number in enumerate(written)
    ]
    publish_rows(store, {"action_plan": example_rows("action_plan", rows)})
    found = [each.recommendation for each in actions_of(store, LOCAL, BRENT, OCTOBER) or ()]
    assert sorted(found) == sorted(written)
    assert found.index("4.9") + 1 == len(found) - found[::-1].index("4.9") - 1
