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
    tell = wording.in_full if _value(first) == _value(last) else _value
    sentence = f"reported {tell(first)} on {_day(restatement.first_at)}, {tell(last)} now"
    because = why(first, restatement.causes)
    return f"{sentence}: {because}" if because else sentence


def why(figure: Figure, causes: Sequence[Cause]) -> str:
    """Say why a figure is not what it was: 2 plans recorded late, 1 plan corrected."""
    subjects = all_indicators()[figure.indicator].argument.subjects
    return ", ".join(
        NOT_COUNTED[cause.what]
        if cause.subjects is None
        else COUNTED[cause.what].format(wording.counted(cause.subjects, subjects))
        for cause in causes
    )


def table(restatements: Sequence[Restatement]) -> list[dict[str, str]]:
    """Return restatements as rows of words, a row for each step."""
    rows = []
    for restatement in restatements:
        earlier, since = restatement.first, restatement.first_at
        for step in restatement.steps:
            rows.append(
                {
                    "Indicator": wording.plain(all_indicators()[earlier.indicator].title),
                    "It was": wording.in_full(earlier),
                    "Since": wording.unbroken(_day(since)),
                    "It became": wording.in_full(step.figure),
                    "On": wording.unbroken(_day(step.at)),
                    "Why": wording.plain(why(earlier, step.causes)) or wording.NONE,
                }
            )
            earlier, since = step.figure, step.at
    return rows


def _value(figure: Figure) -> str:
    """Write a figure, or that there is none."""
    return wording.in_full(figure) if figure.value is None else wording.value(figure.unit, figure.value)


def _day(utc: datetime) -> str:
    """Write the day of a moment as clocks here show it."""
    return wording.day(wording.as_clocks_here(utc))
