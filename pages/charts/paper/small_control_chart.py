"""A small control chart for a row, a card or a line: some months on a scale of their own, with limits and target."""

from functools import lru_cache

from pages.charts.month_line import MonthLine
from pages.charts.own_scale import Scale, own_scale
from pages.charts.paper.month_frame import MonthFrame, draw_events, draw_limits, draw_line, draw_target
from pages.charts.paper.picture import Drawing, Picture, sheet

MONTHS = 13
EDGE, SIDE = 4.0, 7.0
"""Pixels that are kept free above and below, and at either side."""
MARK, LAST = 3.4, 4.6


@lru_cache(maxsize=2000)
def small_control_chart(
    line: MonthLine,
    width: int = 240,
    height: int = 40,
    on: str = "light",
    months: int = MONTHS,
    ends: tuple[float, float] | None = None,
) -> Picture:
    """Draw the last months of a line: the band within its limits, its average, its target, and what signals it.

    The newest month stands at the right, however many there are; a month without a figure is a gap. The scale is the
    line's own, by the rule of `own_scale.py`, unless it has `ends` with others beside it. `on` is the ground, light or
    dark. The size is in pixels.
    """
    line = line.last(months)
    step = (width - 2 * SIDE) / max(1, months - 1)
    places = tuple(width - SIDE - step * back for back in reversed(range(len(line.points))))
    bottom, top = height - EDGE, EDGE
    scale = Scale(*ends, bottom, top) if ends else own_scale(line, bottom, top)
    frame = MonthFrame(scale, places, on, step, SIDE, width - SIDE)
    drawn = draw_limits(line, frame) + draw_events(line, frame) + draw_target(line, frame)
    drawn += draw_line(line, frame, MARK, LAST)
    return Picture(sheet(Drawing(drawn, width, height)), line.alt)
