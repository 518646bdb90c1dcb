"""Quarters and the year to date: a figure of several months, by what kind of figure it is.

A quarter is of the financial year, which begins in April. What is counted within a month adds up over months, and
shares of it pool: both halves are added up, so that a child counts once in each month. All else stands at its last day:
what is open at a month end, and what looks back over a quarter or a year already.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from data.months import months_before, months_from
from data.units import scale_of
from indicators.engine.declaration import Indicator
from indicators.figures.disclosure import CONFIDENTIAL, is_hidden
from indicators.figures.figure import Figure

EXAMPLES = Path(__file__).with_name("periods.examples.toml")
APRIL = 4
A_MONTH = 2
"""Months that a figure of one month looks back at most: the second for what came of what was counted in the first."""
ADDS_UP, POOLS, LAST_DAY = "added up", "pooled", "as at the last day"


@dataclass(frozen=True)
class Period:
    """Hold a quarter or a year to date: its title, and its month ends, the oldest first."""

    title: str
    months: tuple[date, ...]


@cache
def worked_examples() -> tuple[dict, ...]:
    """Return the worked examples of a quarter: an indicator, how it is told, its months and its value."""
    return tuple(tomllib.loads(EXAMPLES.read_text(encoding="utf-8"))["example"])


def quarter_of(month: date) -> Period:
    """Return the quarter of a month, up to that month: Q3 2026/27 of October to December."""
    number = (month.month - APRIL) % 12 // 3 + 1
    first = months_before(month, (month.month - APRIL) % 3)
    months = months_from(first, month)
    to_date = "" if len(months) == 3 else " to date"
    return Period(f"Q{number} {_year(month)}{to_date}", tuple(months))


def year_to_date(month: date) -> Period:
    """Return the financial year of a month, up to that month."""
    months = months_from(months_before(month, (month.month - APRIL) % 12), month)
    return Period(_year(month) if len(months) == 12 else f"{_year(month)} to date", tuple(months))


def spans_of(month: date) -> tuple[Period, ...]:
    """Return the periods that stand beside a month end, each of which has been or is under way.

    They are its quarter, the quarter before, its quarter a year ago, its year to date, and the same of the year before.
    """
    quarter, year = quarter_of(month), year_to_date(month)
    previous = quarter_of(months_before(quarter.months[0], 1))
    quarter_ago = Period(f"{quarter.title[:2]} a year ago", earlier(quarter, 12))
    title = year_to_date(months_before(month, 12)).title.replace("to date", "to the same month")
    return quarter, previous, quarter_ago, year, Period(title, earlier(year, 12))


def periods_within(months: Sequence[date]) -> list[Period]:
    """Return every quarter and every year of some months, the oldest first; the last of each may be to date."""
    last = months[-1]
    ends = [month for month in months if month == last or month.month % 3 == 0]
    years = [month for month in months if month == last or month.month == APRIL - 1]
    return sorted(
        [*map(quarter_of, ends), *map(year_to_date, years)], key=lambda period: (period.months[-1], period.title)
    )


def earlier(period: Period, months: int) -> tuple[date, ...]:
    """Return the months of a period, so many months earlier."""
    return tuple(months_before(month, months) for month in period.months)


def how_over(indicator: Indicator) -> str:
    """Return how an indicator is told of several months."""
    is_of_a_month = all(isinstance(reach, int) and reach <= A_MONTH for reach in indicator.reaches)
    if not is_of_a_month or not any(indicator.reaches) or indicator.unit in ("median", "rate"):
        return LAST_DAY
    return ADDS_UP if indicator.unit == "count" else POOLS


def figure_over(indicator: Indicator, months: Sequence[date], of: Mapping[date, Figure]) -> Figure | None:
    """Return the figure of several months as its reader may see it; None where none of them is known.

    `of` holds the figures month by month. With a month missing there is no figure, and the reason names it; with a
    month hidden from the reader it is hidden, too.
    """
    last = of.get(months[-1])
    if last is None or how_over(indicator) == LAST_DAY:
        return last
    parts = [of.get(month) for month in months]
    if lacking := [month for month, part in zip(months, parts, strict=True) if part is None or part.numerator is None]:
        return _without(last, _why(lacking[0], of.get(lacking[0])))
    parts_told = [part for part in parts if part is not None]
    above = sum(part.numerator or 0.0 for part in parts_told)
    below = None if indicator.unit == "count" else sum(part.denominator or 0.0 for part in parts_told)
    if below == 0:
        return _without(last, "There was nothing to count in these months.")
    value = above if below is None else above / below * scale_of(indicator.unit)
    # Months that are told are none or too many to recognise a child by, and so is what they add up to.
    return replace(last, value=value, numerator=above, denominator=below, not_yet_due=None, subjects=None, reason="")


def _why(month: date, figure: Figure | None) -> str:
    """Say why there is no figure of several months."""
    if figure is not None and is_hidden(figure):
        return CONFIDENTIAL
    return f"There is no figure of {month:%B %Y}, so that nothing can be added up."


def _without(figure: Figure, reason: str) -> Figure:
    """Return a figure of which nothing is known but why."""
    return replace(figure, value=None, numerator=None, denominator=None, not_yet_due=None, subjects=None, reason=reason)


def _year(month: date) -> str:
    """Write the financial year of a month: 2026/27."""
    first = month.year - (month.month < APRIL)
    return f"{first}/{(first + 1) % 100:02d}"
