"""What a page says that fell over, instead of Streamlit's own box: a sentence with a number to quote, and a way on."""

import secrets
from urllib.parse import urlsplit

import streamlit as st

from data.errors import Mendable
from data.unforeseen import Unforeseen, unforeseen
from pages.kit.frame import contents
from pages.words import wording

WAITING = "What was handed in and checked waits for a day on the page Upload; the page History says what is published."


def say_what_fell_over(error: Exception) -> bool:
    """Draw what went wrong where the page broke off, for whatever no page has caught; return that it has been said.

    A part of a page that is drawn anew by itself, such as what a fold opens, comes here with what a person can mend.
    """
    if isinstance(error, Mendable) and not isinstance(error, Unforeseen):
        st.error(wording.plain(str(error)))
        return True
    with st.container(border=True, key=f"fallen_{secrets.token_hex(4)}"):  # two parts of a page may fall over
        st.error(wording.plain(str(unforeseen(error, f"the page {_page_shown()}"))))
        st.markdown(WAITING)
        with st.container(horizontal=True):
            st.button("Try again", key=f"again_{secrets.token_hex(4)}", type="primary")
            contents.link("upload", "To what waits")
            contents.link(contents.HOME, "To the overview")
    return True


def _page_shown() -> str:
    """Return the title of the page that the address names."""
    name = urlsplit(st.context.url or "").path.rpartition("/")[2]
    return contents.title_of(name if name in contents.scripts() else contents.HOME)
