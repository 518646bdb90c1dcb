"""The axes of a chart on paper: where values lie, round numbers at their lines, and names of months below."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log10

from pages.charts.palette import FAINT, TEXT
from pages.charts.paper.measured_text import text, width_of

LABEL = 13.0
GRID_LOOK = 'stroke="#80786C" stroke-opacity="0.28" stroke-width="1"'


@dataclass(frozen=True)
class Plot:
    """Hold the ground of a chart, in pixels, and the values at its edges."""

    left: float
    top: float
    right: float
    bottom: float
    first: float
    last: float
    lowest: float
    highest: float

    def across(self, value: float) -> float:
        """Return how far across a value lies."""
        return self.left + (value - self.first) / ((self.last - self.first) or 1.0) * (self.right - self.left)

    def down(self, value: float) -> float:
        """Return how far down a value lies."""
        return self.bottom - (value - self.lowest) / ((self.highest - self.lowest) or 1.0) * (self.bottom - self.top)


def round_numbers(lowest: float, highest: float, most: int = 6) -> list[float]:
    """Return at most so many round numbers between two: 80, 85, 90, 95."""
    span = (highest - lowest) or 1.0
    power = 10.0 ** floor(log10(span / most))
    step = next(step * power for step in (1, 2, 2.5, 5, 10, 20, 25, 50) if span / (step * power) <= most or step == 50)
    begin = -(-lowest // step)
    places = range(most + 2)
    return [round((begin + place) * step, 10) for place in places if (begin + place) * step <= highest + 1e-9]


def written(value: float, ending: str = "") -> str:
    """Write a number of an axis: 1,500 or 2.5%."""
    return f"{value:,.10g}{ending}"


def room_for_numbers(lowest: float, highest: float, ending: str) -> float:
    """Return how many pixels the numbers of an axis take at its left."""
    return max([width_of(written(value, ending), LABEL) for value in round_numbers(lowest, highest)] or [0.0]) + 10


def up_axis(plot: Plot, ending: str, on: str) -> str:
    """Draw a fine line at each round number, with the number at its left."""
    drawn = []
    for value in round_numbers(plot.lowest, plot.highest):
        down = plot.down(value)
        drawn.append(f'<path d="M{plot.left:.1f} {down:.1f}H{plot.right:.1f}" {GRID_LOOK}/>')
        drawn.append(text((plot.left - 8, down + LABEL * 0.35), written(value, ending), LABEL, TEXT[on], "end"))
    return "".join(drawn)


def across_axis(plot: Plot, names: Sequence[tuple[float, str]], on: str) -> str:
    """Draw the ground line with a mark at each place that has a name, and its name in up to two lines below it."""
    drawn = [f'<path d="M{plot.left:.1f} {plot.bottom:.1f}H{plot.right:.1f}" stroke="{FAINT[on]}"/>']
    for place, name in names:
        at = plot.across(place)
        drawn.append(f'<path d="M{at:.1f} {plot.bottom:.1f}v5" stroke="{FAINT[on]}"/>')
        for row, words in enumerate(name.split("\n"), 1):
            drawn.append(text((at, plot.bottom + 5 + row * LABEL * 1.15), words, LABEL, TEXT[on], "middle"))
    return "".join(drawn)
