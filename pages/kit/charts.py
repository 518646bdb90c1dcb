"""The one room that knows plotly: lines over months, bars by group and grids by month, in the theme's colours.

A chart is made of plain rows and kept by them, once for each ground, light and dark. The sentence and the table that
say the same are drawn beside it, from the same figures.
"""

from functools import lru_cache
from html import escape

import plotly.graph_objects as go
import streamlit as st

QUIET = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}
LABEL = 15
INK = {"light": "#12436D", "dark": "#5694CA"}
TEXT = {"light": "#3D3D3D", "dark": "#D6D0C6"}
GRID = "rgba(128, 120, 108, 0.28)"
LINE_HEIGHT = 300
BAR_HEIGHT = 46
ROOM_FOR_AXIS = 16
STEPS, MOST_LABELS = (1, 2, 3, 6, 12, 24), 4
"""Months between the names on the axis: as few as keep the names from touching on a telephone."""
GRADES = {"light": ("#E7EEF3", "#12436D"), "dark": ("#26333D", "#8FBCE3")}
"""The colours of a share of nought and of a full one."""
FULL = 0.25
"""The share from which a cell of a grid is as dark as it gets: a quarter of the rows is bad enough."""
ROW_OF_GRID = 54
BESIDE = {"xanchor": "left", "showarrow": False}


def ground() -> str:
    """Return light or dark, as the reader's screen shows the page."""
    return st.context.theme.type or "light"


def draw_line(points: tuple[tuple[str, str, float | None, str], ...], ending: str, label: str, alt: str, key: str):
    """Draw a line over months. A point is its month as 2026-10-01, the month in words, its value and its words."""
    st.plotly_chart(line(points, ending, label, ground()), config=QUIET, alt=alt, key=key)


def draw_bars(bars: tuple[tuple[str, float | None, str], ...], alt: str, key: str) -> None:
    """Draw horizontal bars. A bar is its group, its value and the label that says both figure and counts."""
    st.plotly_chart(horizontal_bars(bars, ground()), config=QUIET, alt=alt, key=key)


def draw_grid(
    rows: tuple[str, ...], columns: tuple[str, ...], cells: tuple[tuple[float | None, str], ...], alt: str, key: str
) -> None:
    """Draw a grid. A cell is its share, from 0 to 1 or None, and its word; cells stand row by row."""
    st.plotly_chart(grid(rows, columns, cells, ground()), config=QUIET, alt=alt, key=key)


