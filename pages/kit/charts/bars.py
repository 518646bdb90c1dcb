"""Horizontal bars by group, each under a line with its group and its label."""

from functools import lru_cache
from html import escape

import plotly.graph_objects as go
import streamlit as st

from pages.kit.charts.theme import BESIDE, BRIGHT, INK, LABEL, QUIET, ground, quiet
from pages.words.chart_points import Bar

BAR_HEIGHT = 46
ROOM_FOR_AXIS = 16


def draw_bars(bars: tuple[Bar, ...], alt: str, key: str, ours: str = "") -> None:
    """Draw horizontal bars.

    The bar of the name `ours` stands out from the others.
    """
    st.plotly_chart(horizontal_bars(bars, ground(), ours), config=QUIET, alt=alt, key=key)


@lru_cache(maxsize=500)
def horizontal_bars(bars: tuple[Bar, ...], on: str, ours: str = "") -> go.Figure:
    """Make horizontal bars from 0, in the order given, each under a line with its group and its label."""
    chart = go.Figure()
    chart.add_bar(
        x=[bar.value or 0 for bar in bars],
        y=list(range(len(bars))),
        orientation="h",
        width=0.36,
        hoverinfo="skip",
    )
    if ours:
        chart.update_traces(marker_color=[BRIGHT[on] if bar.group == ours else INK[on] for bar in bars])
    for place, bar in enumerate(bars):
        words = f"{escape(bar.group)}  <b>{escape(bar.label)}</b>"
        chart.add_annotation(text=words, x=0, y=place, yshift=19, font_size=LABEL, **BESIDE)
    longest = max([bar.value or 0 for bar in bars])
    chart.update_xaxes(visible=False, fixedrange=True, range=[0, (longest or 1) * 1.05])
    chart.update_yaxes(visible=False, fixedrange=True, range=[len(bars) - 0.6, -0.9])
    return quiet(chart, on, BAR_HEIGHT * len(bars) + ROOM_FOR_AXIS, right=8)
