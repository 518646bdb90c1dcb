"""Lines over months: a month without a value is a gap, and the scale is the same as on paper."""

from functools import lru_cache
from html import escape
from math import inf

import plotly.graph_objects as go
import streamlit as st

from pages.charts.month_line import MonthLine
from pages.charts.own_scale import own_scale
from pages.charts.points import MonthPoint
from pages.charts.screen.annotations import add_events, add_restated, add_target
from pages.charts.screen.limits import add_limits, add_marks
from pages.charts.screen.theme import BESIDE, GRID, LABEL, QUIET, ground, quiet

Points = tuple[MonthPoint, ...]
LINE_HEIGHT = 300
STEPS, MOST_LABELS = (1, 2, 3, 6, 12, 24), 4
"""Months between the names on the axis: as few as keep the names from touching on a telephone."""


def draw_line(declared: MonthLine, key: str) -> None:
    """Draw a line over months."""
    st.plotly_chart(line(declared, ground()), config=QUIET, alt=declared.alt, key=key)


@lru_cache(maxsize=500)
def line(declared: MonthLine, on: str) -> go.Figure:
    """Make a line chart; a month without a value is a gap, and the scale is by the rule of `own_scale.py`."""
    points, judged, notes = declared.points, declared.judged, declared.said
    months, values = [point.day for point in points], list(declared.values)
    chart = go.Figure()
    chart.add_scatter(
        x=months,
        y=values,
        mode="lines+markers",
        connectgaps=False,
        line_width=2.5,
        marker_size=5,
        customdata=[point.words for point in points],
        hovertemplate="%{customdata}<extra></extra>",
    )
    add_limits(chart, months, judged, on)
    add_marks(chart, months, values, judged, on)
    add_restated(chart, months, values, notes, on)
    _label_the_latest(chart, points, declared.label)
    add_target(chart, months, notes, on, values)
    above = add_events(chart, months, notes, on)
    step = next(step for step in STEPS if len(months) <= step * MOST_LABELS or step == STEPS[-1])
    shown = slice((len(months) - 1) % step, None, step)
    across = {"showgrid": False, "tickangle": 0, "fixedrange": True, "tickfont": {"size": LABEL}}
    across |= {"tickvals": months[shown], "ticktext": [point.month.replace(" ", "<br>") for point in points[shown]]}
    up = {
        "rangemode": "tozero",
        "gridcolor": GRID,
        "zeroline": True,
        "zerolinecolor": GRID,
        "ticksuffix": declared.ending,
    }
    scale = own_scale(declared, 0, 1, inf)
    up |= {"fixedrange": True, "tickfont": {"size": LABEL}, "nticks": 6, "range": [scale.lowest, scale.highest]}
    chart.update_layout(xaxis=across, yaxis=up)
    return quiet(chart, on, LINE_HEIGHT + above, right=70, top=12 + above)


def _label_the_latest(chart: go.Figure, points: Points, label: str) -> None:
    """Write the latest value beside its point."""
    known_points = [point for point in points if point.value is not None]
    if known_points:
        text = f"<b>{escape(label)}</b>"
        chart.add_annotation(
            text=text, x=known_points[-1].day, y=known_points[-1].value, xshift=8, font_size=LABEL + 1, **BESIDE
        )
