"""Published years: ours and the average beside it, a mark for each day; one that is not known exactly has a bar.

Months counted here never stand on it: they are of other days.
"""

from functools import lru_cache

import plotly.graph_objects as go
import streamlit as st

from pages.charts.palette import BRIGHT, INK, TEXT
from pages.charts.points import YearSeries
from pages.charts.screen.theme import GRID, LABEL, QUIET, ground, quiet

YEARS_HEIGHT = 300
LOOKS = (("circle", "solid", 11), ("diamond-open", "dot", 12), ("square-open", "dash", 12))


def draw_years(series: tuple[YearSeries, ...], ending: str, alt: str, key: str) -> None:
    """Draw up to three series of published years, each under its name."""
    st.plotly_chart(by_year(series, ending, ground()), config=QUIET, alt=alt, key=key)


@lru_cache(maxsize=200)
def by_year(series: tuple[YearSeries, ...], ending: str, on: str) -> go.Figure:
    """Make the chart; a year without a figure is a gap."""
    chart = go.Figure()
    colours = (INK[on], TEXT[on], BRIGHT[on])
    for place, (name, marks) in enumerate(series):
        symbol, dash, size = LOOKS[place]
        middles = [None if mark.low is None or mark.high is None else (mark.low + mark.high) / 2 for mark in marks]
        chart.add_scatter(
            name=name,
            x=[mark.year for mark in marks],
            y=middles,
            error_y={
                "array": [((mark.high or 0) - (mark.low or 0)) / 2 for mark in marks],
                "visible": any(mark.low != mark.high for mark in marks),
                "color": colours[place],
            },
            mode="lines+markers",
            connectgaps=False,
            line={"color": colours[place], "dash": dash, "width": 2},
            marker={"symbol": symbol, "size": size},
            customdata=[mark.words for mark in marks],
            hovertemplate="%{customdata}<extra></extra>",
        )
    most = max([mark.high for _, marks in series for mark in marks if mark.high is not None] or [1])
    chart.update_xaxes(type="category", showgrid=False, fixedrange=True, tickfont_size=LABEL, tickangle=0)
    chart.update_yaxes(range=[0, most * 1.15], ticksuffix=ending, gridcolor=GRID, fixedrange=True, nticks=6)
    chart.update_yaxes(tickfont_size=LABEL)
    quiet(chart, on, YEARS_HEIGHT, right=16)
    key = {"orientation": "h", "x": 0, "xanchor": "left", "y": 1.02, "yanchor": "bottom"}
    return chart.update_layout(showlegend=True, legend={**key, "font": {"size": LABEL, "color": TEXT[on]}})
