"""Beside a month of ours, what others stood at on the latest day published, kept by reader, authority and revision."""

import streamlit as st

from data.access import Reader
from indicators.comparison.latest_published import LatestPublished, latest_published
from indicators.engine.catalogue import indicator_called
from pages.kit.frame.session import current_store


@st.cache_data(max_entries=100, show_spinner=False)
def latest_kept(
    reader: Reader,  # noqa: ARG001 - part of the key
    authority: str,
    revision: int,  # noqa: ARG001 - part of the key
    indicators: tuple[str, ...],
) -> dict[str, LatestPublished]:
    """Return what others stood at in the latest year published of each indicator, by id."""
    return latest_published(current_store(), [indicator_called(name) for name in indicators], authority)
