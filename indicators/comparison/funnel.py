"""A funnel: how far from England's rate an authority of each size may lie by chance, and how much they differ anyway.

Limits at 95% and 99.8% are exact, binomial for a share and Poisson for a rate. Where authorities differ by more than
chance, as most do with large numbers, the usual difference is added (Spiegelhalter 2005, "Handling over-dispersion of
performance indicators": winsorised φ, additive τ²). A rank would report that noise as news; a funnel does not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import asin, ceil, floor, pi, sin, sqrt
from statistics import NormalDist, quantiles

from data.published.areas import JOINT, LOCAL_AUTHORITY
from data.published.dfe_publication import HIDDEN_LEAST, HIDDEN_MOST, SUPPRESSED, Measure
from data.published.published_figures import Held
from data.units import scale_of
from indicators.comparison.comparators import ENGLAND

LEVELS = (0.95, 0.998)
WINSORISED = 0.1
FEWEST = 20
"""Of fewer authorities than these the usual difference is not estimated, and a funnel is not drawn."""
FAR = LEVELS[-1]


@dataclass(frozen=True)
class Point:
    """Hold one authority: its code, name and halves."""

    authority: str
    name: str
    numerator: float
    denominator: float


@dataclass(frozen=True)
class Funnel:
    """Hold a funnel: the share or rate at its middle, and every authority that has both halves.

    `hidden` are those whose number is not published because it is small, each with the middle of what it may be. They
    are no points of the funnel, but without them only noughts and the larger would tell how much authorities differ.
    """

    measure: Measure
    middle: float
    points: tuple[Point, ...]
    hidden: tuple[Point, ...] = ()
    whole: str = "England"
    """Whose share or rate is at its middle."""

    @property
    def binomial(self) -> bool:
        """Tell whether a share is counted, rather than a rate."""
        return self.measure.unit == "percent"

    @property
    def scale(self) -> float:
        """Return what a share is multiplied by to be shown: 100 for per cent, 10,000 for a rate."""
        return scale_of(self.measure.unit)

    @cached_property
    def dispersion(self) -> float:
        """Return φ: how many times as much authorities vary as by chance alone, the outermost tenths drawn in."""
        scores = [
            (self._even(point.numerator / point.denominator) - self._even(self.middle)) / self._error(point.denominator)
            for point in (*self.points, *self.hidden)
        ]
        cuts = quantiles(scores, n=round(1 / WINSORISED), method="inclusive")
        low, high = cuts[0], cuts[-1]
        return sum(min(max(score, low), high) ** 2 for score in scores) / len(scores)

    @cached_property
    def usual_difference(self) -> float:
        """Return τ², the variance between authorities that chance does not explain; 0 where φ is within its error."""
        all_points = (*self.points, *self.hidden)
        many = len(all_points)
        if self.dispersion <= 1 + 2 * sqrt(2 / many):
            return 0.0
        weights = [self._error(point.denominator) ** -2 for point in all_points]
        spread = sum(weights) - sum(weight**2 for weight in weights) / sum(weights)
        return max(0.0, (many * self.dispersion - (many - 1)) / spread)

    def limits(self, denominator: float, level: float) -> tuple[float, float]:
        """Return between which counts an authority of a size lies so often, by chance and the usual difference."""
        if not self.usual_difference:
            return self.by_chance(denominator, level)
        reach = NormalDist().inv_cdf(0.5 + level / 2) * sqrt(self._error(denominator) ** 2 + self.usual_difference)
        middle = self._even(self.middle)
        return tuple(self._back(middle + side * reach) * denominator for side in (-1, 1))  # type: ignore[return-value]

    def by_chance(self, denominator: float, level: float) -> tuple[float, float]:
        """Return the exact limits, between whole counts by how much of the step is needed, as a smooth funnel wants."""
        return self._exact(denominator, 0.5 - level / 2), self._exact(denominator, 0.5 + level / 2)

    def whole_counts(self, denominator: float) -> tuple[int, int]:
        """Return the exact whole counts between which chance alone leaves an authority of a size, at 99.8%."""
        law = self._law(denominator)
        return int(law.ppf(0.5 - FAR / 2)), int(law.ppf(0.5 + FAR / 2))

    def _law(self, denominator: float):
        """Return how counts fall by chance for an authority of a size."""
        from scipy import stats  # here, since it takes 60 MB, and most readers look at no funnel

        if self.binomial:
            return stats.binom(max(1, round(denominator)), self.middle)
        return stats.poisson(self.middle * denominator)

    def _exact(self, denominator: float, share: float) -> float:
        """Return the count below which so great a share of chances lies."""
        law = self._law(denominator)
        count = float(law.ppf(share))
        reached, reached_below = float(law.cdf(count)), float(law.cdf(count - 1))
        return max(0.0, count - (reached - share) / (reached - reached_below))

    def _even(self, value: float) -> float:
        """Return a value on the scale on which chance is as great everywhere: arcsine of a share, root of a rate."""
        return asin(sqrt(min(max(value, 0.0), 1.0))) if self.binomial else sqrt(max(value, 0.0))

    def _back(self, value: float) -> float:
        """Return a value of that scale as a share or a rate."""
        return sin(min(max(value, 0.0), pi / 2)) ** 2 if self.binomial else max(value, 0.0) ** 2

    @staticmethod
    def _error(denominator: float) -> float:
        """Return the standard error by chance on that scale."""
        return 1 / (2 * sqrt(denominator))


def funnel_of(measure: Measure, figures: Sequence[Held]) -> Funnel | None:
    """Return the funnel of one year's figures around England's; None where there are too few with both halves."""
    points = _points(measure, figures)
    hidden = tuple(
        Point(figure.authority, figure.name, (HIDDEN_LEAST + HIDDEN_MOST) / 2, figure.denominator)
        for figure in figures
        if figure.level == LOCAL_AUTHORITY
        and figure.numerator_missing in SUPPRESSED
        and figure.denominator
        and measure.hidden_is_small
    )
    middle = next((_middle(measure, figure) for figure in figures if figure.authority == ENGLAND), None)
    if len(points) < FEWEST or not middle:
        return None
    return Funnel(measure, middle, points, hidden)


def funnel_of_region(measure: Measure, figures: Sequence[Held], region: str) -> Funnel | None:
    """Return the funnel of one month's figures of a region around what is told of them, taken together.

    None where there are too few with both halves, or nothing was counted.
    """
    points = _points(measure, figures)
    counted = sum(point.numerator for point in points)
    if len(points) < FEWEST or not counted:
        return None
    return Funnel(measure, counted / sum(point.denominator for point in points), points, whole=region)


def _points(measure: Measure, figures: Sequence[Held]) -> tuple[Point, ...]:
    """Return the authorities that have both halves."""
    return tuple(
        Point(figure.authority, figure.name, figure.numerator, figure.denominator)
        for figure in figures
        if figure.level == LOCAL_AUTHORITY
        and figure.numerator is not None
        and figure.denominator
        and _counts(measure, figure)
    )


def _middle(measure: Measure, england: Held) -> float | None:
    """Return England's share or rate as DfE prints it, or of its halves where it prints none."""
    if england.value is not None:
        return england.value / scale_of(measure.unit)
    return england.numerator / england.denominator if england.numerator and england.denominator else None


