"""How much a series varies by chance: process control after NHS "Making Data Count", as a pure function on a series.

Counts and averages have an XmR chart (Shewhart; constants for n = 2). Percentages have Laney's p′ and rates his u′,
which allow for more than binomial or Poisson variation. Where events are rare, the time between them (T) or the cases
between them (G) is charted instead.

Limits come from a baseline, the first 24 points of the latest segment, and want 13. A segment begins only at an
annotated event. Where what is counted carries over from month to month, as plans do that stay open, months are not
apart: limits are widened by what is shared between them, and runs have to be longer (as for an autoregressive process
of the first order).
"""

from collections.abc import Sequence
from dataclasses import replace

from indicators.variation.control_chart import LEAST, OF_FEW, TOO_FEW, UNVARIED, Point, Variation, run_chart
from indicators.variation.limits import laney, of_averages, of_counts, of_few
from indicators.variation.rare_events import rarely


def vary(points: Sequence[Point], unit: str, shared: float = 0.0, begins: int = 0) -> Variation:
    """Return what a series does by chance and beyond it.

    `shared` is how much of what is counted in a month is counted in the next by construction: 11/12 for a rolling year.
    `begins` is the place at which the latest segment begins.
    """
    segment = points[begins:]
    values = [point.value for point in segment if point.value is not None]
    if len(values) < LEAST or len(set(values)) == 1:
        return run_chart(len(points), begins, UNVARIED if len(values) >= LEAST else TOO_FEW)
    if variation := rarely(points, unit, shared, begins):
        return variation
    if unit == "average" and shared and of_few(segment):
        return run_chart(len(points), begins, OF_FEW)
    if unit in ("percent", "rate"):
        variation = laney(segment, shared, unit)
    else:
        variation = (of_averages if unit == "average" else of_counts)(segment, shared)
    return _placed(variation, begins) if variation else run_chart(len(points), begins, UNVARIED)


def _placed(variation: Variation, begins: int) -> Variation:
    """Put the limits and signals of the latest segment in their places among all points."""
    blank = (None,) * begins
    moved = tuple(
        replace(signal, first=signal.first + begins, last=signal.last + begins) for signal in variation.signals
    )
    low, centre, high = (blank + values for values in (variation.low, variation.centre, variation.high))
    return replace(variation, low=low, centre=centre, high=high, signals=moved, begins=begins)
