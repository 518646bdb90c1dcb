"""The one room that knows plotly: lines over months, curves, bars by group, grids by month, in the theme's colours.

A chart is made of plain rows and kept by them, once for each ground, light and dark. The sentence and the table that
say the same are drawn beside it, from the same figures. Each kind of chart has a file of its own.
"""

from pages.kit.charts.bars import draw_bars, horizontal_bars
from pages.kit.charts.curves import draw_curves, lines_after
from pages.kit.charts.grids import GRADES, draw_grid, grid, ink_on
from pages.kit.charts.lines import draw_line, line

__all__ = [
    "GRADES",
    "draw_bars",
    "draw_curves",
    "draw_grid",
    "draw_line",
    "grid",
    "horizontal_bars",
    "ink_on",
    "line",
    "lines_after",
]
