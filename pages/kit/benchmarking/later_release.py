"""Whether a later release of DfE's is probably out, in one line: since when, which file to fetch, and where."""

import streamlit as st

from data.ledger.clock import now
from data.published.dfe_publication import Measure, publication_of
from data.published.release_pages import LaterRelease, later_releases
from pages.kit.frame.session import current_store
from pages.words import wording


def later_release(measure: Measure) -> None:
    """Say of a published measure that a later release is probably out; nothing where the latest is held."""
    later = later_releases(current_store(), now().date()).get(publication_of(measure.name).name)
    if later is not None:
        page = f"[{wording.plain(later.page.title)}]({later.page.address})"
        st.caption(f"{wording.plain(in_words(later))} It is published under {page}.")


def in_words(later: LaterRelease) -> str:
    """Say since when a later release is out, and which file to fetch."""
    return f"{later.since}: {later.of}. Fetch {later.file} and load it."
