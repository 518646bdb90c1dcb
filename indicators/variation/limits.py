"""Limits for a segment of a series: XmR for counts and averages, Laney's p′ and u′ for percentages and rates."""

from collections.abc import Sequence
from dataclasses import replace
from math import sqrt
from statistics import fmean

from data.units import scale_of
from indicators.variation.control_chart import (
    XMR,
    P,
    Point,
    U,
    Variation,
    baseline,
    carried_over_but_for_steps,
    length_of_baseline,
    sigma_of,
)
from indicators.variation.signals import signals

FEW = 10.0
"""Of fewer than this in a month, chance is even-handed only on the scale of their square roots."""
HALF_A_PERSON = 0.5


def of_counts(segment: Sequence[Point], shared: float) -> Variation | None:
    """Chart counts; None where no point differs from the next.

    A number of people varies by its own square root at least (Poisson), however evenly it has run so far.
    """
    values = [point.value for point in segment]
    rooted = fmean(value for value in baseline(values) if value is not None) < FEW
    scaled = [None if value is None else _root(value) if rooted else value for value in values]
    base = baseline(scaled)
    centre = fmean(value for value in base if value is not None)
    carries = carried_over_but_for_steps([None if value is None else value - centre for value in base], shared)
    sigma = sigma_of(base) / sqrt(1 - carries)
    if not sigma:
        return None
    sigma = max(sigma, 0.5 if rooted else sqrt(centre))
    whole = _people_apart(values, [_square(centre) if rooted else centre] * len(values))
    charted = _charted(XMR, scaled, centre, [sigma] * len(values), carries, whole)
    if not rooted:
        return charted
    low, middle, high = (
        tuple(None if value is None else _square(value) for value in row)
        for row in (charted.low, charted.centre, charted.high)
    )
    return replace(charted, low=low, centre=middle, high=high)


def of_few(segment: Sequence[Point]) -> bool:
    """Tell whether averages are of fewer than ten: what stays from month to month is then no more than a child or two.

    Of stable series of about three in the year up to each month 35% showed a signal in the last month; of ten, 3%.
    """
    return fmean(point.denominator or 0 for point in _baseline_of(segment)) < FEW


def of_averages(segment: Sequence[Point], shared: float) -> Variation | None:
    """Chart averages, each of which varies by the root of how many it is of: one of few more than one of many.

    None where no point differs from the next. A month without an average has limits as wide as one of the usual size.
    """
    base = _baseline_of(segment)
    usual = _usual_size(base)
    centre = fmean([point.value or 0 for point in base], [point.denominator or usual for point in base])
    roots = [sqrt((point.denominator or usual) / usual) for point in segment]
    values = [point.value for point in segment]
    above = [None if value is None else (value - centre) * root for value, root in zip(values, roots, strict=True)]
    carries = carried_over_but_for_steps(baseline(above), shared)
    sigma = sigma_of(baseline(above)) / sqrt(1 - carries)
    if not sigma:
        return None
    return _charted(XMR, values, centre, [sigma / root for root in roots], carries, [True] * len(values))


def laney(segment: Sequence[Point], shared: float, unit: str) -> Variation | None:
    """Chart percentages by p′ and rates by u′: binomial or Poisson sigma, times how far the points exceed it.

    None where there is no spread. A month without a figure has limits as wide as one of the usual size.
    """
    values = [point.value for point in segment]
    base = _baseline_of(segment)
    share = sum(point.numerator for point in base) / sum(point.denominator or 0 for point in base)
    spread = share * (1 - share) if unit == "percent" else share
    if spread <= 0:
        return None
    usual, scale = _usual_size(base), scale_of(unit)
    own = [sqrt(spread / (point.denominator or usual)) for point in segment]
    above = [
        None if value is None else (value / scale - share) / sigma for value, sigma in zip(values, own, strict=True)
    ]
    carries = carried_over_but_for_steps(baseline(above), shared)
    more = _evidently_more(sigma_of(baseline(above)) / sqrt(1 - carries), len(base))
    sigmas = [sigma * more * scale for sigma in own]
    whole = _people_apart(
        [point.numerator for point in segment], [share * (point.denominator or 0) for point in segment]
    )
    return _charted(P if unit == "percent" else U, values, share * scale, sigmas, carries, whole)


def _baseline_of(segment: Sequence[Point]) -> list[Point]:
    """Return the points that limits come from."""
    within = segment[: length_of_baseline([point.value for point in segment])]
    return [point for point in within if point.value is not None]


def _usual_size(base: Sequence[Point]) -> float:
    """Return of how many the points of a baseline mostly are; of one where that is not counted of any."""
    counted = [point.denominator for point in base if point.denominator]
    return fmean(counted) if counted else 1.0


def _evidently_more(more: float, many: int) -> float:
    """Return how many times pure chance a series varies, 1 where that is not evident in its baseline.

    The mean moving range of so many points strays from its own mean by 0.91 over their root.
    """
    return more if more > 1 + 1.645 * 0.91 / sqrt(many) else 1.0


def _people_apart(counted: Sequence[float | None], expected: Sequence[float]) -> list[bool]:
    """Tell which points lie at least half a person from the average: nearer than that they lie on neither side."""
    return [
        count is not None and abs(count - average) >= HALF_A_PERSON
        for count, average in zip(counted, expected, strict=True)
    ]


def _charted(
    kind: str,
    values: Sequence[float | None],
    centre: float,
    sigmas: Sequence[float],
    carries: float,
    apart: Sequence[bool],
) -> Variation:
    """Draw limits three sigma from the centre, and read the signals."""
    above = [
        None if value is None or not sigma else (value - centre) / sigma if far else 0.0
        for value, sigma, far in zip(values, sigmas, apart, strict=True)
    ]
    most = 100.0 if kind == P else float("inf")
    low = tuple(max(0.0, centre - 3 * sigma) for sigma in sigmas)
    high = tuple(min(most, centre + 3 * sigma) for sigma in sigmas)
    all_signals = signals(above, values, carries)
    return Variation(kind, (centre,) * len(values), low, high, tuple(all_signals), carries=carries)


def _root(value: float) -> float:
    """Return a number on the scale on which it varies alike, however great it is (Anscombe 1948)."""
    return sqrt(value + 3 / 8)


def _square(root: float) -> float:
    """Return the number of a root."""
    return max(0.0, root**2 - 3 / 8)
