"""The quarterly report on the quality framework on its page: section by section, and to take away in three formats."""

from datetime import date

import streamlit as st

from data.access import Reader
from data.audit.exports import SENSITIVE, file_name
from pages.kit.frame.choices import Choices
from pages.kit.frame.file_to_take import offer_file
from pages.kit.frame.session import current_store
from pages.kit.report.draw_part import draw_part
from pages.report.document import Document
from pages.report.formats.handed_out import handed_out
from pages.report.formats.written import KINDS, PAPERS
from pages.report.quality import quality_read, quality_report
from pages.words import wording


def quality_report_page(chosen: Choices) -> None:
    """Draw the report of the quarter, and offer its files."""
    document = _kept(chosen.reader, chosen.authority, chosen.months, chosen.revision)
    st.markdown(wording.plain(" ".join(document.under_title)))
    _files(chosen, document)
    for section in document.sections:
        st.header(section.title, anchor=f"section-{section.number}")
        for part in section.parts:
            draw_part(part)


@st.cache_data(max_entries=20, show_spinner="Reading the quarter…")
def _kept(
    reader: Reader,
    authority: str,
    months: tuple[date, ...],
    revision: int,  # noqa: ARG001 - part of the key
) -> Document:
    """Write the report of the quarter of the last of some months once for each reader."""
    return quality_report(quality_read(current_store(), reader, authority, months))


def _files(chosen: Choices, document: Document) -> None:
    """Offer the report in each format; it is made when it is asked for."""
    store = current_store()
    with st.container(horizontal=True, gap="small"):
        for ending in PAPERS:
            name = f"quality_report_{chosen.month:%Y-%m}{ending}"
            offer_file(
                f"Download as {KINDS[ending]}",
                lambda name=name: handed_out(store, chosen.reader, document, name, SENSITIVE),
                file_name(SENSITIVE, name),
                icon=":material/description:",
                key=f"quality_report{ending}",
            )