@lru_cache(maxsize=100)
def grid(
    rows: tuple[str, ...], columns: tuple[str, ...], cells: tuple[tuple[float | None, str], ...], on: str
) -> go.Figure:
    """Make a grid: the darker a cell the greater its share, with its word in it; one without a share has a broken edge.

    Each row stands under its name, so that the cells have the whole width on a telephone.
    """
    wide = len(columns)
    chart = go.Figure()
    chart.add_heatmap(
        z=[[share for share, _ in cells[row * wide : (row + 1) * wide]] for row in range(len(rows))],
        colorscale=[list(end) for end in zip((0, 1), GRADES[on], strict=True)],
        zmin=0,
        zmax=FULL,
        xgap=2,
        ygap=ROW_OF_GRID - 28,
        showscale=False,
        hoverinfo="skip",
    )
    for place, (share, word) in enumerate(cells):
        _write_cell(chart, place // wide, place % wide, share, word, on)
    for place, name in enumerate(rows):
        chart.add_annotation(text=escape(name), x=-0.5, y=place, yshift=25, font_size=LABEL, **BESIDE)
    with_year = [place == 0 or name.startswith("Jan") for place, name in enumerate(columns)]
    named = [name.split() for name in columns]
    labels = ["<br>".join(name) if year else name[0] for name, year in zip(named, with_year, strict=True)]
    chart.update_xaxes(tickvals=list(range(wide)), ticktext=labels, showgrid=False, zeroline=False, fixedrange=True)
    chart.update_xaxes(tickangle=0, tickfont_size=LABEL - 2, range=[-0.5, wide - 0.5])
    chart.update_yaxes(visible=False, fixedrange=True, range=[len(rows) - 0.5, -0.7])
    return _quiet(chart, on, ROW_OF_GRID * len(rows) + 70, right=8)


def _write_cell(chart: go.Figure, row: int, column: int, share: float | None, word: str, on: str) -> None:
    """Write the word of a cell so that it stands out from its colour; one without a share has a broken edge."""
    ink = TEXT[on] if share is None else ink_on(GRADES[on], min(share / FULL, 1.0))
    words = f'<span style="color:{ink}">{escape(word)}</span>'
    chart.add_annotation(text=words, x=column, y=row, showarrow=False, font_size=LABEL - 2)
    if share is None:
        half = 14 / ROW_OF_GRID
        edge = {"dash": "dot", "width": 1.5, "color": TEXT[on]}
        chart.add_shape(x0=column - 0.46, x1=column + 0.46, y0=row - half, y1=row + half, line=edge)


def ink_on(grades: tuple[str, str], reach: float) -> str:
    """Return black or white, whichever stands out more from the colour that lies so far between two."""
    low, high = ([int(grade[place : place + 2], 16) / 255 for place in (1, 3, 5)] for grade in grades)
    parts = [begin + (end - begin) * reach for begin, end in zip(low, high, strict=True)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    light = sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return "#000000" if (light + 0.05) ** 2 > 0.05 * 1.05 else "#FFFFFF"


@lru_cache(maxsize=500)
def line(points: tuple[tuple[str, str, float | None, str], ...], ending: str, label: str, on: str) -> go.Figure:
    """Make a line chart; a month without a value is a gap, and the axis begins at 0."""
    months, names, values, said = (list(each) for each in zip(*points, strict=True))
    chart = go.Figure()
    chart.add_scatter(
        x=months,
        y=values,
        mode="lines+markers",
        connectgaps=False,
        line_width=2.5,
        marker_size=5,
        customdata=said,
        hovertemplate="%{customdata}<extra></extra>",
    )
    _label_the_latest(chart, points, label)
    every = next(step for step in STEPS if len(months) <= step * MOST_LABELS or step == STEPS[-1])
    shown = slice((len(months) - 1) % every, None, every)
    chart.update_xaxes(showgrid=False, tickangle=0, fixedrange=True, tickfont_size=LABEL)
    chart.update_xaxes(tickvals=months[shown], ticktext=[name.replace(" ", "<br>") for name in names[shown]])
    chart.update_yaxes(rangemode="tozero", gridcolor=GRID, zeroline=True, zerolinecolor=GRID, ticksuffix=ending)
    chart.update_yaxes(fixedrange=True, tickfont_size=LABEL, nticks=6, range=_range(values))
    return _quiet(chart, on, LINE_HEIGHT, right=70)


@lru_cache(maxsize=500)
def horizontal_bars(bars: tuple[tuple[str, float | None, str], ...], on: str) -> go.Figure:
    """Make horizontal bars from 0, in the order given, each under a line with its group and its label."""
    chart = go.Figure()
    chart.add_bar(
        x=[value or 0 for _, value, _ in bars],
        y=list(range(len(bars))),
        orientation="h",
        width=0.36,
        hoverinfo="skip",
    )
    for place, (name, _, label) in enumerate(bars):
        words = f"{escape(name)}  <b>{escape(label)}</b>"
        chart.add_annotation(text=words, x=0, y=place, yshift=19, font_size=LABEL, **BESIDE)
    longest = max([value or 0 for _, value, _ in bars])
    chart.update_xaxes(visible=False, fixedrange=True, range=[0, (longest or 1) * 1.05])
    chart.update_yaxes(visible=False, fixedrange=True, range=[len(bars) - 0.6, -0.9])
    return _quiet(chart, on, BAR_HEIGHT * len(bars) + ROOM_FOR_AXIS, right=8)


def _label_the_latest(chart: go.Figure, points: tuple[tuple[str, str, float | None, str], ...], label: str) -> None:
    """Write the latest value beside its point."""
    known = [point for point in points if point[2] is not None]
    if known:
        text = f"<b>{escape(label)}</b>"
        chart.add_annotation(text=text, x=known[-1][0], y=known[-1][2], xshift=8, font_size=LABEL + 1, **BESIDE)


def _range(values: list[float | None]) -> list[float]:
    """Return the reach of the axis: from 0 to a little above the highest value."""
    highest = max([value for value in values if value is not None] or [0])
    return [0, highest * 1.15 if highest else 1]


def _quiet(chart: go.Figure, on: str, height: int, right: int) -> go.Figure:
    """Give a chart the colours of its ground, and take away what distracts: legends, dragging, wide margins."""
    margin = {"l": 8, "r": right, "t": 12, "b": 8}
    chart.update_annotations(font_color=TEXT[on])
    chart.update_xaxes(tickfont_color=TEXT[on]).update_yaxes(tickfont_color=TEXT[on])
    chart.update_layout(colorway=[INK[on]], hoverlabel_font_size=LABEL)
    return chart.update_layout(height=height, margin=margin, showlegend=False, dragmode=False, hovermode="closest")
