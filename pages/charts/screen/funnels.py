"""A funnel: every authority by its size, between curved limits; ours and our neighbours marked by shape and size."""

from functools import lru_cache

import plotly.graph_objects as go
import streamlit as st

from pages.charts.palette import BRIGHT, INK, TEXT
from pages.charts.points import FunnelDot, FunnelLimit
from pages.charts.screen.theme import GRID, LABEL, QUIET, ground, quiet

FUNNEL_HEIGHT = 420
MARKS = {"other": ("circle", 7), "beside": ("diamond", 11), "ours": ("star", 20)}
PALE = {"light": "#767676", "dark": "#A8A196"}


def draw_funnel(
    dots: tuple[FunnelDot, ...],
    limits: tuple[FunnelLimit, ...],
    titles: tuple[str, str],
    beside: str,
    ending: str,
    alt: str,
    key: str,
) -> None:
    """Draw a funnel; `titles` name what is across and what is up, `beside` those who are marked besides ours."""
    st.plotly_chart(funnel(dots, limits, titles, beside, ending, ground()), config=QUIET, alt=alt, key=key)


@lru_cache(maxsize=100)
def funnel(
    dots: tuple[FunnelDot, ...],
    limits: tuple[FunnelLimit, ...],
    titles: tuple[str, str],
    beside: str,
    ending: str,
    on: str,
) -> go.Figure:
    """Make a funnel: limits first, then the others, then those compared with, then ours above all."""
    chart = go.Figure()
    for limit in limits:
        chart.add_scatter(
            name=limit.name,
            x=[point.size for point in limit.points],
            y=[point.value for point in limit.points],
            mode="lines",
            line={"color": PALE[on], "dash": limit.dash, "width": 1.6},
            hoverinfo="skip",
            showlegend=bool(limit.name),
        )
    names = {"other": "Other authorities", "beside": beside, "ours": "Ours"}
    for kind, (symbol, size) in MARKS.items():
        chosen = [dot for dot in dots if dot.kind == kind]
        colour = {"other": PALE[on], "beside": INK[on], "ours": BRIGHT[on]}[kind]
        chart.add_scatter(
            name=names[kind],
            x=[dot.size for dot in chosen],
            y=[dot.value for dot in chosen],
            mode="markers",
            marker={"symbol": symbol, "size": size, "color": colour, "opacity": 0.55 if kind == "other" else 1.0},
            customdata=[dot.words for dot in chosen],
            hovertemplate="%{customdata}<extra></extra>",
            showlegend=bool(chosen),
        )
    widest = max(dot.size for dot in dots)
    ends = [point.value for limit in limits for point in limit.points if point.size > widest / 8]
    most = max([dot.value for dot in dots] + ends)
    axis = {"title_font": {"size": LABEL, "color": TEXT[on]}, "tickfont_size": LABEL, "fixedrange": True}
    chart.update_xaxes(title_text=titles[0], rangemode="tozero", showgrid=False, zeroline=False, nticks=5, **axis)
    chart.update_yaxes(
        title_text=titles[1], range=[0, most * 1.08], ticksuffix=ending, gridcolor=GRID, nticks=6, **axis
    )
    quiet(chart, on, FUNNEL_HEIGHT, right=12)
    key = {"orientation": "h", "x": 0, "xanchor": "left", "y": 1.02, "yanchor": "bottom"}
    return chart.update_layout(showlegend=True, legend={**key, "font": {"size": LABEL, "color": TEXT[on]}})
