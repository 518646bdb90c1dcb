"""The one room that knows plotly: a line over months and bars by group, in the colours of the theme.

A chart is made of plain rows and kept by them, once for each ground, light and dark. The sentence and the table that
say the same are drawn beside it, from the same figures.
"""

from functools import lru_cache
from html import escape

import plotly.graph_objects as go
import streamlit as st

QUIET = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}
LABEL = 15
INK = {"light": "#12436D", "dark": "#5694CA"}
TEXT = {"light": "#3D3D3D", "dark": "#D6D0C6"}
GRID = "rgba(128, 120, 108, 0.28)"
LINE_HEIGHT = 300
BAR_HEIGHT = 46
ROOM_FOR_AXIS = 16
STEPS, MOST_LABELS = (1, 2, 3, 6, 12, 24), 4
"""Months between the names on the axis: as few as keep the names from touching on a telephone."""
BESIDE = {"xanchor": "left", "showarrow": False}


def ground() -> str:
    """Return light or dark, as the reader's screen shows the page."""
    return st.context.theme.type or "light"


def draw_line(points: tuple[tuple[str, str, float | None, str], ...], ending: str, label: str, alt: str, key: str):
    """Draw a line over months. A point is its month as 2026-10-01, the month in words, its value and its words."""
    st.plotly_chart(line(points, ending, label, ground()), config=QUIET, alt=alt, key=key)


def draw_bars(bars: tuple[tuple[str, float | None, str], ...], alt: str, key: str) -> None:
    """Draw horizontal bars. A bar is its group, its value and the label that says both figure and counts."""
    st.plotly_chart(horizontal_bars(bars, ground()), config=QUIET, alt=alt, key=key)


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
    return _quiet(chart, on, LINE_HEIGHT, right=70)


@lru_cache(maxsize=500)
def horizontal_bars(bars: tuple[tuple[str, float | None, str], ...], on: str) -> go.Figure:
    """Make horizontal bars from 0, in the order given, each under a line with its group and its label."""
    chart = go.Figure()
    chart.add_bar(
        x=[value or 0 for _, value, _ in bars],
        y=list(range(len(bars))),
        orientation="h",
        width=0.36,
        hoverinfo="skip",
    )
    for place, (name, _, label) in enumerate(bars):
        words = f"{escape(name)}  <b>{escape(label)}</b>"
        chart.add_annotation(text=words, x=0, y=place, yshift=19, font_size=LABEL, **BESIDE)
    longest = max([value or 0 for _, value, _ in bars])
    chart.update_xaxes(visible=False, fixedrange=True, range=[0, (longest or 1) * 1.05])
    chart.update_yaxes(visible=False, fixedrange=True, range=[len(bars) - 0.6, -0.9])
    return _quiet(chart, on, BAR_HEIGHT * len(bars) + ROOM_FOR_AXIS, right=8)


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


def _quiet(chart: go.Figure, on: str, height: int, right: int) -> go.Figure:
    """Give a chart the colours of its ground, and take away what distracts: legends, dragging, wide margins."""
    margin = {"l": 8, "r": right, "t": 12, "b": 8}
    chart.update_annotations(font_color=TEXT[on])
    chart.update_xaxes(tickfont_color=TEXT[on]).update_yaxes(tickfont_color=TEXT[on])
    chart.update_layout(colorway=[INK[on]], hoverlabel_font_size=LABEL)
    return chart.update_layout(height=height, margin=margin, showlegend=False, dragmode=False, hovermode="closest")
