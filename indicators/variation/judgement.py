"""Is a series changing by more than chance, and if so, for better or for worse?"""

from collections.abc import Sequence
from dataclasses import dataclass

from data.units import scale_of
from indicators.engine.declaration import Indicator
from indicators.engine.reach import SCHOOL_YEAR
from indicators.figures.figure import Figure
from indicators.variation.control_chart import OF_HOW_MANY, UNVARIED, Point, Variation, run_chart
from indicators.variation.signals import UP, Signal, counting
from indicators.variation.variation import vary

IMPROVEMENT, CONCERN, NEUTRAL, CHANCE, CANNOT_TELL = "improvement", "concern", "neutral", "chance", "cannot tell"
YEAR = 12
COUNTS_UP = "counts up"
"""A figure of the school year to date: months are not alike, so there are no limits."""


@dataclass(frozen=True)
class Judgement:
    """Hold what a series does: its variation, whether it is changing, and the signal that says so."""

    variation: Variation
    changing: str
    signal: Signal | None = None


def judge(indicator: Indicator, figures: Sequence[Figure], begins: int = 0) -> Judgement:
    """Judge the latest segment of a series of figures, oldest first; it begins at the place of an annotated event."""
    if SCHOOL_YEAR in indicator.reaches:
        none = (None,) * len(figures)
        return Judgement(Variation("", none, none, none, (), begins, why_none=COUNTS_UP), CANNOT_TELL)
    if indicator.argument.alike and any(_is_of_untold_many(figure) for figure in figures[begins:]):
        return Judgement(run_chart(len(figures), begins, OF_HOW_MANY), CANNOT_TELL)
    points = [point_of(indicator, figure) for figure in figures]
    variation = vary(points, indicator.unit, shared_by_months(indicator), begins)
    if variation.why_none:
        return Judgement(variation, CHANCE if variation.why_none == UNVARIED else CANNOT_TELL)
    places = [place for place, point in enumerate(points) if point.value is not None]
    signal = counting(variation.signals, places[-1])
    return Judgement(variation, meaning(indicator, signal), signal)


def _is_of_untold_many(figure: Figure) -> bool:
    """Tell whether a figure is told and of how many it is is not, as to whoever may not see every child."""
    return figure.value is not None and figure.subjects is None


def point_of(indicator: Indicator, figure: Figure) -> Point:
    """Return a figure as chance sees it: where what is counted of one subject is alike, each subject counts once.

    A hundred days of one child in one home are one answer and not a hundred: of days, limits would be ten times too
    narrow. The figure stays what it is.
    """
    share, subjects = figure.value, (figure.subjects or 0) - (figure.not_yet_due or 0)
    if share is None or subjects <= 0 or not indicator.argument.alike:
        return Point(share, figure.numerator or 0.0, figure.denominator)
    return Point(share, share / scale_of(figure.unit) * subjects, subjects)


def shared_by_months(indicator: Indicator) -> float:
    """Return how much of what a month's figure counts the next one counts again: 11/12 for a year up to the month."""
    months = max((reach for reach in indicator.reaches if isinstance(reach, int)), default=0)
    window = min(months, YEAR)
    return (window - 1) / window if window > 1 else 0.0


def meaning(indicator: Indicator, signal: Signal | None) -> str:
    """Say whether a signal is an improvement, a concern, or a change of which neither way is good."""
    if signal is None:
        return CHANCE
    good = indicator.argument.good
    if good not in ("low", "high"):
        return NEUTRAL
    return IMPROVEMENT if (good == "high") == (signal.way == UP) else CONCERN
