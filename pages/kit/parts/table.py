"""A real table, read by screen readers and printers, of rows whose cells are words already."""

from collections.abc import Sequence
from functools import lru_cache

import pandas
import streamlit as st

from pages.kit.parts.identifiers import with_names

HEADED = {"hide_index": True, "hide_header": False}


def draw_table(rows: Sequence[dict[str, str]], alt: str) -> None:
    """Draw rows as a table with headings; `alt` names it for whoever does not see it."""
    if not rows:
        return
    rows = with_names(rows, alt)
    st.table(_frame(tuple(rows[0]), tuple(tuple(row.values()) for row in rows)), border="horizontal", alt=alt, **HEADED)


@lru_cache(maxsize=500)
def _frame(headings: tuple[str, ...], cells: tuple[tuple[str, ...], ...]) -> pandas.DataFrame:
    """Make a frame of words, once for the same words; nobody changes it."""
    return pandas.DataFrame(cells, columns=list(headings), dtype=object)
