"""The scale of a line over months: its own, and so chosen that it does not make much of little.

The rule: the scale spans all values, both limits, and a quarter of the limits' width beyond each, so that what moves
within the limits stays in the middle of the picture, and only what leaves them comes near its edge. Where there are no
limits nothing says what is much, and the scale begins at nought. A target is on it where that makes it at most three
times as long; one that lies farther away is an arrow at the edge.

Nothing that is counted is less than nought, and no share is more than the whole: the scale does not reach beyond.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from pages.charts.month_line import MonthLine

BEYOND = 0.25
"""Of the limits' width, on each side of them."""
WHOLE = 100.0
LONGER = 3.0
"""So many times as long may a target make the scale."""
ABOVE = 1.12
"""Without limits the scale ends so far above the highest value."""


@dataclass(frozen=True)
class Scale:
    """Hold the lowest and the highest value of a scale, and where they lie in a picture, in pixels from its top."""

    lowest: float
    highest: float
    bottom: float
    top: float

    def at(self, value: float) -> float:
        """Return how far down a value lies."""
        share = (value - self.lowest) / (self.highest - self.lowest)
        return self.bottom - share * (self.bottom - self.top)

    def holds(self, value: float) -> bool:
        """Tell whether a value lies on it."""
        return self.lowest <= value <= self.highest


def own_scale(line: MonthLine, bottom: float, top: float, longer: float = LONGER) -> Scale:
    """Return the scale of a line's own, by the rule above; a chart with numbers at its side may hold any target."""
    values, limits = _known(line.values), _known((*line.judged.low, *line.judged.high))
    if limits:
        room = BEYOND * (max(limits) - min(limits))
        lowest, highest = min([*values, min(limits) - room]), max([*values, max(limits) + room])
    else:
        lowest, highest = min([0.0, *values]), max([0.0, *values]) * ABOVE
    aims = _known((*line.said.least, *line.said.most))
    lowest, highest = _with_target(lowest, highest, aims, longer)
    drawn = [*values, *limits, *aims]
    lowest = max(lowest, 0.0) if min(drawn, default=0.0) >= 0 else lowest
    highest = min(highest, WHOLE) if line.ending == "%" and max(drawn, default=0.0) <= WHOLE else highest
    return Scale(lowest, highest if highest > lowest else lowest + 1, bottom, top)


def common_ends(lines: Iterable[MonthLine]) -> tuple[float, float]:
    """Return the ends of the one scale on which lines can be set side by side: it holds the scale of each."""
    scales = [own_scale(line, 0.0, 0.0) for line in lines]
    return min(scale.lowest for scale in scales), max(scale.highest for scale in scales)


def _with_target(lowest: float, highest: float, ends: list[float], longer: float) -> tuple[float, float]:
    """Reach out to each end of a target that is not too far away."""
    longest = longer * (highest - lowest or 1.0)
    for end in ends:
        room = 0.06 * (max(highest, end) - min(lowest, end))
        low, high = min(lowest, end - room), max(highest, end + room)
        if (lowest <= end <= highest) or high - low <= longest:
            lowest, highest = (lowest, highest) if lowest <= end <= highest else (low, high)
    return lowest, highest


def _known(values: Iterable[float | None]) -> list[float]:
    """Return those that are known."""
    return [value for value in values if value is not None]
