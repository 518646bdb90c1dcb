"""The one room that knows plotly: lines over months and years, curves, funnels, bars and grids, in the theme's colours.

A chart is made of plain rows and kept by them, once for each ground, light and dark. The sentence and the table that
say the same are drawn beside it, from the same figures. Each kind of chart has a file of its own.
"""

from pages.kit.charts.annotations import Said
from pages.kit.charts.bars import draw_bars, horizontal_bars
from pages.kit.charts.curves import draw_curves, lines_after
from pages.kit.charts.funnels import draw_funnel, funnel
from pages.kit.charts.grids import GRADES, draw_grid, grid, ink_on
from pages.kit.charts.limits import Judged
from pages.kit.charts.lines import draw_line, line
from pages.kit.charts.months_and_marks import dated, draw_dated
from pages.kit.charts.years import by_year, draw_years

__all__ = [
    "GRADES",
    "Judged",
    "Said",
    "by_year",
    "dated",
    "draw_bars",
    "draw_curves",
    "draw_dated",
    "draw_funnel",
    "draw_grid",
    "draw_line",
    "draw_years",
    "funnel",
    "grid",
    "horizontal_bars",
    "ink_on",
    "line",
    "lines_after",
]
