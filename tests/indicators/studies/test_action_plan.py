"""What became of a figure since an action began is told by process control alone, and what is urgent stands first."""

from dataclasses import replace
from datetime import date

import pytest

from data.access import LOCAL_USER as LOCAL
from data.access import PUBLIC
from data.annotations.action_plan.items import (
    BETTER,
    DOWN,
    HOLD,
    OBJECTIVE,
    UP,
    Action,
    Move,
    Recommendation,
    Source,
    Written,
)
from data.annotations.action_plan.keeping import keep_items
from data.annotations.action_plan.namelessness import SHOWN
from data.annotations.action_plan.reading import plan_known
from data.annotations.events import PRACTICE, Event
from data.errors import Mendable
from data.months import month_end
from indicators.engine.catalogue import indicator_called
from indicators.figures.figure import Figure
from indicators.studies.action_plan import (
    BEFORE,
    GONE,
    NOT_TOLD,
    NOT_YET,
    ON_COURSE,
    STILL,
    UNMOVED,
    WRONG_WAY,
    followed,
)
from indicators.studies.plan_entry import KEPT_BACK, enter_items, plan_told
from tests.store_filling import BRENT, OCTOBER

MONTHS = [month_end(f"{2023 + (number + 10) // 12}-{(number + 10) % 12 + 1:02}") for number in range(36)]
PLANS = indicator_called("pathway_plans_in_place")
STEADY = [50.0 + 4 * (number * 7 % 5 - 2) for number in range(36)]
RISEN = [*STEADY[:-4], 95.0, 96.0, 95.0, 96.0]
FALLEN = [*STEADY[:-4], 5.0, 4.0, 5.0, 4.0]
SOURCE = Source(BRENT, "CYPP", OBJECTIVE, "Every plan is a good plan", date(2026, 1, 5))
ADVICE = Recommendation(BRENT, "4.13", "CYPP", "Plans in time")
ACTION = Action(
    *(BRENT, "AP1", "4.13", "Train advisers", "Head of leaving care", "", "", date(2026, 7, 1), OCTOBER, "ON_TRACK"),
    moves=(Move(PLANS.id, UP, month_end("2026-09")),),
)
LONG_AGO = date(2026, 1, 7)


def figures(values) -> list[Figure]:
    return [
        Figure(PLANS.id, "X", month, "percent", value, value, 100.0, 0, 1, "")
        for month, value in zip(MONTHS, values, strict=True)
    ]


def course(values, events=(), direction=UP, **changed):
    action = replace(ACTION, **changed, moves=(replace(ACTION.moves[0], direction=direction),))
    (found,) = followed([action], {PLANS.id: (PLANS, figures(values), events)}, OCTOBER)
    return found.courses[0]


DONE = {"progress": "DONE", "completed": date(2026, 3, 2), "agreed": LONG_AGO}


@pytest.mark.parametrize(
    ("values", "changed", "said"),
    [
        (RISEN, {}, ON_COURSE),
        (RISEN, {"direction": BETTER}, ON_COURSE),
        (RISEN, DONE, ON_COURSE),
        (RISEN, {"agreed": date(2026, 9, 1)}, BEFORE),
        (RISEN, {"direction": DOWN}, WRONG_WAY),
        (FALLEN, {}, WRONG_WAY),
        (RISEN, {"direction": HOLD}, WRONG_WAY),
        (STEADY, {"direction": HOLD, "agreed": LONG_AGO}, ON_COURSE),
        (STEADY, {"direction": HOLD}, NOT_YET),
        (STEADY, DONE, UNMOVED),
        (STEADY, {**DONE, "agreed": date(2026, 5, 1), "completed": date(2026, 5, 2)}, NOT_YET),
        (STEADY, {"agreed": LONG_AGO}, STILL),
        (STEADY, {"agreed": date(2026, 4, 30)}, STILL),
        (STEADY, {"agreed": date(2026, 5, 1)}, NOT_YET),
        (FALLEN, {"agreed": date(2026, 9, 1)}, NOT_YET),
        ([*STEADY[:-1], None], {}, NOT_TOLD),
        (RISEN, {"agreed": MONTHS[0]}, NOT_TOLD),
    ],
)
def test_what_became_of_a_figure(values, changed, said):
    assert course(values, **changed).outcome == said


def test_what_should_have_moved_by_now_is_late_and_the_figure_before_it_began_is_told():
    still = course(STEADY, agreed=LONG_AGO)
    assert (
        still.late and still.start.month == date(2025, 12, 31) and still.latest.month == OCTOBER and still.months == 10
    )
    assert not course(RISEN).late


def test_a_figure_whose_limits_begin_anew_is_judged_from_there_on():
    risen = [*STEADY[:23], *(value + 40 for value in STEADY[23:])]
    begins = Event("X", MONTHS[23], PRACTICE, "Anew", "Why.", (), (PLANS.id,), "A. Head")
    assert course(risen, agreed=date(2026, 6, 30)).outcome == BEFORE
    assert course(risen, [begins], agreed=date(2026, 6, 30)).outcome == NOT_YET


def test_a_figure_renamed_or_retired_leaves_its_action_whole():
    (found,) = followed([replace(ACTION, moves=(Move("was_once", UP),))], {}, OCTOBER)
    assert (found.outcome, found.action.moves[0].indicator, found.to_json()["figures"][0]["course"]) == (
        GONE,
        "was_once",
        GONE,
    )


def test_what_is_overdue_stands_first_then_what_has_no_evidence_then_what_is_open():
    done = {"progress": "DONE", "completed": date(2026, 9, 1)}
    plan = [
        replace(ACTION, action="done", evidence="Audit", **done),
        replace(ACTION, action="open", due=date(2026, 12, 1)),
        replace(ACTION, action="without", evidence="", **done),
        replace(ACTION, action="due today"),
        replace(ACTION, action="oldest", due=date(2026, 7, 2)),
    ]
    order = [each.action.action for each in followed(plan, {}, OCTOBER)]
    assert order == ["oldest", "due today", "without", "open", "done"]


def test_a_figure_that_there_is_none_of_is_refused_but_stays_where_it_was_named_before(store):
    gone = replace(ACTION, moves=(Move("pathway_plans_in_plac", UP),))
    with pytest.raises(Mendable, match=r"Action AP1: There is no indicator .* Did you mean pathway_plans_in_place\?"):
        enter_items(store, LOCAL, BRENT, [SOURCE, ADVICE, gone])
    assert not plan_known(store, LOCAL, BRENT).items
    keep_items(store, LOCAL, BRENT, [SOURCE, ADVICE, gone])
    written = Written(version=1)
    (kept,) = enter_items(store, LOCAL, BRENT, [replace(gone, progress="AT_RISK", written=written)])
    assert kept.moves == gone.moves and kept.progress == "AT_RISK"


def test_words_that_tell_of_a_child_are_refused_and_kept_back_from_the_public(store):
    telling = replace(ACTION, title="Ask the 3 children in this home what they want")
    with pytest.raises(Mendable, match="Action AP1: Everybody reads this, and it holds a number that may let a child"):
        enter_items(store, LOCAL, BRENT, [SOURCE, ADVICE, telling])
    keep_items(store, LOCAL, BRENT, [SOURCE, ADVICE, telling])
    (told,) = plan_told(store, PUBLIC, BRENT).actions
    assert told.title == KEPT_BACK and told.owner == SHOWN
    assert plan_told(store, LOCAL, BRENT).actions[0].title == telling.title
    assert plan_told(store, PUBLIC, BRENT).recommendations[0].title == ADVICE.title
