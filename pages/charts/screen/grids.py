"""Grids by month: the darker a cell the greater its share, with its word in it."""

from functools import lru_cache
from html import escape

import plotly.graph_objects as go
import streamlit as st

from pages.charts.palette import FULL, GRADES, TEXT, ink_on
from pages.charts.points import GridCell
from pages.charts.screen.theme import BESIDE, LABEL, QUIET, ground, quiet

ROW_OF_GRID = 54


def draw_grid(rows: tuple[str, ...], columns: tuple[str, ...], cells: tuple[GridCell, ...], alt: str, key: str) -> None:
    """Draw a grid. A cell is its share, from 0 to 1 or None, and its word; cells stand row by row."""
    st.plotly_chart(grid(rows, columns, cells, ground()), config=QUIET, alt=alt, key=key)


@lru_cache(maxsize=100)
def grid(rows: tuple[str, ...], columns: tuple[str, ...], cells: tuple[GridCell, ...], on: str) -> go.Figure:
    """Make a grid: the darker a cell the greater its share, with its word in it; one without a share has a broken edge.

    Each row stands under its name, so that the cells have the whole width on a telephone.
    """
    wide = len(columns)
    chart = go.Figure()
    chart.add_heatmap(
        z=[[cell.share for cell in cells[row * wide : (row + 1) * wide]] for row in range(len(rows))],
        colorscale=[list(end) for end in zip((0, 1), GRADES[on], strict=True)],
        zmin=0,
        zmax=FULL,
        xgap=2,
        ygap=ROW_OF_GRID - 28,
        showscale=False,
        hoverinfo="skip",
    )
    chart.add_scatter(**_words(cells, wide, on))
    unshared = [divmod(place, wide) for place, cell in enumerate(cells) if cell.share is None]
    chart.update_layout(shapes=[_broken_edge(row, column, on) for row, column in unshared])
    for place, name in enumerate(rows):
        chart.add_annotation(text=escape(name), x=-0.5, y=place, yshift=25, font_size=LABEL, **BESIDE)
    with_year = [place == 0 or name.startswith("Jan") for place, name in enumerate(columns)]
    words = [name.split() for name in columns]
    labels = ["<br>".join(name) if year else name[0] for name, year in zip(words, with_year, strict=True)]
    chart.update_xaxes(tickvals=list(range(wide)), ticktext=labels, showgrid=False, zeroline=False, fixedrange=True)
    chart.update_xaxes(tickangle=0, tickfont_size=LABEL - 2, range=[-0.5, wide - 0.5])
    chart.update_yaxes(visible=False, fixedrange=True, range=[len(rows) - 0.5, -0.7])
    return quiet(chart, on, ROW_OF_GRID * len(rows) + 70, right=8)


def _words(cells: tuple[GridCell, ...], wide: int, on: str) -> dict:
    """Return the words of all cells as one trace, each in the ink that stands out from the colour of its cell."""
    ink = [TEXT[on] if cell.share is None else ink_on(GRADES[on], min(cell.share / FULL, 1.0)) for cell in cells]
    return {
        "x": [place % wide for place in range(len(cells))],
        "y": [place // wide for place in range(len(cells))],
        "text": [escape(cell.word) for cell in cells],
        "textfont": {"color": ink, "size": LABEL - 2},
        "mode": "text",
        "cliponaxis": False,
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _broken_edge(row: int, column: int, on: str) -> dict:
    """Return the edge of a cell without a share."""
    half = 14 / ROW_OF_GRID
    edge = {"dash": "dot", "width": 1.5, "color": TEXT[on]}
    return {"x0": column - 0.46, "x1": column + 0.46, "y0": row - half, "y1": row + half, "line": edge}
