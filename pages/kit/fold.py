"""What is folded away, and drawn only once it is opened: a page of forty indicators is there at once."""

from collections.abc import Callable

import streamlit as st


@st.fragment
def folded(label: str, key: str, draw: Callable[[], None]) -> None:
    """Draw something behind a click; opening it draws nothing else of the page anew."""
    with st.expander(label, key=f"folded_{key}", on_change="rerun") as fold:
        if fold.open:
            draw()
