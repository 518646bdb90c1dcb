"""The committee report of the month: said in short, with what officers write, and to take away in three formats."""

from datetime import date

import streamlit as st

from data.access import Reader
from data.audit.exports import file_name
from pages.kit.frame.choices import Choices
from pages.kit.frame.file_to_take import offer_file
from pages.kit.frame.session import current_store
from pages.report.committee import ReportRead, committee_report, report_read
from pages.report.document import Bullets, Document, Paragraph
from pages.report.formats.issued import issued
from pages.report.formats.written import KINDS
from pages.report.officers_words import LONGEST, PARTS, UNWRITTEN, OfficersWords
from pages.words import wording

FOR = {False: "Members in private (exempt)", True: "The public"}
LABELS = {"report_from": "Report from", "wards": "Wards affected"}
SHORT = ("committee", "meeting", "report_from", "wards", "contact_officer")
"""Parts that are one line; the others are paragraphs."""
IN_SHORT = ("1", "5")
"""Sections shown on the page: the summary and the challenges."""


def committee_report_page(chosen: Choices) -> None:
    """Draw the page: for whom, what it says in short, the files, and the parts that officers write."""
    st.markdown(
        "The month as a paper for members. Each sentence has its figure, its counts, its day and whom it is beside."
    )
    public = st.radio("For whom", list(FOR), format_func=FOR.__getitem__, horizontal=True, key="report_for")
    read = _kept(chosen.reader, chosen.authority, chosen.months, chosen.revision, public)
    _in_short(committee_report(read, UNWRITTEN))
    words = _officers_words()
    _files(chosen, read, words)


@st.cache_data(max_entries=20, show_spinner="Writing the report…")
def _kept(
    reader: Reader,
    authority: str,
    months: tuple[date, ...],
    revision: int,  # noqa: ARG001 - part of the key
    public: bool,
) -> ReportRead:
    """Read the report once, for whatever officers go on to write of it."""
    return report_read(current_store(), reader, authority, months, public)


def _in_short(document: Document) -> None:
    """Say what the report says first: how many measures do what, and which of them are a concern."""
    for section in document.sections:
        if section.number not in IN_SHORT:
            continue
        for part in section.parts:
            if isinstance(part, Paragraph):
                st.markdown(wording.plain(part.text))
            elif isinstance(part, Bullets):
                st.markdown("\n".join(f"* {wording.plain(text)}" for text in part.texts))


def _officers_words() -> OfficersWords:
    """Ask for the parts that officers write; they are kept in this browser's session alone."""
    with st.expander("What officers write", key="report_words"):
        st.markdown("A part left empty says so in the report. Paragraphs are parted by a blank line.")
        texts = {part: _asked(part) for part in PARTS}
    return OfficersWords(**texts)


def _asked(part: str) -> str:
    """Ask for one part."""
    label = LABELS.get(part, part.replace("_", " ").capitalize())
    if part in SHORT:
        return st.text_input(label, key=f"report_{part}", max_chars=200)
    return st.text_area(label, key=f"report_{part}", max_chars=LONGEST, height=120)


def _files(chosen: Choices, read: ReportRead, words: OfficersWords) -> None:
    """Offer the report in each format; it is made when it is asked for."""
    store = current_store()
    with st.container(horizontal=True, gap="small"):
        for ending, kind in KINDS.items():
            file = read.file(ending), read.marking
            offer_file(
                f"Download as {kind}",
                lambda file=file: issued(store, chosen.reader, committee_report(read, words), file),
                file_name(read.marking, read.file(ending)),
                icon=":material/description:",
                key=f"report{ending}",
            )
