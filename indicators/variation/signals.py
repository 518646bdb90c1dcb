"""Signals of more than chance in a row of points: the four rules of NHS "Making Data Count", and which of them counts.

A point is told by how many sigma it lies above or below the centre; a month without a figure breaks a run. Where
signals conflict, the latest of the last three months counts, and of those of one month the strongest rule's, in the
order of RULES.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import acos, ceil, log, pi

OUTSIDE, NEAR, SHIFT, TREND = "outside", "near", "shift", "trend"
RULES = (OUTSIDE, NEAR, SHIFT, TREND)
"""Strongest first: outside the limits, two of three near one, seven on one side, seven rising or falling."""
RUN = 7
RECENT = 3
"""A signal counts for as many months after it held: one month inside the limits does not end what months made plain."""
LIMIT, NEAR_LIMIT = 3.0, 2.0
UP, DOWN = "up", "down"


@dataclass(frozen=True)
class Signal:
    """Hold one signal: its rule, which way it points, and the places of its first and last point."""

    rule: str
    way: str
    first: int
    last: int


def signals(above: Sequence[float | None], values: Sequence[float | None], carries: float = 0.0) -> list[Signal]:
    """Return every signal, oldest first; those that carry on are one.

    `above` says how many sigma each value lies above the centre. Where points carry over from one to the next, a run
    has to be longer to be as unlikely, and neighbours near a limit, or rising together, are to be expected.
    """
    all_signals = _runs([_way(z) if z is not None and abs(z) > LIMIT else None for z in above], OUTSIDE, 1)
    all_signals += _runs([None if not z else _way(z) for z in above], SHIFT, run_wanted(carries))
    if not carries:
        all_signals += _two_of_three(above)
        all_signals += [
            Signal(TREND, run.way, run.first - 1, run.last) for run in _runs(_steps(values), TREND, RUN - 1)
        ]
    return sorted(all_signals, key=lambda signal: (signal.last, signal.first))


def run_wanted(carries: float) -> int:
    """Return how many points on one side are as unlikely as seven of points that carry nothing over.

    Two neighbours of correlation r lie on one side with the chance 1 - arccos(r) / pi (Sheppard 1898).
    """
    return 1 + ceil((RUN - 1) * log(0.5) / log(1 - acos(carries) / pi) - 1e-9)


def counting(signals: Sequence[Signal], place: int) -> Signal | None:
    """Return the signal that counts at a point: the latest that held in its last three, then the strongest rule's."""
    recent = [signal for signal in signals if place - RECENT < signal.last <= place]
    return min(recent, key=lambda signal: (-signal.last, RULES.index(signal.rule)), default=None)


def _two_of_three(above: Sequence[float | None]) -> list[Signal]:
    """Find points near a limit with another near the same one among the two before; neighbours are one signal."""
    signals: list[Signal] = []
    near = [_way(z) if z is not None and abs(z) > NEAR_LIMIT else None for z in above]
    for place, way in enumerate(near):
        others = [at for at in (place - 2, place - 1) if at >= 0 and near[at] == way]
        if way is None or not others or any(z is None for z in above[others[0] : place]):
            continue
        if signals and signals[-1].way == way and signals[-1].last >= others[0]:
            signals[-1] = Signal(NEAR, way, signals[-1].first, place)
        else:
            signals.append(Signal(NEAR, way, others[0], place))
    return signals


def _steps(values: Sequence[float | None]) -> list[str | None]:
    """Return which way each point lies from the one before."""
    pairs = zip(values, values[1:], strict=False)
    return [None, *(None if a is None or b is None or a == b else _way(b - a) for a, b in pairs)]


def _runs(ways: Sequence[str | None], rule: str, least: int) -> list[Signal]:
    """Find runs of one way that are long enough."""
    runs, first = [], 0
    for place in range(1, len(ways) + 1):
        if place == len(ways) or ways[place] != ways[first]:
            way = ways[first]
            if way is not None and place - first >= least:
                runs.append(Signal(rule, way, first, place - 1))
            first = place
    return runs


def _way(amount: float) -> str:
    """Return up or down."""
    return UP if amount > 0 else DOWN
