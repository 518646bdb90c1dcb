"""Bars below each other and grids by month on paper: words beside each bar, and a word in each cell."""

from collections.abc import Sequence

from pages.charts.palette import BRIGHT, FULL, GRADES, INK, TEXT, ink_on, mixed
from pages.charts.paper.measured_text import text, wrapped
from pages.charts.paper.picture import Drawing
from pages.charts.points import Bar, GridCell

WIDTH, LABEL, LINE, BAR = 920.0, 13.0, 17.0, 15.0
NAMES, CELL = 300.0, 26.0
LONGEST = 0.72
"""Of the width, how long the longest bar is, so that none fills it: the rest is free for what is not there."""


def bars_on_paper(bars: Sequence[Bar], on: str, ours: str = "") -> Drawing:
    """Draw bars from nought in their order, each below its group and label; ours has a colour and a bold name."""
    longest = max([bar.value or 0 for bar in bars], default=0) or 1
    drawn, down = [], 0.0
    for bar in bars:
        is_ours = bool(ours) and bar.group == ours
        for words in wrapped(f"{bar.group}  {bar.label}", LABEL, WIDTH, is_ours):
            down += LINE
            drawn.append(text((0, down - 4), words, LABEL, TEXT[on], weight="bold" if is_ours else ""))
        colour = BRIGHT[on] if is_ours else INK[on]
        long = (bar.value or 0) / longest * WIDTH * LONGEST
        drawn.append(f'<rect x="0" y="{down + 1:g}" width="{long:.1f}" height="{BAR:g}" fill="{colour}"/>')
        down += BAR + 9
    return Drawing("".join(drawn), WIDTH, down)


def grid_on_paper(rows: Sequence[str], columns: Sequence[str], cells: Sequence[GridCell], on: str) -> Drawing:
    """Draw a grid: the darker a cell the greater its share, with its word in it; one without a share is a dash."""
    wide = len(columns)
    step, down, drawn = (WIDTH - NAMES) / max(1, wide), LINE * 2 + 6, []
    for place, name in enumerate(columns):
        for row, word in enumerate(name.split()):
            drawn.append(text((NAMES + (place + 0.5) * step, (row + 1) * LINE - 4), word, 11, TEXT[on], "middle"))
    for number, name in enumerate(rows):
        lines = wrapped(name, LABEL, NAMES - 10)
        high = max(CELL, len(lines) * LINE)
        drawn += [text((0, down + LINE * (row + 1) - 2), words, LABEL, TEXT[on]) for row, words in enumerate(lines)]
        for place, cell in enumerate(cells[number * wide : (number + 1) * wide]):
            drawn.append(_cell(cell, NAMES + place * step, down, step, on))
        down += high + 2
    return Drawing("".join(drawn), WIDTH, down)


def _cell(cell: GridCell, left: float, top: float, wide: float, on: str) -> str:
    """Draw a cell with its word, in the ink that stands out from its colour; without a share it has no colour."""
    at = (left + wide / 2, top + CELL / 2 + 4)
    if cell.share is None:
        return text(at, cell.word, 11, TEXT[on], "middle")
    reach = min(cell.share / FULL, 1.0)
    size = f'x="{left + 1:.1f}" y="{top:.1f}" width="{wide - 2:.1f}" height="{CELL:g}"'
    ground = f'<rect {size} fill="{mixed(GRADES[on], reach)}"/>'
    return ground + text(at, cell.word, 11, ink_on(GRADES[on], reach), "middle")
