"""Readiness for inspection on a page: lists that can be written, what is missing, and open queries counting down."""

import streamlit as st

from data.access import Reader
from data.audit.exports import SENSITIVE, file_name
from data.extracts import all_extracts
from data.identities.leading_back import why_not_led_back
from pages.kit.frame.choices import Choices
from pages.kit.frame.file_to_take import offer_file
from pages.kit.frame.session import current_store
from pages.kit.parts.fold import folded_table
from pages.kit.parts.table import draw_table
from pages.report.inspection import Readiness, inspection_workbook, readiness
from pages.words import wording

HEADINGS: tuple[str, ...] = ("Where", "What is missing", "What to do")


def inspection_page(chosen: Choices) -> None:
    """Draw how ready an authority is at the month end: lists, what is missing, queries, and the workbook."""
    ready = _kept(chosen.reader, chosen.authority, chosen.months, chosen.revision)
    written = [one for one in ready.lists if one.table is not None]
    missing = ready.missing
    st.markdown(
        f"**{len(written)} of {len(ready.lists)} lists of Annex A can be written as at {wording.day(chosen.month)}; "
        f"{wording.counted(len(missing), 'things')} {'is' if len(missing) == 1 else 'are'} missing or open.**"
    )
    rows = [
        {
            "List": one.title,
            "Rows": wording.NONE if one.table is None else wording.number(len(one.table)),
            "Written from": all_extracts()[one.extract].title,
            "State": one.state,
        }
        for one in ready.lists
    ]
    draw_table(rows, "Lists of Annex A")
    _queries(chosen, ready)
    table: list[dict[str, str]] = [dict(zip(HEADINGS, row, strict=True)) for row in missing]
    folded_table("what is missing", "inspection_missing", lambda: table, "What is missing or open")
    _workbook_offered(chosen, ready)


@st.cache_data(max_entries=4, show_spinner="Writing the lists…")
def _kept(
    reader: Reader,
    authority: str,
    months: tuple,
    revision: int,  # noqa: ARG001 - part of the key
) -> Readiness:
    """Look once how ready an authority is, for a reader and the last of some months."""
    return readiness(current_store(), reader, authority, months[-1])


def _queries(chosen: Choices, ready: Readiness) -> None:
    """Draw how many queries are open at each of the last month ends."""
    st.header("Open queries, counting down", anchor="queries")
    counted = ready.counted_down(chosen.months)
    (_, last), (_, first) = counted[-1], counted[0]
    st.markdown(
        f"**{wording.counted(last, 'queries')} open at {wording.day(chosen.month)}**, "
        f"and {wording.number(first)} at {wording.day(counted[0][0])}. A query is open until its rows are mended, or "
        "somebody says why they stand."
    )
    draw_table([{wording.month(month): wording.number(many) for month, many in counted}], "Open queries by month end")


def _workbook_offered(chosen: Choices, ready: Readiness) -> None:
    """Offer the workbook; with a reason it shows the case system's identifiers."""
    store, reason = current_store(), None
    if store.pseudonyms.key_id is not None and not why_not_led_back(store):
        reason = st.text_input("Show the case system's identifiers: why you need them", key="inspection_why") or None
    offer_file(
        "Download the lists and the indicators",
        lambda: inspection_workbook(store, chosen.reader, ready, reason),
        file_name(SENSITIVE, f"inspection_{chosen.month:%Y-%m}.xlsx"),
        icon=":material/download:",
        key="inspection_workbook",
    )
