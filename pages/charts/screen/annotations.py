"""What officers say, on a line: what it is meant to reach as a dashed line, and what happened as upright ones."""

from collections.abc import Sequence
from datetime import date, timedelta
from html import escape

import plotly.graph_objects as go

from pages.charts.palette import AIM, GROUND, TEXT
from pages.charts.said import Said
from pages.charts.screen.theme import LABEL

ROW = 20
"""Pixels for each row of titles above the line."""
HALF_A_MONTH = timedelta(days=15)


def add_target(chart: go.Figure, months: list[str], notes: Said, on: str, values: Sequence[float | None]) -> None:
    """Draw the ends of a target as dashed lines, with its name at the left, on the side where the line is not."""
    look = {"color": AIM[on], "dash": "8px,5px", "width": 2, "shape": "hvh"}
    ends = [row for row in (notes.least, notes.most) if any(bound is not None for bound in row)]
    for row in ends:
        chart.add_scatter(x=months, y=row, mode="lines", line=look, name=notes.aim, hoverinfo="skip", showlegend=False)
    if ends:
        place, value = next((place, bound) for place, bound in enumerate(ends[-1]) if bound is not None)
        style = {
            "xanchor": "left",
            "yanchor": "top" if _is_above(values, place, value) else "bottom",
            "bgcolor": GROUND[on],
            "showarrow": False,
            "font": {"size": LABEL - 1, "color": AIM[on]},
        }
        chart.add_annotation(text=f"<b>{notes.aim}</b>", x=months[place], y=value, **style)


def _is_above(values: Sequence[float | None], place: int, target: float) -> bool:
    """Tell whether a line lies above its target where the target's name is written: the first third of its months."""
    beside = [value for value in values[place : place + max(1, len(values) // 3)] if value is not None]
    return sum(value > target for value in beside) > len(beside) / 2


def add_restated(chart: go.Figure, months: list[str], values: list[float | None], notes: Said, on: str) -> None:
    """Draw a ring around each figure that is not what was first reported."""
    if notes.restated:
        ring = {"symbol": "circle-open", "size": 14, "color": TEXT[on], "line": {"width": 2}}
        at, heights = [months[place] for place in notes.restated], [values[place] for place in notes.restated]
        chart.add_scatter(x=at, y=heights, mode="markers", marker=ring, hoverinfo="skip", showlegend=False)


def add_events(chart: go.Figure, months: list[str], notes: Said, on: str) -> int:
    """Draw each event as an upright line before its month, its title above; return the pixels that the titles take."""
    for row, (place, title) in enumerate(notes.events):
        at = (date.fromisoformat(months[place]) - HALF_A_MONTH).isoformat()
        look = {"color": TEXT[on], "dash": "dot", "width": 1.5}
        chart.add_shape(type="line", x0=at, x1=at, y0=0, y1=1, yref="paper", line=look)
        beyond = place > len(months) / 2
        chart.add_annotation(
            text=escape(title),
            x=at,
            y=1,
            yref="paper",
            yshift=ROW * row,
            xanchor="right" if beyond else "left",
            yanchor="bottom",
            showarrow=False,
            font_size=LABEL - 2,
        )
    return ROW * len(notes.events)
