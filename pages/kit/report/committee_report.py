"""The committee report of the month: said in short, with what officers write, issued or drafted in three formats."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from data.access import Act, Reader
from data.annotations.issued_reports import IssuedReport, issued_reports
from data.audit.exports import file_name
from pages.kit.frame.cache import restated_kept
from pages.kit.frame.choices import Choices
from pages.kit.frame.file_to_take import offer_file
from pages.kit.frame.session import current_store
from pages.kit.report.draw_part import draw_part
from pages.kit.report.issued_list import issued_list
from pages.report.committee import ReportRead, committee_report, report_read
from pages.report.document import Document
from pages.report.formats.issued import Request, drafted, issue
from pages.report.formats.written import KINDS
from pages.report.officers_figures import numbers_to_look_at
from pages.report.officers_words import LONGEST, PARTS, UNWRITTEN, OfficersWords
from pages.words import wording

FOR = {False: "Members in private (exempt)", True: "The public"}
LABELS = {"report_from": "Report from", "wards": "Wards affected"}
SHORT = ("committee", "meeting", "report_from", "wards", "contact_officer")
"""Parts that are one line; the others are paragraphs."""
MOST_KEPT = 20
"""Reports that are kept of a reader as they were read, and readers whose reports are kept."""
IN_SHORT = ("1", "5")
"""Sections shown on the page: the summary and the challenges."""


def committee_report_page(chosen: Choices) -> None:
    """Draw the page: for whom, what it says in short, the files, and the parts that officers write."""
    st.markdown(
        "The month as a paper for members. Each sentence has its figure, its counts, its day and whom it is beside."
    )
    public = st.radio("For whom", list(FOR), format_func=FOR.__getitem__, horizontal=True, key="report_for")
    read = _read(chosen, public)
    _in_short(committee_report(read, UNWRITTEN))
    newest_first = list(reversed(issued_reports(current_store(), chosen.reader, chosen.authority)))
    words = _officers_words(chosen, newest_first)
    _point_out(chosen, read, words)
    _files(chosen, read, words)
    issued_list(chosen, newest_first)


def _read(chosen: Choices, public: bool) -> ReportRead:
    """Read the report once, for whatever officers go on to write of it, saying step by step what is under way."""
    reports = _reports_read(chosen.reader)
    key = (chosen.authority, chosen.months, chosen.revision, public)
    if key not in reports:
        bar = st.progress(0.0, "Reading the report")
        read = report_read(
            *(current_store(), chosen.reader, chosen.authority, chosen.months, public),
            lambda step, done: bar.progress(done, step),
        )
        bar.empty()
        for oldest in list(reports)[: len(reports) + 1 - MOST_KEPT]:
            reports.pop(oldest, None)
        reports[key] = read
    return reports[key]


@st.cache_resource(max_entries=MOST_KEPT)
def _reports_read(
    reader: Reader,  # noqa: ARG001 - part of the key
) -> dict[tuple[str, tuple[date, ...], int, bool], ReportRead]:
    """Return the reports that a reader has read, by authority, months, revision and for whom."""
    return {}


def _in_short(document: Document) -> None:
    """Say what the report says first: how many measures do what, and which of them are a concern."""
    for section in document.sections:
        if section.number in IN_SHORT:
            for part in section.parts:
                draw_part(part)


def _officers_words(chosen: Choices, issued: Sequence[IssuedReport]) -> OfficersWords:
    """Ask for the parts that officers write; they are kept with the report that is issued, and can be taken from it."""
    if not chosen.reader.may(Act.ANNOTATE):
        return UNWRITTEN
    with st.expander("What officers write", key="report_words"):
        st.markdown(
            "A part left empty says so in the report. Paragraphs are parted by a blank line. {average_caseload} stands "
            "for a figure of the month, and {average_caseload:previous} for that of the month before. What is written "
            "is kept with the report that is issued."
        )
        _begin_with(issued)
        texts = {part: _asked(part) for part in PARTS}
    return OfficersWords(**texts)


def _begin_with(issued: Sequence[IssuedReport]) -> None:
    """Offer the words of reports that were issued, to begin with."""
    earlier = {report.number: report for report in issued}
    if not earlier:
        return
    number = st.selectbox(
        "Begin with the words of",
        list(earlier),
        format_func=lambda number: f"Report {number}, {wording.month(earlier[number].month)}",
        key="report_words_of",
    )
    if st.button("Take these words", key="report_take_words"):
        st.session_state.update({f"report_{part}": text for part, text in earlier[number].words.items()})
        st.rerun()


def _asked(part: str) -> str:
    """Ask for one part."""
    label = LABELS.get(part, part.replace("_", " ").capitalize())
    if part in SHORT:
        return st.text_input(label, key=f"report_{part}", max_chars=200)
    return st.text_area(label, key=f"report_{part}", max_chars=LONGEST, height=120)


def _point_out(chosen: Choices, read: ReportRead, words: OfficersWords) -> None:
    """Say which numbers that officers typed are no figure of the report, or no longer are, before it is issued."""
    sentences = numbers_to_look_at(
        *(current_store(), chosen.reader, read, words),
        lambda reader, months, ids: restated_kept(reader, read.authority, months, chosen.revision, ids),
    )
    if sentences:
        st.warning("\n".join(f"* {wording.plain(sentence)}" for sentence in sentences), icon=":material/edit_note:")


def _files(chosen: Choices, read: ReportRead, words: OfficersWords) -> None:
    """Offer the report in each format, made when it is asked for: issued by whoever may, or a draft."""
    store, may_issue = current_store(), chosen.reader.may(Act.ANNOTATE)
    is_draft = not may_issue or st.toggle("A draft to look at, which is not kept", key="report_draft")
    verb = "Draft" if is_draft else "Issue"
    with st.container(horizontal=True, gap="small"):
        for ending, kind in KINDS.items():
            request = Request(read, words, ending)
            offer_file(
                f"{verb} as {kind}",
                lambda request=request: (
                    drafted(store, chosen.reader, request) if is_draft else issue(store, chosen.reader, request)[1]
                ),
                file_name(read.marking, read.file(ending)),
                icon=":material/description:",
                key=f"report{ending}",
            )
    if not is_draft:
        st.caption(
            "What is issued is kept for good with its hash, and stands in the list below when the page is next drawn."
        )
