"""The month on one page, to download and print: for the office, or for publication, as HTML, PDF or Word."""

import streamlit as st

from data.audit.exports import OFFICIAL, file_name, marking_of
from data.store.store import Store
from pages.kit.frame.audience import Audience
from pages.kit.frame.choices import Choices
from pages.kit.frame.file_to_take import offer_file
from pages.kit.frame.session import current_store
from pages.report.formats.written import HTML, KINDS, PAPERS

LABELS = {False: "Download one page to print", True: "Download the page for publication"}


def to_print(chosen: Choices, audience: Audience) -> None:
    """Offer the page of an audience; it is made when it is asked for."""
    store = current_store()
    ending = st.segmented_control(
        "As", PAPERS, default=HTML, required=True, format_func=lambda kind: KINDS[kind], key="digest_as"
    )
    with st.container(horizontal=True, gap="small"):
        for public, label in LABELS.items():
            marking = OFFICIAL if public else marking_of(chosen.reader)
            offer_file(
                label,
                lambda public=public: _page(store, chosen, audience, public, ending),
                file_name(marking, f"{'published' if public else 'office'}_{chosen.month:%Y-%m}{ending}"),
                icon=":material/print:",
                key=f"digest_{public}",
            )


def _page(store: Store, chosen: Choices, audience: Audience, public: bool, ending: str) -> bytes:
    """Make the page; what makes it is opened only by whoever asks for it."""
    from pages.kit.digest.digest import printed

    return printed(store, chosen.reader, chosen.authority, chosen.months, audience, public, ending)
