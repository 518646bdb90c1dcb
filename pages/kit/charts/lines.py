"""Lines over months: a month without a value is a gap, and the axis begins at 0."""

from functools import lru_cache
from html import escape

import plotly.graph_objects as go
import streamlit as st

from pages.kit.charts.ground import BESIDE, GRID, LABEL, QUIET, ground, quiet

LINE_HEIGHT = 300
STEPS, MOST_LABELS = (1, 2, 3, 6, 12, 24), 4
"""Months between the names on the axis: as few as keep the names from touching on a telephone."""


def draw_line(points: tuple[tuple[str, str, float | None, str], ...], ending: str, label: str, alt: str, key: str):
    """Draw a line over months. A point is its month as 2026-10-01, the month in words, its value and its words."""
    st.plotly_chart(line(points, ending, label, ground()), config=QUIET, alt=alt, key=key)


@lru_cache(maxsize=500)
def line(points: tuple[tuple[str, str, float | None, str], ...], ending: str, label: str, on: str) -> go.Figure:
    """Make a line chart; a month without a value is a gap, and the axis begins at 0."""
    months, names, values, said = (list(each) for each in zip(*points, strict=True))
    chart = go.Figure()
    chart.add_scatter(
        x=months,
        y=values,
        mode="lines+markers",
        connectgaps=False,
        line_width=2.5,
        marker_size=5,
        customdata=said,
        hovertemplate="%{customdata}<extra></extra>",
    )
    _label_the_latest(chart, points, label)
    every = next(step for step in STEPS if len(months) <= step * MOST_LABELS or step == STEPS[-1])
    shown = slice((len(months) - 1) % every, None, every)
    chart.update_xaxes(showgrid=False, tickangle=0, fixedrange=True, tickfont_size=LABEL)
    chart.update_xaxes(tickvals=months[shown], ticktext=[name.replace(" ", "<br>") for name in names[shown]])
    chart.update_yaxes(rangemode="tozero", gridcolor=GRID, zeroline=True, zerolinecolor=GRID, ticksuffix=ending)
    chart.update_yaxes(fixedrange=True, tickfont_size=LABEL, nticks=6, range=_range(values))
    return quiet(chart, on, LINE_HEIGHT, right=70)


def _label_the_latest(chart: go.Figure, points: tuple[tuple[str, str, float | None, str], ...], label: str) -> None:
    """Write the latest value beside its point."""
    known = [point for point in points if point[2] is not None]
    if known:
        text = f"<b>{escape(label)}</b>"
        chart.add_annotation(text=text, x=known[-1][0], y=known[-1][2], xshift=8, font_size=LABEL + 1, **BESIDE)


def _range(values: list[float | None]) -> list[float]:
    """Return the reach of the axis: from 0 to a little above the highest value."""
    highest = max([value for value in values if value is not None] or [0])
    return [0, highest * 1.15 if highest else 1]
