"""A real table, read by screen readers and printers, of rows whose cells are words already."""

from collections.abc import Sequence

import streamlit as st


def draw_table(rows: Sequence[dict[str, str]], alt: str) -> None:
    """Draw rows as a table with headings; `alt` names it for whoever does not see it."""
    if not rows:
        return
    columns = {name: [row[name] for row in rows] for name in rows[0]}
    st.table(columns, border="horizontal", hide_index=True, hide_header=False, alt=alt)
