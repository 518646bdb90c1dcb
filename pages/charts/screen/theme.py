"""What every chart stands on: light or dark, the colours of each, and quiet: no legends, dragging or wide margins."""

from typing import Any

import plotly.graph_objects as go
import streamlit as st

from pages.charts.palette import INK, TEXT

QUIET = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}
LABEL = 15
GRID = "rgba(128, 120, 108, 0.28)"
BESIDE = {"xanchor": "left", "showarrow": False}


def ground() -> str:
    """Return light or dark, as the reader's screen shows the page."""
    return st.context.theme.type or "light"


def quiet(chart: go.Figure, on: str, height: int, right: int, top: int = 12) -> go.Figure:
    """Give a chart the colours of its ground, and take away what distracts: legends, dragging, wide margins."""
    layout: Any = chart.layout
    for note in layout.annotations:
        if not note.font.color:
            note.font.color = TEXT[on]
    layout.xaxis.tickfont.color = layout.yaxis.tickfont.color = TEXT[on]
    return chart.update_layout(  # all at once, since plotly looks through the whole chart each time
        colorway=[INK[on]],
        hoverlabel_font_size=LABEL,
        height=height,
        margin={"l": 8, "r": right, "t": top, "b": 8},
        showlegend=False,
        dragmode=False,
        hovermode="closest",
    )
