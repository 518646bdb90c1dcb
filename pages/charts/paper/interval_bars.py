"""Groups below each other: a disc for each value on a bar of where chance would leave it, beside the line of the whole.

Who lies apart from the whole has the mark of a signal; all others are discs of one colour, whatever their order.
"""

from functools import lru_cache

from pages.charts.intervals import Interval, Intervals
from pages.charts.palette import FAINT, GROUND, INK, TEXT
from pages.charts.paper.measured_text import text, width_of, wrapped
from pages.charts.paper.picture import Drawing, Picture, sheet
from pages.charts.paper.shapes import mark

LABEL, LINE, ROOM, REACH = 13.0, 16.0, 10.0, 5.5
NAMES_MOST, LABELS_MOST = 0.36, 0.3
"""Of the width, what names and labels may take at most: longer ones are wrapped."""


@lru_cache(maxsize=500)
def interval_picture(declared: Intervals, width: int = 420, on: str = "light") -> Picture:
    """Paint groups as a picture of a page, with their text."""
    return Picture(sheet(interval_bars(declared, width, on)), declared.alt)


def interval_bars(declared: Intervals, width: float, on: str = "light") -> Drawing:
    """Draw groups in their order, each as high as its words; the scale is that of all that is drawn."""
    names = _column([row.name for row in declared.rows], width * NAMES_MOST)
    labels = _column([row.label for row in declared.rows], width * LABELS_MOST)
    left, right = names + ROOM + REACH, width - labels - ROOM - REACH
    lowest, highest = _reach(declared)

    def across(value: float) -> float:
        return left + (value - lowest) / (highest - lowest) * (right - left)

    drawn, down = [], 4.0
    for row in declared.rows:
        both = [wrapped(row.name, LABEL, names + 1), wrapped(row.label, LABEL, labels + 1)]
        high = max(len(lines) for lines in both) * LINE + ROOM
        middle = down + high / 2
        for lines, at in zip(both, (0.0, width - labels), strict=True):
            begin = middle - (len(lines) - 1) * LINE / 2 + LABEL * 0.35
            drawn += [text((at, begin + place * LINE), words, LABEL, TEXT[on]) for place, words in enumerate(lines)]
        drawn.append(_row(row, across, middle, on))
        down += high
    if declared.whole is None:
        return Drawing("".join(drawn), width, down + 4)
    at = across(declared.whole)
    upright = f'<path d="M{at:.1f} 2V{down:.1f}" stroke="{FAINT[on]}" stroke-width="1.5"/>'
    half = width_of(declared.whole_label, LABEL) / 2
    words = text((min(max(at, half), width - half), down + LINE), declared.whole_label, LABEL, TEXT[on], "middle")
    return Drawing(upright + "".join(drawn) + words, width, down + LINE + 6)


def _column(words: list[str], most: float) -> float:
    """Return how wide a column is: as its longest words, or as many pixels as it may have."""
    return min(most, max([width_of(line, LABEL) for line in words] or [0.0]))


def _reach(declared: Intervals) -> tuple[float, float]:
    """Return the lowest and highest of all that is drawn."""
    ends = [end for row in declared.rows for end in (row.low, row.value, row.high)] + [declared.whole]
    values = [end for end in (*ends, *(declared.reach or ())) if end is not None]
    lowest, highest = min(values, default=0.0), max(values, default=1.0)
    return (lowest, highest) if lowest < highest else (lowest - 1, highest + 1)


def _row(row: Interval, across, middle: float, on: str) -> str:
    """Draw one group: its bar, and its value as a disc, or as a mark where it lies apart."""
    if row.value is None:
        return ""
    bar, at = "", across(row.value)
    if row.low is not None and row.high is not None:
        begin, end = across(row.low), across(row.high)
        size = f'x="{begin:.1f}" y="{middle - 3:.1f}" width="{max(1.0, end - begin):.1f}" height="6"'
        bar = f'<rect {size} fill="{INK[on]}" fill-opacity="0.65"/>'
    if row.meaning:
        return bar + mark((at, middle), row.meaning, row.way, REACH, on)
    look = f'fill="{GROUND[on]}" stroke="{INK[on]}" stroke-width="2.5"'
    return f'{bar}<circle cx="{at:.1f}" cy="{middle:.1f}" r="{REACH - 1:g}" {look}/>'
