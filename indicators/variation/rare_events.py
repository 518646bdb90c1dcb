"""Rare events, charted by the time between them (T) or the cases between them (G), since most months have none.

Such waits are nearly normal on the scale of Nelson (1994). Where those counted in one month are counted again in the
next, they are no events of their own, and nothing is charted.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from random import Random
from statistics import fmean

from indicators.variation.control_chart import (
    LEAST,
    TOO_FEW,
    G,
    Point,
    T,
    Variation,
    baseline,
    carried_over,
    run_chart,
    sigma_of,
)
from indicators.variation.signals import DOWN, UP, signals

RARE = 0.75
"""Fewer events a month than this are rare: of more, a chart of months finds a change sooner, with few false alarms."""
NELSON = 1 / 3.6
"""The power that makes the time between events nearly normal."""


def rarely(points: Sequence[Point], unit: str, shared: float = 0.0, begins: int = 0) -> Variation | None:
    """Chart what lies between events, where they are rare, or between the exceptions of what is nearly always so."""
    segment = points[begins:]
    if unit in ("count", "percent", "rate") and _are_rare(segment):
        return between_events(points, T if unit == "count" else G, shared, begins)
    if unit != "percent" or not _are_rare(_exceptions(segment)):
        return None
    variation = between_events(_exceptions(points), G, shared, begins)
    turned = (replace(signal, way=DOWN if signal.way == UP else UP) for signal in variation.signals)
    return replace(variation, signals=tuple(turned))


def between_events(points: Sequence[Point], kind: str, shared: float = 0.0, begins: int = 0) -> Variation:
    """Chart the time or the cases between rare events; the months themselves have no limits.

    Where in its month an event lies is not known, and is drawn, the same each time. A wait longer than chance means
    fewer events, shorter ones mean more: the signal stands at the months of the events that end those waits.
    """
    none = replace(run_chart(len(points), begins, TOO_FEW), kind=kind)
    when, passed = _moments(points, begins, kind)
    lengths = [later - earlier for (_, earlier), (_, later) in pairwise(when)]
    if len(lengths) < LEAST or _stay(points[begins:], shared):
        return none
    scaled = [length**NELSON for length in lengths]
    centre, sigma = fmean(baseline(scaled)), sigma_of(baseline(scaled))
    months = [place for place, _ in when[1:]]
    waiting = (passed - when[-1][1]) ** NELSON
    if waiting > centre + 3 * sigma:  # the wait that still goes on counts only once it is longer than chance
        scaled, months = [*scaled, waiting], [*months, len(points) - 1]
    above = [(centre - length) / sigma for length in scaled]
    all_signals = [
        replace(length, first=months[length.first], last=months[length.last])
        for length in signals(above, [-signal for signal in scaled])
    ]
    return replace(none, signals=tuple(all_signals), why_none="")


def _moments(points: Sequence[Point], begins: int, kind: str) -> tuple[list[tuple[int, float]], float]:
    """Return the place and the moment of each event, in months or in cases passed, and how much passed in all."""
    when: list[tuple[int, float]] = []
    passed = 0.0
    for place, point in enumerate(points[begins:], begins):
        room = 0.0 if point.value is None else 1.0 if kind == T else point.denominator or 0.0
        dice = Random(place)
        drawn = sorted(dice.random() for _ in range(round(point.numerator) if room else 0))
        when += [(place, passed + room * fraction) for fraction in drawn]
        passed += room
    return when, passed


def _are_rare(points: Sequence[Point]) -> bool:
    """Tell whether events are rare in the months that limits would come from."""
    counts = [point.numerator for point in points if point.value is not None]
    return fmean(baseline(counts)) < RARE


def _stay(points: Sequence[Point], shared: float) -> bool:
    """Tell whether those counted in one month are counted again in the next."""
    counts = baseline([point.numerator for point in points if point.value is not None])
    return carried_over([count - fmean(counts) for count in counts], shared) > 0


def _exceptions(points: Sequence[Point]) -> list[Point]:
    """Return the points of those who miss: what is nearly always so is judged by the exceptions."""
    return [
        replace(
            point,
            value=None if point.value is None else 100 - point.value,
            numerator=(point.denominator or 0) - point.numerator,
        )
        for point in points
    ]
