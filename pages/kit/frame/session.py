"""The store behind the pages, opened once for every reader, and who is reading."""

import streamlit as st

from data.access import LOCAL_USER, Reader
from data.invention.configured_store import open_configured_store
from data.settings import Settings, settings
from data.store.store import Store
from indicators.disclosure.on_demand import decide_on_demand


def current_store() -> Store:
    """Return the open store. One process holds it, and every reader shares it.

    Raises:
        Mendable: where it cannot be opened.
    """
    return _open(settings())


def reading() -> Reader:
    """Return who is reading; asked anew on every run and never kept in a session."""
    return LOCAL_USER


@st.cache_resource(show_spinner=False)
def _open(chosen: Settings) -> Store:
    """Open the store that the settings name."""
    store = open_configured_store(chosen)
    store.decide = decide_on_demand
    return store
