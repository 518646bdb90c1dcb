"""Restatements in words: what was reported, what is known now, and why."""

from collections.abc import Sequence

from indicators.catalogue import all_indicators
from indicators.causes import CORRECTED, LATE, REDONE, REWORDED, UNDONE, Cause
from indicators.declaration import Indicator
from indicators.restatements import Restatement
from pages.kit import words

WITHOUT_A_NUMBER = {
    LATE: "recorded late",
    CORRECTED: "corrected",
    REWORDED: "the definition was reworded",
    UNDONE: "a publication was undone",
    REDONE: "a publication was brought back",
}


def in_short(restatement: Restatement) -> str:
    """Say it in a line: reported 86.0% on 4 Nov 2026, 84.0% now: 2 plans recorded late."""
    reported, now = (words.value(each.unit, each.value) for each in (restatement.first, restatement.now))
    if reported == now:
        reported, now = (f"{each} ({words.halves(of)})" for each, of in both(restatement, reported, now))
    on = words.day(words.as_clocks_here(restatement.first_at))
    because = why(all_indicators()[restatement.first.indicator], restatement.causes)
    return f"reported {reported} on {on}, {now} now" + (f": {because}" if because else "")


def both(restatement: Restatement, *said: str) -> zip:
    """Pair what is said of the first figure and of the last with the figures."""
    return zip(said, (restatement.first, restatement.now), strict=True)


def why(indicator: Indicator, causes: Sequence[Cause]) -> str:
    """Say why figures moved: 2 plans recorded late, 1 plan corrected."""
    return ", ".join(_because(indicator.argument.subjects, each) for each in causes)


def table(restatements: Sequence[Restatement]) -> list[dict[str, str]]:
    """Return restatements as rows of words, a row for each step."""
    rows = []
    for each in restatements:
        indicator = all_indicators()[each.first.indicator]
        before, since = each.first, each.first_at
        for step in each.steps:
            rows.append(
                {
                    "Indicator": words.plain(indicator.title),
                    "Reported": f"{_figure(before)}, {words.day(words.as_clocks_here(since))}",
                    "Then": f"{_figure(step.figure)}, {words.day(words.as_clocks_here(step.at))}",
                    "Why": words.plain(why(indicator, step.causes)) or words.NONE,
                }
            )
            before, since = step.figure, step.at
    return rows


def _because(subjects: str, cause: Cause) -> str:
    """Write one cause."""
    if cause.subjects is None:
        return WITHOUT_A_NUMBER[cause.what]
    if cause.what == REWORDED:
        return f"{words.counted(cause.subjects, subjects)} by the definition as it was reworded"
    return f"{words.counted(cause.subjects, subjects)} {cause.what}"
