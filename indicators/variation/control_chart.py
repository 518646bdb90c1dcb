"""A control chart: the points of a series, what it does by chance, and the two numbers that limits are made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from statistics import fmean
from typing import TypeVar

from indicators.variation.signals import Signal

D2 = 1.128
"""The mean range of two normal values, in sigma."""
STEP = 4.5
"""A range so many times the mean range is a step: chance makes one in three thousand."""
LEAST, BASELINE = 13, 24
"""Limits want 13 points, and come from the first 24 of a segment."""
CARRIES_MOST = 0.97
XMR, P, U, T, G, RUN_CHART = "XmR", "p′", "u′", "T", "G", "run chart"
TOO_FEW, UNVARIED, OF_FEW, OF_HOW_MANY = "too few", "unvaried", "of few", "of how many"
Value = TypeVar("Value", bound=float | None)


@dataclass(frozen=True)
class Point:
    """Hold one month of a series: its value, None where there is none, and its halves."""

    value: float | None
    numerator: float = 0.0
    denominator: float | None = None


@dataclass(frozen=True)
class Variation:
    """Hold what a series does: its chart, limits for each point, and signals. Points before `begins` have no limits.

    `why_none` says why there are no limits: too few points, none that differ, averages of too few, or days
    of which the reader is not told how many children's they are.
    """

    kind: str
    centre: tuple[float | None, ...]
    low: tuple[float | None, ...]
    high: tuple[float | None, ...]
    signals: tuple[Signal, ...]
    begins: int = 0
    carries: float = 0.0
    why_none: str = ""


def run_chart(many: int, begins: int, why: str) -> Variation:
    """Return so many points without limits, and why there are none."""
    none = (None,) * many
    return Variation(RUN_CHART, none, none, none, (), begins, why_none=why)


def baseline(row: Sequence[Value]) -> Sequence[Value]:
    """Return the points that limits come from: the first 24 that have a figure, and the months without one between."""
    return row[: length_of_baseline(row)]


def length_of_baseline(row: Sequence[float | None]) -> int:
    """Return how many months the baseline is long: a month without a figure is no point of it."""
    places = [place for place, value in enumerate(row) if value is not None]
    return places[BASELINE] if len(places) > BASELINE else len(row)


def sigma_of(values: Sequence[float | None]) -> float:
    """Return sigma by the mean moving range: what a point differs from the one before, over d2.

    Steps are left out first, or one in the baseline would hide itself.
    """
    steps = steps_of(values)
    usual = [size for place, size in _ranges(values) if place not in steps]
    return fmean(usual) / D2 if usual else 0.0


def steps_of(values: Sequence[float | None]) -> set[int]:
    """Return the places at which a row takes a step: a range that chance does not make."""
    ranges = _ranges(values)
    if not ranges:
        return set()
    most = STEP * fmean(size for _, size in ranges)
    return {place for place, size in ranges if size > most}


def _ranges(values: Sequence[float | None]) -> list[tuple[int, float]]:
    """Return how much each point differs from the one before, with its place."""
    return [(place, abs(b - a)) for place, (a, b) in enumerate(pairwise(values), 1) if a is not None and b is not None]


def carried_over(deviations: Sequence[float | None], shared: float = 0.0) -> float:
    """Return how much of a point's distance from the centre is carried over to the next, 0 where none is evident.

    The correlation of neighbours in a short row is too low by about (1 + 4r)/n (Marriott and Pope 1954), which is put
    back; less than what chance shows one time in twenty is taken for none.
    """
    pairs = [(a, b) for a, b in pairwise(deviations) if a is not None and b is not None]
    values = [deviation for deviation in deviations if deviation is not None]
    spread = sum(value**2 for value in values)
    if not pairs or not spread:
        return shared
    many = len(values)
    r = sum(a * b for a, b in pairs) / spread
    evident = r + 1 / many > 1.645 / sqrt(many)
    return min(CARRIES_MOST, max(shared, (r * many + 1) / (many - 4) if evident else 0.0))


def carried_over_but_for_steps(deviations: Sequence[float | None], shared: float) -> float:
    """Return what is carried over, unless it is a step that looks like it: between steps there is then none.

    Otherwise a step in the baseline would widen the limits until it hid itself.
    """
    return carried_over(deviations, shared) if carried_over(_between_steps(deviations)) else shared


def _between_steps(deviations: Sequence[float | None]) -> list[float | None]:
    """Set each stretch between two steps about its own mean, with a gap where the step was."""
    steps = steps_of(deviations)
    if not steps:
        return list(deviations)
    levelled: list[float | None] = []
    for first, last in pairwise([0, *sorted(steps), len(deviations)]):
        values = [deviation for deviation in deviations[first:last] if deviation is not None]
        levelled += [
            None,
            *(None if deviation is None else deviation - fmean(values) for deviation in deviations[first:last]),
        ]
    return levelled
