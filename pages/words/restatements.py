"""Restatements in words: what was reported, what is known now, and why."""

from collections.abc import Sequence
from datetime import datetime

from indicators.change.restatement_causes import CORRECTED, GIVEN, LATE, REDONE, REWORDED, UNDONE, Cause
from indicators.change.restatements import Restatement
from indicators.engine.catalogue import all_indicators
from indicators.figures.figure import Figure
from pages.words import wording

COUNTED = {
    LATE: "{} recorded late",
    CORRECTED: "{} corrected",
    REWORDED: "{} by the definition as it was reworded",
}
NOT_COUNTED = {
    LATE: "some recorded late",
    CORRECTED: "some corrected",
    REWORDED: "the definition was reworded",
    GIVEN: "given anew, already counted",
    UNDONE: "a publication was undone",
    REDONE: "a publication was brought back",
}


def in_short(restatement: Restatement) -> str:
    """Say it in a line: reported 86.0% on 4 Nov 2026, 84.0% now: 2 plans recorded late."""
    first, last = restatement.first, restatement.now
    alike = _value(first) == _value(last)
    then, now = (f"{_value(each)} ({wording.halves(each)})" if alike else _value(each) for each in (first, last))
    said = f"reported {then} on {_day(restatement.first_at)}, {now} now"
    because = why(first, restatement.causes)
    return f"{said}: {because}" if because else said


def why(figure: Figure, causes: Sequence[Cause]) -> str:
    """Say why a figure is not what it was: 2 plans recorded late, 1 plan corrected."""
    subjects = all_indicators()[figure.indicator].argument.subjects
    return ", ".join(
        NOT_COUNTED[each.what]
        if each.subjects is None
        else COUNTED[each.what].format(wording.counted(each.subjects, subjects))
        for each in causes
    )


def table(restatements: Sequence[Restatement]) -> list[dict[str, str]]:
    """Return restatements as rows of words, a row for each step."""
    rows = []
    for each in restatements:
        before, since = each.first, each.first_at
        for step in each.steps:
            rows.append(
                {
                    "Indicator": wording.plain(all_indicators()[before.indicator].title),
                    "It was": _in_full(before),
                    "Since": wording.unbroken(_day(since)),
                    "It became": _in_full(step.figure),
                    "On": wording.unbroken(_day(step.at)),
                    "Why": wording.plain(why(before, step.causes)) or wording.NONE,
                }
            )
            before, since = step.figure, step.at
    return rows


def _in_full(figure: Figure) -> str:
    """Write a figure with its two halves."""
    halves = wording.halves(figure)
    return f"{_value(figure)} ({halves})" if halves else _value(figure)


def _value(figure: Figure) -> str:
    """Write a figure, or that there is none."""
    return "no figure" if figure.value is None else wording.value(figure.unit, figure.value)


def _day(utc: datetime) -> str:
    """Write the day of a moment as clocks here show it."""
    return wording.day(wording.as_clocks_here(utc))
