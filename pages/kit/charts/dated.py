"""Months as a line, and days that others published as marks beside it: nothing joins the one to the other."""

from functools import lru_cache

import plotly.graph_objects as go
import streamlit as st

from pages.kit.charts.ground import GRID, INK, LABEL, QUIET, TEXT, ground, quiet

Point = tuple[str, float | None, str]
"""Its day as 2026-10-31, its value and its words."""
Named = tuple[str, tuple[Point, ...]]
DATED_HEIGHT = 340
MARKS = ("diamond", "star")


def draw_dated(months: Named, marks: tuple[Named, ...], alt: str, key: str) -> None:
    """Draw a line of months, and up to two kinds of marks, each under its name."""
    st.plotly_chart(dated(months, marks, ground()), config=QUIET, alt=alt, key=key)


@lru_cache(maxsize=100)
def dated(months: Named, marks: tuple[Named, ...], on: str) -> go.Figure:
    """Make the chart; a month without a value is a gap, and the axis begins at 0."""
    chart = go.Figure()
    _add(chart, months, mode="lines+markers", line={"color": INK[on], "width": 2.5}, marker={"size": 4})
    for symbol, named in zip(MARKS, marks, strict=False):
        if named[1]:
            _add(chart, named, mode="markers", marker={"symbol": symbol, "size": 13, "color": TEXT[on]})
    values = [value for _, points in (months, *marks) for _, value, _ in points if value is not None]
    chart.update_xaxes(showgrid=False, fixedrange=True, tickfont_size=LABEL, nticks=6, tickangle=0)
    chart.update_yaxes(range=[0, max(values, default=1) * 1.15], gridcolor=GRID, fixedrange=True, nticks=6)
    chart.update_yaxes(tickfont_size=LABEL)
    quiet(chart, on, DATED_HEIGHT, right=16)
    key = {"orientation": "h", "x": 0, "xanchor": "left", "y": 1.02, "yanchor": "bottom"}
    return chart.update_layout(showlegend=True, legend={**key, "font": {"size": LABEL, "color": TEXT[on]}})


def _add(chart: go.Figure, named: Named, **looks) -> None:
    """Add points under a name."""
    name, points = named
    chart.add_scatter(
        name=name,
        x=[day for day, *_ in points],
        y=[value for _, value, _ in points],
        customdata=[said for *_, said in points],
        hovertemplate="%{customdata}<extra></extra>",
        connectgaps=False,
        **looks,
    )
