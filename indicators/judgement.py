"""Two answers about a series: is it changing by more than chance, and will it meet its target."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

from indicators.control_chart import UNVARIED, Point, Variation
from indicators.declaration import Indicator
from indicators.figure import Figure
from indicators.reach import SCHOOL_YEAR
from indicators.signals import UP, Signal, counting
from indicators.variation import vary

IMPROVEMENT, CONCERN, NEUTRAL, CHANCE, CANNOT_TELL = "improvement", "concern", "neutral", "chance", "cannot tell"
MET, HIT_AND_MISS, NOT_MET, NO_TARGET = "met", "hit and miss", "not met", "no target"
YEAR = 12
COUNTS_UP = "counts up"
"""A figure of the school year to date: months are not alike, so there are no limits."""


@dataclass(frozen=True)
class Judgement:
    """Hold what a series does: its variation, whether it is changing, and the signal that says so."""

    variation: Variation
    changing: str
    signal: Signal | None = None


@dataclass(frozen=True)
class Assurance:
    """Hold whether a target will be met, and how often chance alone meets it, 0 to 1, where limits are known."""

    answer: str
    by_chance: float | None = None


def judge(indicator: Indicator, figures: Sequence[Figure], begins: int = 0) -> Judgement:
    """Judge the latest segment of a series of figures, oldest first; it begins at the place of an annotated event."""
    points = [Point(each.value, each.numerator or 0.0, each.denominator) for each in figures]
    if SCHOOL_YEAR in indicator.reaches:
        none = (None,) * len(points)
        return Judgement(Variation("", none, none, none, (), begins, why_none=COUNTS_UP), CANNOT_TELL)
    found = vary(points, indicator.unit, shared_by_months(indicator), begins)
    if found.why_none:
        return Judgement(found, CHANCE if found.why_none == UNVARIED else CANNOT_TELL)
    known = [place for place, point in enumerate(points) if point.value is not None]
    signal = counting(found.signals, known[-1])
    return Judgement(found, meaning(indicator, signal), signal)


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


def assure(indicator: Indicator, judgement: Judgement, target: float | None) -> Assurance:
    """Say whether a target will be met as things are, judged by the limits of the latest point."""
    good = indicator.argument.good
    if target is None or good not in ("low", "high"):
        return Assurance(NO_TARGET)
    low, centre, high = (
        each[-1] for each in (judgement.variation.low, judgement.variation.centre, judgement.variation.high)
    )
    if low is None or centre is None or high is None:
        return Assurance(CANNOT_TELL)
    sigma = max(high - centre, centre - low) / 3
    reached = NormalDist(centre, sigma).cdf(target) if sigma else float(centre <= target)
    by_chance = reached if good == "low" else 1 - reached
    if (low >= target) if good == "high" else (high <= target):
        return Assurance(MET, by_chance)
    if (high < target) if good == "high" else (low > target):
        return Assurance(NOT_MET, by_chance)
    return Assurance(HIT_AND_MISS, by_chance)
