"""What is folded away, and drawn only once it is opened: a page of forty indicators is there in half the time."""

from collections.abc import Callable

import streamlit as st

from pages.kit.parts.download import offer_table
from pages.kit.parts.table import draw_table


@st.fragment
def folded(label: str, key: str, draw: Callable[[], object], is_open: bool = False) -> None:
    """Draw something behind a click; opening it draws nothing else of the page anew.

    It `is_open` from the start where the address asks for what is in it.

    It stays open when its label changes with the month, though Streamlit takes it for another one then.
    """
    name = f"folded_{key}"
    if name in st.session_state:
        st.session_state[name] = st.session_state[name]
    with st.expander(label, is_open, key=name, on_change="rerun") as fold:
        if fold.open:
            draw()


def folded_table(by: str, key: str, rows: Callable[[], list[dict[str, str]]], named: str, file: str = "") -> None:
    """Draw what a chart shows as a table behind a click; it is offered to be taken away where a file is named."""

    def draw() -> None:
        draw_table(rows(), named)
        if file:
            offer_table(file, rows())

    folded(f"View as table: {by}", key, draw)
