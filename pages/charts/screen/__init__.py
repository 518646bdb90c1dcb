"""The one room that knows plotly: lines over months and years, curves, funnels, bars and grids, in the theme's colours.

A chart is declared in plain records and kept by them, once for each ground, light and dark. The sentence and the table
that say the same are drawn beside it, from the same figures. Each kind of chart has a file of its own.
"""

from pages.charts.screen.bars import draw_bars, horizontal_bars
from pages.charts.screen.curves import draw_curves, lines_after
from pages.charts.screen.funnels import draw_funnel, funnel
from pages.charts.screen.grids import draw_grid, grid
from pages.charts.screen.lines import draw_line, line
from pages.charts.screen.months_and_marks import dated, draw_dated
from pages.charts.screen.years import by_year, draw_years

__all__ = [
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
    "line",
    "lines_after",
]
