"""Reports that were issued: listed, given back byte for byte, and made anew to see whether they are the same."""

from collections.abc import Iterator, Sequence

import streamlit as st

from data.annotations.issued_reports import IssuedReport, issued_report
from data.audit.exports import file_name
from pages.kit.frame.choices import Choices
from pages.kit.frame.file_to_take import offer_file
from pages.kit.frame.session import current_store
from pages.kit.parts.table import draw_table
from pages.report.formats.issued_again import again, how_it_is_now, marking_and_name
from pages.report.formats.written import KINDS
from pages.words import wording

HASH_SHOWN = 16
"""Letters of a hash in the list; the file of the list by command holds all."""


def issued_list(chosen: Choices, issued: Sequence[IssuedReport]) -> None:
    """Draw the reports that were issued, with one to take again and to compare; the newest is given first."""
    reports = {report.number: report for report in issued}
    st.subheader("Issued")
    if not reports:
        st.markdown("No report has been issued yet.")
        return
    draw_table([dict(_cells(report)) for report in reports.values()], "Reports that were issued, the newest first")
    number = st.selectbox("Report", list(reports), format_func=lambda number: f"Report {number}", key="issued_number")
    _taken_again(chosen, reports[number])


def _taken_again(chosen: Choices, report: IssuedReport) -> None:
    """Offer the bytes of an issued report, and to make it anew."""
    store = current_store()
    marking, name = marking_and_name(report)
    with st.container(horizontal=True, gap="small"):
        offer_file(
            "Download as it was issued",
            lambda: issued_report(store, chosen.reader, chosen.authority, report.number)[1],
            file_name(marking, f"{name}{report.ending}"),
            icon=":material/download:",
            key="issued_again",
        )
        is_asked = st.button("Make it anew and compare", key="issued_compare")
    if is_asked:
        with st.status("Making it anew", expanded=True) as under_way:
            comparison = again(
                *(store, chosen.reader, chosen.authority, report.number, chosen.all_months),
                lambda step, _: under_way.update(label=step),
            )
            for line in how_it_is_now(comparison):
                st.markdown(wording.plain(line))
            under_way.update(label=f"Report {report.number}, made anew", state="complete")


def _cells(report: IssuedReport) -> Iterator[tuple[str, str]]:
    """Yield what stands in the row of a report, by heading."""
    yield "Report", str(report.number)
    yield "Month", wording.month(report.month)
    yield "For whom", "The public" if report.is_public else "Members in private"
    yield "As", KINDS.get(report.ending, report.ending)
    yield "Issued", wording.moment(wording.as_clocks_here(report.issued_at)) if report.issued_at else ""
    yield "By", report.issued_by
    yield "Version", report.version
    yield "SHA-256", f"{report.sha256[:HASH_SHOWN]}…"
