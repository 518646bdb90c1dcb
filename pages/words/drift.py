"""Time on a plan in words: the sentences and tables of its page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from indicators.studies.drift import Cohort, Ending
from indicators.studies.expected_to_pass import Passing
from indicators.studies.survival import Share
from pages.charts.points import CurvePoint
from pages.words import wording

ROWS = (3, 6, 9, 12, 15, 18, 24, 30, 36)
"""After how many months the tables give the shares."""


@dataclass(frozen=True)
class Drift:
    """Hold all that the page shows of a month; None stands for plans that were not published."""

    month: date
    since: date | None = None
    plans: int = 0
    passing: tuple[Passing, ...] = ()
    cohorts: tuple[Cohort, ...] = ()
    still_open: tuple[Share, ...] = ()
    endings: tuple[Ending, ...] = ()


def ahead_in_words(drift: Drift) -> str:
    """Say how many plans are open and how many of them are expected to pass each threshold in two quarters."""
    if drift.since is None:
        return f"Child protection plans were not published for {wording.month(drift.month)}."
    until = {threshold.months: threshold for threshold in drift.passing if threshold.after == drift.month}
    parts = [_expected_in_words(threshold) for threshold in until.values() if threshold.expected is not None]
    if not parts:
        return f"{wording.counted(drift.plans, 'plans')} open: too few were seen lately to say what lies ahead."
    end = next(iter(until.values())).by
    return f"Of {wording.counted(drift.plans, 'plans')} open now, {wording.listed(parts)}, by {wording.day(end)}."


def _expected_in_words(each: Passing) -> str:
    """Say how many are expected to pass a threshold, and between which numbers."""
    about = wording.number(each.expected or 0)
    return f"about {about} are expected to pass {each.months} months ({each.low} to {each.high}, nine times in ten)"


def ahead_table(passing: Sequence[Passing]) -> list[dict[str, str]]:
    """Return what is expected as rows of words."""
    return [
        {
            "Will pass": f"{threshold.months} months",
            "When": f"{wording.day(threshold.after + timedelta(days=1))} to {wording.day(threshold.by)}",
            "Would, if none ended": wording.number(threshold.could),
            "Expected": wording.NONE if threshold.expected is None else wording.number(threshold.expected, 1),
            "Nine times in ten": "Too few seen"
            if threshold.expected is None
            else f"{threshold.low} to {threshold.high}",
        }
        for threshold in passing
    ]


def begun_in_words(all_cohorts: Sequence[Cohort]) -> str:
    """Say what share of the latest year that can tell was open after 12 months, and whether the year before differs."""
    cohorts = [cohort for cohort in all_cohorts if len(cohort.shares) > 12]
    if not cohorts:
        first = all_cohorts[0]
        last = len(first.shares) - 1
        return f"Of {_plans(first)}, {_percent(first.shares[last])} were still open after {last} months."
    latest = cohorts[0]
    sentence = f"Of {_plans(latest)}, {_percent(latest.shares[12])} were still open after 12 months"
    if len(cohorts) == 1:
        return f"{sentence}."
    earlier = cohorts[1].shares[12]
    apart = f"{wording.number(earlier.share * 100)}% of those begun a year earlier"
    more = "more" if latest.shares[12].share > earlier.share else "fewer"
    chance = f"{more}, and by more than chance" if _apart(latest.shares[12], earlier) else "no more than chance apart"
    return f"{sentence}, against {apart}: {chance}."


def begun_table(all_cohorts: Sequence[Cohort]) -> list[dict[str, str]]:
    """Return the share still open after some months, with its interval, as rows of words."""
    longest = max(len(cohort.shares) for cohort in all_cohorts)
    rows = [
        {"After": f"{months} months"}
        | {f"Begun {year(cohort)}": _share(cohort.shares, months) for cohort in all_cohorts}
        for months in ROWS
        if months < longest
    ]
    return [
        *rows,
        {"After": "Plans"} | {f"Begun {year(cohort)}": wording.number(cohort.plans) for cohort in all_cohorts},
    ]


def ending_in_words(drift: Drift) -> str:
    """Say how plans stand after 12 months, or as long as they have been watched."""
    months = min(12, len(drift.still_open) - 1)
    ended = [
        f"{_percent_of(ending.shares[months])} had {_ended(ending.name)}"
        for ending in drift.endings
        if ending.shares[months]
    ]
    return f"After {months} months {_percent(drift.still_open[months])} of plans were open; {wording.listed(ended)}."


def ending_table(drift: Drift) -> list[dict[str, str]]:
    """Return the share open and ended in each way after some months as rows of words."""
    return [
        {"After": f"{months} months", "Still open": _percent(drift.still_open[months])}
        | {ending.name: _percent_of(ending.shares[months]) for ending in drift.endings}
        for months in ROWS
        if months < len(drift.still_open)
    ]


def _ended(name: str) -> str:
    """Write an ending for the middle of a sentence."""
    spoken = {
        "Turned 18": "ended as the child turned 18",
        "Became looked after": "ended as the child became looked after",
    }
    return spoken.get(name, f"been {name[0].lower()}{name[1:]}")


def _apart(one: Share, other: Share) -> bool:
    """Tell whether two shares lie further apart than chance would put them 19 times in 20."""
    errors = [(share.high - share.low) / 2 / 1.96 for share in (one, other)]
    return abs(one.share - other.share) > 1.96 * sum(error**2 for error in errors) ** 0.5


def _plans(cohort: Cohort) -> str:
    """Write how many plans a year began with."""
    return f"{wording.counted(cohort.plans, 'plans')} begun {year(cohort)}"


def year(cohort: Cohort) -> str:
    """Write the year in which plans began: Nov 2024 to Oct 2025."""
    return f"{wording.short_month(cohort.first)} to {wording.short_month(cohort.last)}"


def points(shares: Sequence[Share]) -> tuple[CurvePoint, ...]:
    """Return what a curve of plans still open is drawn from."""
    return tuple(
        CurvePoint(
            months,
            share.share * 100,
            f"{wording.counted(months, 'months')}: {_percent(share)} open, of {share.watched} watched",
        )
        for months, share in enumerate(shares)
    )


def ended_points(shares: Sequence[float]) -> tuple[CurvePoint, ...]:
    """Return what a curve of plans ended is drawn from."""
    return tuple(
        CurvePoint(months, share * 100, f"{wording.counted(months, 'months')}: {_percent_of(share)}")
        for months, share in enumerate(shares)
    )


def _share(shares: Sequence[Share], months: int) -> str:
    """Write a share and its interval, or a dash where the curve has ended."""
    if months >= len(shares):
        return wording.NONE
    share = shares[months]
    return f"{_percent(share)} ({wording.number(share.low * 100)} to {wording.number(share.high * 100)})"


def _percent(share: Share) -> str:
    """Write a share in per cent."""
    return _percent_of(share.share)


def _percent_of(share: float) -> str:
    """Write a number from 0 to 1 in per cent; a little is not nothing."""
    return "under 1%" if 0 < share < 0.005 else f"{wording.number(share * 100)}%"
