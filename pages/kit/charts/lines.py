"""Lines over months: a month without a value is a gap, and the axis begins at 0."""

from dataclasses import dataclass
from functools import lru_cache
from html import escape

import plotly.graph_objects as go
import streamlit as st

from pages.kit.charts.ground import BESIDE, GRID, LABEL, QUIET, ground, quiet
from pages.kit.charts.said import UNSAID, Said, add_events, add_restated, add_target

Points = tuple[tuple[str, str, float | None, str], ...]
FAINT = {"light": "#767676", "dark": "#A9A299"}
MEANING = {
    "light": {"improvement": "#005EB8", "concern": "#B84A00", "neutral": "#490092"},
    "dark": {"improvement": "#6FB1F0", "concern": "#F46A25", "neutral": "#BFA3EA"},
}
"""The hues of NHS "Making Data Count", dark or light enough to be seen; the caption says the same in words."""
LINE_HEIGHT = 300
STEPS, MOST_LABELS = (1, 2, 3, 6, 12, 24), 4
"""Months between the names on the axis: as few as keep the names from touching on a telephone."""


@dataclass(frozen=True)
class Judged:
    """Hold what a line is judged by: its low limit, average and high limit, month by month, and marks on its points.

    A mark is what a signal means, `improvement`, `concern` or `neutral`, and its way, `up` or `down`, or None.
    """

    low: tuple[float | None, ...] = ()
    centre: tuple[float | None, ...] = ()
    high: tuple[float | None, ...] = ()
    marks: tuple[tuple[str, str] | None, ...] = ()


UNJUDGED = Judged()


def draw_line(
    points: Points, ending: str, label: str, alt: str, key: str, judged: Judged = UNJUDGED, said: Said = UNSAID
) -> None:
    """Draw a line over months. A point is its month as 2026-10-01, the month in words, its value and its words."""
    st.plotly_chart(line(points, ending, label, ground(), judged, said), config=QUIET, alt=alt, key=key)


@lru_cache(maxsize=500)
def line(points: Points, ending: str, label: str, on: str, judged: Judged = UNJUDGED, said: Said = UNSAID) -> go.Figure:
    """Make a line chart; a month without a value is a gap, and the axis begins at 0."""
    months, names, values, told = (list(each) for each in zip(*points, strict=True))
    chart = go.Figure()
    chart.add_scatter(
        x=months,
        y=values,
        mode="lines+markers",
        connectgaps=False,
        line_width=2.5,
        marker_size=5,
        customdata=told,
        hovertemplate="%{customdata}<extra></extra>",
    )
    _add_limits(chart, months, judged, on)
    _add_marks(chart, months, values, judged, on)
    add_restated(chart, months, values, said, on)
    _label_the_latest(chart, points, label)
    add_target(chart, months, said, on)
    above = add_events(chart, months, said, on)
    every = next(step for step in STEPS if len(months) <= step * MOST_LABELS or step == STEPS[-1])
    shown = slice((len(months) - 1) % every, None, every)
    chart.update_xaxes(showgrid=False, tickangle=0, fixedrange=True, tickfont_size=LABEL)
    chart.update_xaxes(tickvals=months[shown], ticktext=[name.replace(" ", "<br>") for name in names[shown]])
    chart.update_yaxes(rangemode="tozero", gridcolor=GRID, zeroline=True, zerolinecolor=GRID, ticksuffix=ending)
    reach = _range([*values, *judged.high, *said.least, *said.most])
    chart.update_yaxes(fixedrange=True, tickfont_size=LABEL, nticks=6, range=reach)
    return quiet(chart, on, LINE_HEIGHT + above, right=70, top=12 + above)


def _add_limits(chart: go.Figure, months: list[str], judged: Judged, on: str) -> None:
    """Draw the average as a thin line and the limits as dashed ones, in grey."""
    for values, dash in ((judged.low, "dash"), (judged.centre, "solid"), (judged.high, "dash")):
        if any(value is not None for value in values):
            drawn = {"color": FAINT[on], "dash": dash, "width": 1.25, "shape": "hvh"}
            chart.add_scatter(x=months, y=values, mode="lines", line=drawn, hoverinfo="skip")


def _add_marks(chart: go.Figure, months: list[str], values: list[float | None], judged: Judged, on: str) -> None:
    """Mark the points of signals: a triangle points the way, its colour says what that means."""
    marked = [place for place, mark in enumerate(judged.marks) if mark is not None and values[place] is not None]
    if not marked:
        return
    marks = [judged.marks[place] or ("", "") for place in marked]
    drawn = {"size": 11, "symbol": [f"triangle-{way}" for _, way in marks]}
    drawn["color"] = [MEANING[on][meaning] for meaning, _ in marks]
    at, heights = [months[place] for place in marked], [values[place] for place in marked]
    chart.add_scatter(x=at, y=heights, mode="markers", marker=drawn, hoverinfo="skip")


def _label_the_latest(chart: go.Figure, points: Points, label: str) -> None:
    """Write the latest value beside its point."""
    known = [point for point in points if point[2] is not None]
    if known:
        text = f"<b>{escape(label)}</b>"
        chart.add_annotation(text=text, x=known[-1][0], y=known[-1][2], xshift=8, font_size=LABEL + 1, **BESIDE)


def _range(values: list[float | None]) -> list[float]:
    """Return the reach of the axis: from 0 to a little above the highest value."""
    highest = max([value for value in values if value is not None] or [0])
    return [0, highest * 1.15 if highest else 1]
