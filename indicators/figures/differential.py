"""Differential performance: how a group of children, or a team, fares against all the others.

The relative rate has an interval by the method of variance estimates recovery for ratios (Donner and Zou, 2012) from
Wilson's limits for each share: it holds for small numbers, for none and for all. Groups too small to read are pooled.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, sqrt
from statistics import NormalDist

from indicators.engine.declaration import Indicator
from indicators.figures.breakdown import NOT_KNOWN, OF_A_TEAM
from indicators.figures.figure import Figure, figure_of, subjects_together

FEW = 10
"""Below so many in a group, one child more or less moves a percentage by more than ten points."""
POOLED = "Few each: "
CONFIDENCE = 0.95
Z = NormalDist().inv_cdf(0.5 + CONFIDENCE / 2)
"""Standard deviations on either side within which so many lie."""


@dataclass(frozen=True)
class Against:
    """Hold a group beside the rest: how many times the rest's share its own is, and between what that may lie."""

    group: Figure
    rest: tuple[float, float]
    times: float
    low: float
    high: float

    @property
    def apart(self) -> bool:
        """Tell whether the interval leaves no room for being alike."""
        return self.low > 1 or self.high < 1

    @property
    def distance(self) -> float:
        """Return by what factor, at the least, the group lies apart from the rest; 1 where it may be alike."""
        return max(self.low, 1 / self.high if self.high else inf, 1.0)


def is_few(figure: Figure) -> bool:
    """Tell whether so few stand behind a figure that it says little."""
    if figure.subjects is not None:
        return figure.subjects - (figure.not_yet_due or 0) < FEW
    return figure.unit == "percent" and (figure.denominator or 0) < FEW


def pooled(indicator: Indicator, groups: Sequence[Figure]) -> list[Figure]:
    """Return groups of children with the small ones put together; teams stay apart, and so does what is not known."""
    small = [figure for figure in groups if is_few(figure) and figure.group != NOT_KNOWN and figure.by not in OF_A_TEAM]
    if len(small) < 2:
        return list(groups)
    row = {
        "complete": True,
        "load": max(figure.load or 0 for figure in small),
        "in_part": (),
        "numerator": sum(figure.numerator or 0 for figure in small),
        "denominator": sum(figure.denominator or 0 for figure in small),
        "not_yet_due": sum(figure.not_yet_due or 0 for figure in small),
    } | subjects_together(small)
    first, names = small[0], ", ".join(figure.group for figure in small)
    together = figure_of(indicator, first.authority, first.month, row, first.by, f"{POOLED}{names}")
    return [figure for figure in groups if figure not in small] + [together]


def has_rates(indicator: Indicator) -> bool:
    """Tell whether both halves of an indicator count its subjects, so that shares of them can be set side by side."""
    return indicator.unit == "percent" and not indicator.argument.halves


def against_the_rest(groups: Sequence[Figure]) -> list[Against]:
    """Return each group of one figure beside all others that are known; none where there is nothing to divide by."""
    comparisons = []
    for figure in groups:
        others = [
            remaining
            for remaining in groups
            if remaining is not figure and remaining.group != NOT_KNOWN and remaining.numerator is not None
        ]
        above, below = sum(o.numerator or 0 for o in others), sum(o.denominator or 0 for o in others)
        if figure.value is None or not figure.denominator or not above:
            continue
        times = (figure.numerator or 0) / figure.denominator / (above / below)
        own = (figure.numerator or 0, figure.denominator)
        comparisons.append(Against(figure, (above, below), times, *interval_of_ratio(own, (above, below))))
    return comparisons


def wilson(above: float, below: float) -> tuple[float, float]:
    """Return between what the share of so many of so many lies, between 0 and 1, by Wilson's score."""
    share, spread = above / below, Z * Z / below
    middle = (share + spread / 2) / (1 + spread)
    half = Z * sqrt(share * (1 - share) / below + spread / below / 4) / (1 + spread)
    return max(0.0, middle - half) if above else 0.0, min(1.0, middle + half) if above < below else 1.0


def interval_of_ratio(own: tuple[float, float], rest: tuple[float, float]) -> tuple[float, float]:
    """Return between what the ratio of two shares may lie, each so many of so many; the second is not nought."""
    (share, low, high), (share_of_rest, low_other, high_other) = (
        (above / below, *wilson(int(above), int(below))) for above, below in (own, rest)
    )
    both = share * share_of_rest

    def limit(sign: int, mine: float, its: float) -> float:
        room = both**2 - mine * its * (2 * share - mine) * (2 * share_of_rest - its)
        return float(both + sign * sqrt(max(room, 0.0))) / (its * (2 * share_of_rest - its))

    return limit(-1, low, high_other), limit(1, high, low_other)
