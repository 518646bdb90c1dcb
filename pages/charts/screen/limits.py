"""What a line is judged by: its average and limits in grey, and marks on the points of signals."""

import plotly.graph_objects as go

from pages.charts.judged import Judged
from pages.charts.palette import FAINT, MEANING

SHAPES = {"concern": "triangle-{}", "improvement": "circle", "neutral": "diamond"}
"""The same on paper: what a signal means is seen without its colour."""


def add_limits(chart: go.Figure, months: list[str], judged: Judged, on: str) -> None:
    """Draw the average as a thin line and the limits as dashed ones, in grey."""
    for values, dash in ((judged.low, "dash"), (judged.centre, "solid"), (judged.high, "dash")):
        if any(value is not None for value in values):
            drawn = {"color": FAINT[on], "dash": dash, "width": 1.25, "shape": "hvh"}
            chart.add_scatter(x=months, y=values, mode="lines", line=drawn, hoverinfo="skip", showlegend=False)


def add_marks(chart: go.Figure, months: list[str], values: list[float | None], judged: Judged, on: str) -> None:
    """Mark the points of signals by shape and colour; the triangle of a concern points its way."""
    marked = [place for place, mark in enumerate(judged.marks) if mark is not None and values[place] is not None]
    if not marked:
        return
    marks = [judged.marks[place] or ("", "") for place in marked]
    drawn = {"size": 11, "symbol": [SHAPES[meaning].format(way) for meaning, way in marks]}
    drawn["color"] = [MEANING[on][meaning] for meaning, _ in marks]
    at, heights = [months[place] for place in marked], [values[place] for place in marked]
    chart.add_scatter(x=at, y=heights, mode="markers", marker=drawn, hoverinfo="skip", showlegend=False)
