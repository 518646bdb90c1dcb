"""A part of a report on the page: a paragraph, a list or a table, as Streamlit shows them."""

import streamlit as st

from pages.kit.parts.table import draw_table
from pages.report.document import Bullets, Paragraph, Part, Table
from pages.words import wording


def draw_part(part: Part) -> None:
    """Draw a paragraph without its number, a list, or a table; headings and charts the page has in its own way."""
    if isinstance(part, Paragraph):
        st.markdown(wording.plain(part.whole))
    elif isinstance(part, Bullets):
        st.markdown("\n".join(f"* {wording.plain(text)}" for text in part.whole))
    elif isinstance(part, Table):
        rows = [dict(zip(part.headings, map(wording.plain, map(str, row)), strict=True)) for row in part.rows]
        draw_table(rows, part.caption)