def in_a_sentence(funnel: Funnel, numerator: float, denominator: float) -> str:
    """Say what stands in the place of a rank: "41 of 296; an authority of this size at England's rate would show …"."""
    low, high = funnel.whole_counts(denominator)
    between = {"percent": "of", "rate": "among"}.get(funnel.measure.unit, "over")
    above, below = (f" {noun}" if funnel.measure.unit == "average" else "" for noun in funnel.measure.counts)
    counted = f"{_plain(numerator)}{above} {between} {_plain(denominator)}{below}"
    return f"{counted}; an authority of this size at {funnel.whole}'s rate would show {low:,} to {high:,}"


def judged(funnel: Funnel, numerator: float, denominator: float) -> str:
    """Say on which side of the limits a figure lies, the usual difference between authorities allowed for."""
    allowed = "chance"
    if funnel.usual_difference:
        low, high = funnel.limits(denominator, FAR)
        allowed = f"chance and the usual difference between authorities ({_plain(ceil(low))} to {_plain(floor(high))})"
    for level, name in zip(LEVELS, ("95%", "99.8%"), strict=True):
        low, high = funnel.limits(denominator, level)
        if low <= numerator <= high:
            return f"Within the {name} limits: {allowed} may explain it."
    side = "Above" if numerator / denominator > funnel.middle else "Below"
    return f"{side} the 99.8% limits: more than {allowed} would explain. It is worth asking why."


def beyond_limits(funnel: Funnel) -> tuple[list[str], list[str]]:
    """Return the names of those above the 99.8% limits, and of those below, each in the order of the points."""
    above, below = [], []
    for point in funnel.points:
        low, high = funnel.limits(point.denominator, FAR)
        if not low <= point.numerator <= high:
            (above if point.numerator > high else below).append(point.name)
    return above, below


def own_point(points: Sequence[Point], own: str) -> Point | None:
    """Return our own point, a joint return's where we are part of one."""
    return next((point for point in points if own in point.authority.split(JOINT)), None)


def _counts(measure: Measure, figure: Held) -> bool:
    """Tell whether the halves of a figure can be those of a share or a rate: parts of a share are no more than it."""
    return measure.unit in ("rate", "average") or (figure.numerator or 0) <= (figure.denominator or 0)


def _plain(number: float) -> str:
    """Write a whole number as one, and any other with one decimal."""
    return f"{number:,.0f}" if number == int(number) else f"{number:,.1f}"
