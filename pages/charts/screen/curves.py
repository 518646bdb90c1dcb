"""Curves over the months since something began, one line for each group, told apart by dashes as well as by colour."""

from functools import lru_cache

import plotly.graph_objects as go
import streamlit as st

from pages.charts.palette import CURVES, TEXT
from pages.charts.points import Curve
from pages.charts.screen.theme import GRID, LABEL, QUIET, ground, quiet

DASHES = ("solid", "dash", "dot", "dashdot")
CURVE_HEIGHT = 340
EVERY = 6
"""Months between the names on the axis."""


def draw_curves(curves: tuple[Curve, ...], alt: str, key: str) -> None:
    """Draw up to four curves of per cent, with their names above the chart."""
    st.plotly_chart(lines_after(curves, ground()), config=QUIET, alt=alt, key=key)


@lru_cache(maxsize=100)
def lines_after(curves: tuple[Curve, ...], on: str) -> go.Figure:
    """Make a chart of curves from 0 to 100 per cent."""
    chart = go.Figure()
    for place, curve in enumerate(curves):
        chart.add_scatter(
            name=curve.name,
            x=[point.months for point in curve.points],
            y=[point.value for point in curve.points],
            mode="lines",
            line={"color": CURVES[on][place], "dash": DASHES[place], "width": 2.5},
            customdata=[point.words for point in curve.points],
            hovertemplate="%{customdata}<extra></extra>",
        )
    longest = max([point.months for curve in curves for point in curve.points] or [EVERY])
    ticks = list(range(0, int(longest) + 1, EVERY))
    names = ["Start", *(f"{month}<br>months" for month in ticks[1:])]
    chart.update_xaxes(tickvals=ticks, ticktext=names, showgrid=False, zeroline=False, tickangle=0, fixedrange=True)
    chart.update_yaxes(range=[0, 103], ticksuffix="%", gridcolor=GRID, zerolinecolor=GRID, nticks=6, fixedrange=True)
    chart.update_xaxes(tickfont_size=LABEL).update_yaxes(tickfont_size=LABEL)
    quiet(chart, on, CURVE_HEIGHT, right=16)
    key = {"orientation": "h", "x": 0, "xanchor": "left", "y": 1.02, "yanchor": "bottom"}
    return chart.update_layout(showlegend=True, legend={**key, "font": {"size": LABEL, "color": TEXT[on]}})
