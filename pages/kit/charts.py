"""The one room that knows plotly: a line over months and bars by group, in the colours of the theme.

A chart is made of plain rows and kept by them. Colours are the theme's first chart colour, so that light and dark each
have their own; the sentence and the table that say the same are drawn beside it, from the same figures.
"""

import plotly.graph_objects as go
import streamlit as st

QUIET = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}
LABEL = 15
GRID = "rgba(128, 120, 108, 0.28)"
LINE_HEIGHT = 300
BAR_HEIGHT = 34
ROOM_FOR_AXIS = 24


def draw_line(points: tuple[tuple[str, str, float | None, str], ...], ending: str, label: str, alt: str, key: str):
    """Draw a line over months. A point is its month as 2026-10-01, the month in words, its value and its words."""
    st.plotly_chart(line(points, ending, label), config=QUIET, alt=alt, key=key)


def draw_bars(bars: tuple[tuple[str, float | None, str], ...], ending: str, alt: str, key: str) -> None:
    """Draw horizontal bars. A bar is its group, its value and the label that says both figure and counts."""
    st.plotly_chart(horizontal_bars(bars, ending), config=QUIET, alt=alt, key=key)


@st.cache_resource(max_entries=500, show_spinner=False)
def line(points: tuple[tuple[str, str, float | None, str], ...], ending: str, label: str) -> go.Figure:
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
    every = max(1, -(-len(months) // 6))
    shown = slice((len(months) - 1) % every, None, every)
    ticks = {"tickvals": months[shown], "ticktext": [name.replace(" ", "<br>") for name in names[shown]]}
    chart.update_xaxes(showgrid=False, tickangle=0, fixedrange=True, tickfont_size=LABEL, **ticks)
    chart.update_yaxes(rangemode="tozero", gridcolor=GRID, zeroline=True, zerolinecolor=GRID, ticksuffix=ending)
    chart.update_yaxes(fixedrange=True, tickfont_size=LABEL, nticks=6, range=_range(values))
    return _quiet(chart, LINE_HEIGHT, right=70)


@st.cache_resource(max_entries=500, show_spinner=False)
def horizontal_bars(bars: tuple[tuple[str, float | None, str], ...], ending: str) -> go.Figure:
    """Make horizontal bars from 0, in the order given, each with its label beside it."""
    names, values, labels = (list(each) for each in zip(*bars, strict=True))
    chart = go.Figure()
    chart.add_bar(
        x=[value or 0 for value in values],
        y=names,
        orientation="h",
        text=labels,
        textposition="outside",
        cliponaxis=False,
        width=0.62,
        hoverinfo="skip",
        textfont_size=LABEL,
    )
    longest = max([value or 0 for value in values] + [0])
    chart.update_xaxes(visible=False, fixedrange=True, range=[0, (longest or 1) * 1.75], ticksuffix=ending)
    chart.update_yaxes(autorange="reversed", automargin=True, fixedrange=True, tickfont_size=LABEL, showgrid=False)
    return _quiet(chart, BAR_HEIGHT * len(bars) + ROOM_FOR_AXIS, right=8)


def _label_the_latest(chart: go.Figure, points: tuple[tuple[str, str, float | None, str], ...], label: str) -> None:
    """Write the latest value beside its point."""
    known = [point for point in points if point[2] is not None]
    if known:
        place = {"x": known[-1][0], "y": known[-1][2], "xanchor": "left", "xshift": 8, "showarrow": False}
        chart.add_annotation(text=f"<b>{label}</b>", font_size=LABEL + 1, **place)


def _range(values: list[float | None]) -> list[float]:
    """Return the reach of the axis: from 0 to a little above the highest value."""
    highest = max([value for value in values if value is not None] or [0])
    return [0, highest * 1.15 if highest else 1]


def _quiet(chart: go.Figure, height: int, right: int) -> go.Figure:
    """Take away what distracts: legends, dragging, wide margins."""
    margin = {"l": 8, "r": right, "t": 12, "b": 8}
    return chart.update_layout(height=height, margin=margin, showlegend=False, dragmode=False, hovermode="closest")
