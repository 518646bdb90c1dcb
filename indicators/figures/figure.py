"""One figure: its value, what it was made of, and why there is none where there is none."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from data.extracts import all_extracts
from data.units import scale_of
from indicators.engine.declaration import Indicator
from indicators.engine.rounding import exact
from indicators.engine.too_few_rows import why_too_few

SHOWN = "shown"
RECORDS, AGGREGATES = "records", "aggregates"
"""What a figure was counted from: the records behind it, or nothing that we hold, since it was given as a figure."""


@dataclass(frozen=True)
class Verdict:
    """Hold whether a figure is shown to the public or why it is hidden, and whether what is not yet due is told."""

    what: str
    is_rest_shown: bool = False

    @property
    def is_shown(self) -> bool:
        """Tell whether the figure may be told."""
        return self.what == SHOWN


SUBJECTS = ("subjects", "subjects_counted", "subjects_besides")
"""What says of a figure how many stand behind it, and tells of them as a count would."""


@dataclass(frozen=True)
class Figure:
    """Hold one figure of one month: its value, what it was made of, and why there is none where there is none.

    A percentage is in per cent, a rate per 10,000 children; nothing is rounded. `load` is the newest load behind it.
    `not_yet_due` is None where it may not be told.
    """

    indicator: str
    authority: str
    month: date
    unit: str
    value: float | None
    numerator: float | None
    denominator: float | None
    not_yet_due: int | None
    load: int | None
    reason: str = ""
    by: str = ""
    group: str = ""
    counted_from: str = RECORDS
    subjects: int | None = None
    """How many rows stand behind it, those not yet due included; None where that is not known."""
    subjects_counted: int | None = None
    """How many of them bring anything that is counted, such as a night."""
    subjects_besides: int | None = None
    """How many of them bring anything that a share is out of and does not count."""
    verdict: Verdict | None = field(default=None, compare=False, repr=False)
    """What was decided that the public may be told of it; None where nothing was."""

    @property
    def refused(self) -> bool:
        """Tell whether rows are there and no figure can rightly be made of them; the reason says why."""
        return self.load is not None and self.numerator is None and self.counted_from == RECORDS

    def to_json(self) -> dict:
        """Return the shape that others rely on."""
        shape = {
            "indicator": self.indicator,
            "authority": self.authority,
            "month": f"{self.month:%Y-%m}",
            "value": self.value,
            "numerator": _plain(self.numerator),
            "denominator": _plain(self.denominator),
            "not_yet_due": self.not_yet_due,
            "unit": self.unit,
            "load": self.load,
        }
        if self.by:
            shape |= {"by": self.by, "group": self.group}
        if self.counted_from != RECORDS:
            shape["counted_from"] = self.counted_from
        return shape | ({"reason": self.reason} if self.value is None else {})


def figure_of(
    indicator: Indicator, authority: str, month: date, row: dict | None, by: str = "", group: str = ""
) -> Figure:
    """Make a figure of added-up rows, or of none where the month was not published; say why where there is none."""
    of = (indicator.id, authority, month, indicator.unit)
    if row is None or not row["complete"]:
        why = _not_published(indicator, month, [] if row is None else list(row["extracts"]))
        return Figure(*of, None, None, None, 0, None, why, by, group)
    load, counted_from = int(row["load"]), row.get("counted_from", RECORDS)
    subjects = _subjects(row)
    if reason := _only_in_parts(month, row, by) or why_too_few(indicator, month, row["in_part"]):
        return Figure(*of, None, None, None, 0, load, reason, by, group, counted_from, *subjects)
    numerator = exact(row["numerator"])
    denominator, reason = _denominator(indicator, authority, row, by)
    value = None if reason else _value(indicator.unit, numerator, denominator)
    due = int(row["not_yet_due"])
    return Figure(*of, value, numerator, denominator, due, load, reason, by, group, counted_from, *subjects)


def _subjects(row: dict) -> tuple[int | None, int | None, int | None]:
    """Return how many stand behind a figure, as far as a row says: all, who brings what counts, and what does not."""
    every, counted, besides = (int(row[name]) if name in row and not pd.isna(row[name]) else None for name in SUBJECTS)
    return every, counted, besides


def subjects_together(parts: Iterable[Figure]) -> dict[str, int | None]:
    """Add up how many stand behind parts of one whole; None where that is not known."""
    figures = list(parts)
    return {name: sum(getattr(figure, name) or 0 for figure in figures) or None for name in SUBJECTS}


def _value(unit: str, numerator: float, denominator: float | None) -> float:
    """Return the figure itself: per cent, per 10,000, per full-time equivalent, or a number."""
    return numerator if denominator is None else numerator / denominator * scale_of(unit)


def _denominator(indicator: Indicator, authority: str, row: dict, by: str) -> tuple[float | None, str]:
    """Return what a figure is out of, and why there is no figure where there can be none."""
    if indicator.unit == "count":
        return None, ""
    if indicator.unit == "rate":
        if by:
            return None, "No population is held by group, so there is no rate."
        if pd.isna(row["children_0_17"]):
            return None, f"No population is held for {authority}, so there is no rate."
        return exact(row["children_0_17"]), ""
    if pd.isna(row["denominator"]):
        return None, "The figure was given without the number that it is out of."
    if not row["denominator"]:
        words = indicator.argument.denominator
        return 0.0, f"There was nothing to count: {words[0].lower()}{words[1:]}."
    return exact(row["denominator"]), ""


def _only_in_parts(month: date, row: dict, by: str) -> str:
    """Say that a figure was given by team or group and not of all of them."""
    if by or row.get("of_all", True):
        return ""
    return (
        f"The figures given for {month:%B %Y} have parts of this one, and no row of the team All that is not broken "
        "down. Parts are never added up."
    )


def _not_published(indicator: Indicator, month: date, published: list[str]) -> str:
    """Say which extracts were not published for a month."""
    titles = [all_extracts()[name].title for name in indicator.needed if name not in published]
    return f"Not published for {month:%B %Y}: {', '.join(titles)}."


def _plain(number: float | None) -> float | int | None:
    """Write a whole number without a decimal point."""
    return int(number) if number is not None and number == int(number) else number
