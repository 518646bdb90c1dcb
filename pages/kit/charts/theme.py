"""What every chart stands on: light or dark, the colours of each, and quiet: no legends, dragging or wide margins."""

import plotly.graph_objects as go
import streamlit as st

QUIET = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}
LABEL = 15
INK = {"light": "#12436D", "dark": "#5694CA"}
BRIGHT = {"light": "#C2500F", "dark": "#F46A25"}
"""The colour of ours among others; a name or a shape says the same."""
TEXT = {"light": "#3D3D3D", "dark": "#D6D0C6"}
GRID = "rgba(128, 120, 108, 0.28)"
BESIDE = {"xanchor": "left", "showarrow": False}


def ground() -> str:
    """Return light or dark, as the reader's screen shows the page."""
    return st.context.theme.type or "light"


def quiet(chart: go.Figure, on: str, height: int, right: int, top: int = 12) -> go.Figure:
    """Give a chart the colours of its ground, and take away what distracts: legends, dragging, wide margins."""
    margin = {"l": 8, "r": right, "t": top, "b": 8}
    chart.for_each_annotation(lambda annotation: annotation.font.color or annotation.update(font_color=TEXT[on]))
    chart.update_xaxes(tickfont_color=TEXT[on]).update_yaxes(tickfont_color=TEXT[on])
    chart.update_layout(colorway=[INK[on]], hoverlabel_font_size=LABEL)
    return chart.update_layout(height=height, margin=margin, showlegend=False, dragmode=False, hovermode="closest")
