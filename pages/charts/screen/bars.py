"""Horizontal bars by group, each under a line with its group and its label."""

from functools import lru_cache
from html import escape

import plotly.graph_objects as go
import streamlit as st

from pages.charts.palette import BRIGHT, INK, TEXT
from pages.charts.points import Bar
from pages.charts.screen.theme import BESIDE, LABEL, QUIET, ground, quiet

BAR_HEIGHT = 46
ROOM_FOR_AXIS = 16
LONGEST = 0.72
"""Of the width, how long the longest bar is: one that filled it would read as the whole."""


def draw_bars(bars: tuple[Bar, ...], alt: str, key: str, ours: str = "") -> None:
    """Draw horizontal bars.

    The bar of the name `ours` stands out from the others.
    """
    st.plotly_chart(horizontal_bars(bars, ground(), ours), config=QUIET, alt=alt, key=key)


@lru_cache(maxsize=500)
def horizontal_bars(bars: tuple[Bar, ...], on: str, ours: str = "") -> go.Figure:
    """Make horizontal bars from 0, in the order given, each under a line with its group and its label."""
    longest = max([bar.value or 0 for bar in bars])
    drawn = {
        "x": [bar.value or 0 for bar in bars],
        "y": list(range(len(bars))),
        "orientation": "h",
        "width": 0.36,
        "hoverinfo": "skip",
    }
    if ours:
        drawn["marker"] = {"color": [BRIGHT[on] if bar.group == ours else INK[on] for bar in bars]}
    layout = {
        "annotations": [_words(place, bar, on) for place, bar in enumerate(bars)],
        "xaxis": {"visible": False, "fixedrange": True, "range": [0, (longest or 1) / LONGEST]},
        "yaxis": {"visible": False, "fixedrange": True, "range": [len(bars) - 0.6, -0.9]},
    }
    return quiet(go.Figure(go.Bar(drawn), layout), on, BAR_HEIGHT * len(bars) + ROOM_FOR_AXIS, right=8)


def _words(place: int, bar: Bar, on: str) -> dict:
    """Return the line above a bar: its group and its label."""
    words = f"{escape(bar.group)}  <b>{escape(bar.label)}</b>"
    font = {"size": LABEL, "color": TEXT[on]}
    return {"text": words, "x": 0, "y": place, "yshift": 19, "font": font, **BESIDE}
