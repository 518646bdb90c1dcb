"""A control chart to read by itself: a line over months with its scale, limits, target, events and latest value."""

from dataclasses import replace
from functools import lru_cache
from math import inf

from pages.charts.month_line import MonthLine
from pages.charts.own_scale import own_scale
from pages.charts.palette import INK, TEXT
from pages.charts.paper.axes import LABEL, Plot, across_axis, room_for_numbers, up_axis
from pages.charts.paper.chart_key import key_of
from pages.charts.paper.measured_text import text, width_of
from pages.charts.paper.month_frame import MonthFrame, draw_limits, draw_line, draw_restated, draw_target
from pages.charts.paper.picture import Drawing, Picture, sheet

WIDTH, HEIGHT = 920.0, 330.0
BELOW, ABOVE, ROOM = 42.0, 26.0, 9.0
"""Pixels below for the months, above for the numbers of events, and between a line and the edges."""
MARKS = (5.0, 6.0)
"""Pixels from the middle of a mark to its rim, and of the latest."""
SHARP = 7.0
"""Pixels from the middle of an event's number to its rim."""


@lru_cache(maxsize=500)
def control_picture(line: MonthLine, width: float, height: float, on: str) -> Picture:
    """Paint a line over months as a picture of a page, with its text; its key stands below so many pixels of height."""
    return Picture(sheet(large_control_chart(line, on, width, height)), line.alt)


def large_control_chart(line: MonthLine, on: str = "light", width: float = WIDTH, height: float = HEIGHT) -> Drawing:
    """Draw a line over months, on a scale of its own, with all that it is judged by and a key to what is drawn."""
    ground, top = height - BELOW, ABOVE if line.said.events else ROOM
    scale = own_scale(line, ground, top, inf)
    if scale.lowest:
        scale = replace(scale, bottom=ground - ROOM)
    left = room_for_numbers(scale.lowest, scale.highest, line.ending)
    right = width - 14 - max(width_of(line.label, LABEL + 3, True), 10)
    last = max(1, len(line.points) - 1)
    plot = Plot(left, top, right, ground, 0, last, scale.lowest, scale.highest)
    places = tuple(plot.across(place) if len(line.points) > 1 else plot.right for place in range(len(line.points)))
    frame = MonthFrame(scale, places, on, (right - left) / last, left, right)
    axes = up_axis(replace(plot, bottom=scale.bottom), line.ending, on) + across_axis(plot, _names(line, plot), on)
    drawn = [draw_limits(line, frame), axes, _events(line, frame), draw_target(line, frame)]
    drawn += [draw_line(line, frame, *MARKS), draw_restated(line, frame), _latest(line, frame)]
    key, deep = key_of(line, width, on)
    below = f'<g transform="translate(0 {height + 4:g})">{key}</g>'
    return Drawing("".join(drawn) + below, width, height + 4 + deep)


def _names(line: MonthLine, plot: Plot) -> list[tuple[float, str]]:
    """Return the months that are named: as many as stand apart, the latest among them."""
    most = max(1, int((plot.right - plot.left) / 70))
    step = next(step for step in (1, 2, 3, 6, 12, 24, 60) if len(line.points) <= step * most or step == 60)
    first = (len(line.points) - 1) % step
    shift = plot.last if len(line.points) == 1 else 0
    named = range(first, len(line.points), step)
    return [(place + shift, line.points[place].month.replace(" ", "\n")) for place in named]


def _events(line: MonthLine, frame: MonthFrame) -> str:
    """Draw each event as a dotted upright line before its month, with its number in a ring above; the key names it."""
    drawn = []
    for number, (place, _) in enumerate(line.said.events, 1):
        at = max(frame.places[place] - frame.step / 2, frame.left)
        colour, top = TEXT[frame.on], frame.scale.top - 14
        dots = f'stroke="{colour}" stroke-width="1.25" stroke-dasharray="1.5 3"'
        drawn.append(f'<path d="M{at:.1f} {top + SHARP:.1f}V{frame.scale.bottom:.1f}" {dots}/>')
        drawn.append(f'<circle cx="{at:.1f}" cy="{top:.1f}" r="{SHARP}" fill="none" stroke="{colour}"/>')
        drawn.append(text((at, top + 3.6), str(number), 10, colour, "middle", "bold"))
    return "".join(drawn)


def _latest(line: MonthLine, frame: MonthFrame) -> str:
    """Write the latest value beside its point."""
    spots = [spot for spot in frame.spots(line.values) if spot]
    if not spots or not line.label:
        return ""
    return text((spots[-1][0] + 10, spots[-1][1] + 5), line.label, LABEL + 3, INK[frame.on], weight="bold")
