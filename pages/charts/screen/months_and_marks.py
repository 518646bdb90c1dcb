"""Months as a line, and days that others published as marks beside it: nothing joins the one to the other."""

from functools import lru_cache

import plotly.graph_objects as go
import streamlit as st

from pages.charts.judged import UNJUDGED, Judged
from pages.charts.palette import INK, TEXT
from pages.charts.points import DatedSeries
from pages.charts.said import UNSAID, Said
from pages.charts.screen.annotations import add_events, add_restated, add_target
from pages.charts.screen.limits import add_limits, add_marks
from pages.charts.screen.theme import GRID, LABEL, QUIET, ground, quiet

DATED_HEIGHT = 340
MARKS = ("diamond", "star")


def draw_dated(
    months: DatedSeries,
    marks: tuple[DatedSeries, ...],
    alt: str,
    key: str,
    judged: Judged = UNJUDGED,
    notes: Said = UNSAID,
) -> None:
    """Draw a line of months, and up to two kinds of marks, each under its name."""
    st.plotly_chart(dated(months, marks, ground(), judged, notes), config=QUIET, alt=alt, key=key)


@lru_cache(maxsize=100)
def dated(
    months: DatedSeries, marks: tuple[DatedSeries, ...], on: str, judged: Judged = UNJUDGED, notes: Said = UNSAID
) -> go.Figure:
    """Make the chart; a month without a value is a gap, and the axis begins at 0."""
    chart = go.Figure()
    days, ours = [point.day for point in months.points], [point.value for point in months.points]
    add_limits(chart, days, judged, on)
    add_target(chart, days, notes, on, ours)
    _add(chart, months, mode="lines+markers", line={"color": INK[on], "width": 2.5}, marker={"size": 4})
    add_marks(chart, days, ours, judged, on)
    add_restated(chart, days, ours, notes, on)
    for symbol, series in zip(MARKS, marks, strict=False):
        if series.points:
            _add(chart, series, mode="markers", marker={"symbol": symbol, "size": 13, "color": TEXT[on]})
    above = add_events(chart, days, notes, on)
    drawn = [point.value for series in (months, *marks) for point in series.points]
    highest = max(
        (value for value in (*drawn, *judged.high, *notes.least, *notes.most) if value is not None), default=1
    )
    chart.update_xaxes(showgrid=False, fixedrange=True, tickfont_size=LABEL, nticks=6, tickangle=0)
    chart.update_yaxes(range=[0, highest * 1.15], gridcolor=GRID, fixedrange=True, nticks=6)
    chart.update_yaxes(tickfont_size=LABEL)
    quiet(chart, on, DATED_HEIGHT + above, right=16, top=12 + above)
    key = {"orientation": "h", "x": 0, "xanchor": "left", "y": -0.12, "yanchor": "top"}
    return chart.update_layout(showlegend=True, legend={**key, "font": {"size": LABEL, "color": TEXT[on]}})


def _add(chart: go.Figure, series: DatedSeries, **looks) -> None:
    """Add points under a name."""
    chart.add_scatter(
        name=series.name,
        x=[point.day for point in series.points],
        y=[point.value for point in series.points],
        customdata=[point.words for point in series.points],
        hovertemplate="%{customdata}<extra></extra>",
        connectgaps=False,
        showlegend=True,
        **looks,
    )
