"""Months as a line, and days that others published as marks beside it: nothing joins the one to the other."""

from functools import lru_cache

import plotly.graph_objects as go
import streamlit as st

from pages.kit.charts.annotations import UNSAID, Said, add_events, add_restated, add_target
from pages.kit.charts.limits import UNJUDGED, Judged, add_limits, add_marks
from pages.kit.charts.theme import GRID, INK, LABEL, QUIET, TEXT, ground, quiet

Point = tuple[str, float | None, str]
"""Its day as 2026-10-31, its value and its words."""
Named = tuple[str, tuple[Point, ...]]
DATED_HEIGHT = 340
MARKS = ("diamond", "star")


def draw_dated(
    months: Named, marks: tuple[Named, ...], alt: str, key: str, judged: Judged = UNJUDGED, said: Said = UNSAID
) -> None:
    """Draw a line of months, and up to two kinds of marks, each under its name."""
    st.plotly_chart(dated(months, marks, ground(), judged, said), config=QUIET, alt=alt, key=key)


@lru_cache(maxsize=100)
def dated(
    months: Named, marks: tuple[Named, ...], on: str, judged: Judged = UNJUDGED, said: Said = UNSAID
) -> go.Figure:
    """Make the chart; a month without a value is a gap, and the axis begins at 0."""
    chart = go.Figure()
    days, ours = [day for day, *_ in months[1]], [value for _, value, _ in months[1]]
    add_limits(chart, days, judged, on)
    add_target(chart, days, said, on)
    _add(chart, months, mode="lines+markers", line={"color": INK[on], "width": 2.5}, marker={"size": 4})
    add_marks(chart, days, ours, judged, on)
    add_restated(chart, days, ours, said, on)
    for symbol, named in zip(MARKS, marks, strict=False):
        if named[1]:
            _add(chart, named, mode="markers", marker={"symbol": symbol, "size": 13, "color": TEXT[on]})
    above = add_events(chart, days, said, on)
    drawn = [value for _, points in (months, *marks) for _, value, _ in points]
    highest = max((each for each in (*drawn, *judged.high, *said.least, *said.most) if each is not None), default=1)
    chart.update_xaxes(showgrid=False, fixedrange=True, tickfont_size=LABEL, nticks=6, tickangle=0)
    chart.update_yaxes(range=[0, highest * 1.15], gridcolor=GRID, fixedrange=True, nticks=6)
    chart.update_yaxes(tickfont_size=LABEL)
    quiet(chart, on, DATED_HEIGHT + above, right=16, top=12 + above)
    key = {"orientation": "h", "x": 0, "xanchor": "left", "y": -0.12, "yanchor": "top"}
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
        showlegend=True,
        **looks,
    )
