"""A target is set by which way is better, limits begin anew at an event that asks for it, and all else is refused."""

from dataclasses import replace
from datetime import date

import pytest

from data.access import LOCAL_USER as LOCAL
from data.annotations.events import FAMILY_HELP, PRACTICE, Event, events
from data.annotations.targets import LOCAL_TARGET, targets
from data.errors import Mendable
from data.invention import AUTHORITY
from data.ledger.history import months_held
from data.months import month_end, months_before
from indicators.engine.catalogue import indicator_called
from indicators.figures.figure import Figure
from indicators.variation.alerts import alerts
from indicators.variation.segments import about, anew_at, annotate, latest_segment, place_of
from indicators.variation.targets import Aim, end_target, set_target
from pages.words.series import Series
from pages.words.series_events import anew
from tests.store_filling import BRENT

OCTOBER = month_end("2026-10")
AIM = Aim(month_end("2026-04"), None, LOCAL_TARGET, "The board", "Plan, page 4")
CASELOAD, PLANS = indicator_called("average_caseload"), indicator_called("pathway_plans_in_place")
SECOND, ON_A_PLAN = indicator_called("second_or_later_plans"), indicator_called("children_on_a_plan")
OPENING = Event(BRENT, date(2026, 9, 30), PRACTICE, "Opening", "It opens.", (), (CASELOAD.id,), "A. Head")
MONTHS = [
    Figure(CASELOAD.id, BRENT, months_before(OCTOBER, ago), "average", 15.0, 15.0, 1.0, 0, 1) for ago in (3, 2, 1, 0)
]


@pytest.mark.parametrize(
    ("indicator", "value", "to", "ends"),
    [
        (PLANS, 95.0, None, (95.0, None)),
        (PLANS, 100.0, None, (100.0, None)),
        (CASELOAD, 16.0, None, (None, 16.0)),
        (CASELOAD, 0.0, None, (None, 0.0)),
        (SECOND, 10.0, 20.0, (10.0, 20.0)),
    ],
)
def test_which_way_is_better_says_which_end_a_target_is(store, indicator, value, to, ends):
    kept, new = set_target(store, LOCAL, BRENT, indicator, AIM, value, to)
    assert new and (kept.least, kept.most) == ends
    over, new = end_target(store, LOCAL, BRENT, indicator, replace(AIM, first=OCTOBER))
    assert new and not over.is_one


@pytest.mark.parametrize(
    ("indicator", "value", "to", "says"),
    [
        (PLANS, 100.5, None, "100.5 cannot be a target. Give one between 0 and 100"),
        (PLANS, -1.0, None, "-1 cannot be a target"),
        (CASELOAD, -0.1, None, "Give one between 0 and more"),
        (CASELOAD, 10.0, 16.0, "give one number alone, since lower is better"),
        (SECOND, 10.0, None, "give a target from one number to another"),
        (SECOND, 20.0, 10.0, "leaves nothing between"),
        (ON_A_PLAN, 300.0, None, "neither way is better, so it can have no target"),
    ],
)
def test_what_a_figure_cannot_be_aimed_at_is_refused(store, indicator, value, to, says):
    with pytest.raises(Mendable, match=says):
        set_target(store, LOCAL, BRENT, indicator, AIM, value, to)
    assert not targets(store, LOCAL, BRENT)


@pytest.mark.parametrize(
    ("day", "place"),
    [
        (date(2026, 6, 30), None),
        (date(2026, 7, 1), 0),
        (date(2026, 9, 1), 2),
        (date(2026, 9, 30), 2),
        (date(2026, 10, 1), 3),
        (date(2026, 11, 1), None),
    ],
)
def test_an_event_falls_in_its_month(day, place):
    assert place_of(replace(OPENING, day=day), MONTHS) == place


def test_limits_begin_anew_at_the_last_event_that_asks_for_it_and_at_no_other():
    earlier = replace(OPENING, day=date(2026, 8, 1))
    silent = replace(OPENING, day=date(2026, 10, 1), about=(CASELOAD.id,), begins_anew=())
    found = latest_segment(CASELOAD, MONTHS, [OPENING, earlier, silent])
    assert (found.begins, found.event) == (2, OPENING)
    assert latest_segment(PLANS, MONTHS, [OPENING, earlier]).begins == 0
    assert about([OPENING, silent], CASELOAD) == [OPENING, silent]


def test_limits_begin_anew_when_family_help_goes_live_for_whoever_declares_it_and_nobody_names_them():
    live = replace(OPENING, kind=FAMILY_HELP, title="Family Help goes live", about=(PLANS.id,), begins_anew=())
    asks, asks_not = indicator_called("re_referrals"), indicator_called("contacts_made")
    assert "family_help" in asks.argument.anew_at
    assert not asks_not.argument.anew_at
    found = latest_segment(asks, MONTHS, [live])
    assert (found.begins, found.event) == (2, live)
    assert latest_segment(asks_not, MONTHS, [live]).begins == 0
    assert latest_segment(asks, MONTHS, [replace(live, kind=PRACTICE)]).begins == 0
    assert about([live], asks) == [live]
    assert about([live], asks_not) == []
    assert asks.id in anew_at(live)
    said = anew(Series(asks, tuple(MONTHS), (), (live,)))
    assert said.endswith(
        "at “Family Help goes live”, as the definition asks: what came before is no measure of what comes after."
    )


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"begins_anew": ("workforce",)}, '"workforce" is a service. Limits begin anew for one figure at a time'),
        ({"begins_anew": ("average_caselod",)}, "Did you mean average_caseload"),
        ({"about": ("average_caselod",)}, "Did you mean average_caseload"),
    ],
)
def test_an_event_is_about_indicators_and_services_that_there_are(store, changed, says):
    with pytest.raises(Mendable, match=says):
        annotate(store, LOCAL, replace(OPENING, **changed))
    assert not events(store, LOCAL, BRENT)
    assert annotate(store, LOCAL, replace(OPENING, about=("workforce",)))[1]


def test_what_the_borough_says_of_its_figures_could_have_been_said(borough):
    for each in targets(borough, LOCAL, AUTHORITY):
        ends = [end for end in (each.least, each.most) if end is not None]
        aim = Aim(each.first, each.last, each.scope, each.set_by, each.source, each.tolerance)
        with borough.rehearsal() as trial:
            kept, new = set_target(trial, LOCAL, AUTHORITY, indicator_called(each.indicator), aim, *ends)
        assert not new and kept == each
    for event in events(borough, LOCAL, AUTHORITY):
        with borough.rehearsal() as trial:
            assert annotate(trial, LOCAL, replace(event, number=0, kept_at=None, kept_by="")) == (event, False)


def test_alerts_are_judged_from_the_event_on(borough):
    open_now = indicator_called("early_help_open")
    months = [each for each in months_held(borough, LOCAL, AUTHORITY) if each <= date(2025, 12, 31)]
    assert alerts(borough, LOCAL, [open_now], AUTHORITY, months).judged == 0, "nine months since its limits begin anew"
