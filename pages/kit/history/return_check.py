"""The check of a return on a page: what DfE's validation would say today of what is published for the month chosen."""

from datetime import date

import streamlit as st

from data.access import Act, Reader
from data.codes import collection_year
from data.returns.collection_years import NAMES
from pages.kit.frame import contents
from pages.kit.frame.address import choice
from pages.kit.frame.choices import Choices
from pages.kit.frame.reads_noted import note_list
from pages.kit.frame.session import current_store
from pages.kit.parts.download import offer_table
from pages.kit.parts.fold import folded, folded_table
from pages.kit.parts.table import draw_table
from pages.words import wording
from validation.return_check.return_check import ReturnCheck, by_team, check_of_store

LONGEST = 100
"""Rows of a list that are shown; the file holds all."""
HEADINGS = {
    "dfe_rule": "DfE rule",
    "here": "Here it",
    "where": "Extract",
    "column": "Column",
    "asks": "What it says",
    "about": "About",
    "rows": "Rows",
    "team": "Team",
    "teams": "Teams",
    "of": "Of",
    "since": "Standing since",
    "what": "What is wrong, and what to do",
    "why": "Why",
    "rules": "Rules",
    "dfe_rules": "DfE rules",
}


def return_check_page(chosen: Choices) -> None:
    """Draw the choice of a return, what of it would be refused or asked about, by rule, and what was not asked."""
    looks = {"default": "ssda903", "required": True}
    collection = choice(st.segmented_control, "Return", list(NAMES), "return", NAMES.__getitem__, **looks)
    year = collection_year(chosen.month)
    check = _kept(chosen.reader, chosen.authority, chosen.month, chosen.revision, collection, year)
    st.markdown(f"**{wording.plain(check.headline)}**")
    st.caption(wording.plain(check.year.how_known))
    draw_table(table_of(check.rule_records), f"Rules of DfE's that would speak of the {check.year.title}")
    if chosen.reader.may(Act.ROWS) and check.rows:
        folded("Row by row", "return_rows", lambda: _row_by_row(check))
    elif check.speaking and not check.rules:
        st.caption("Which rules these are is told to whoever may see small numbers of every team.")
    unasked = table_of(check.unasked_records)
    folded_table("what was not asked, and why", "return_unasked", lambda: unasked, "Rules that were not asked")
    st.caption("Since when: the first of up to 12 months, one after another, in which the same stood published.")
    contents.link("upload", "Files that are not published are asked the same where they are checked.")


def table_of(records: list[dict]) -> list[dict[str, str]]:
    """Return records as a table in words."""
    return [{HEADINGS[name]: _cell(value) for name, value in record.items()} for record in records]


def _cell(value: object) -> str:
    if isinstance(value, dict):
        return wording.plain(by_team(value)) or wording.NONE
    if isinstance(value, list):
        return wording.plain(", ".join(map(str, value)))
    return wording.plain(str(value)) if value not in (None, "") else wording.NONE


@st.cache_data(max_entries=12, show_spinner="Looking through what is published for 12 months…")
def _kept(
    reader: Reader,
    authority: str,
    month: date,
    revision: int,  # noqa: ARG001 - part of the key
    collection: str,
    year: str,
) -> ReturnCheck:
    """Check a return once, for a reader and a month."""
    return check_of_store(current_store(), reader, authority, collection, year, month)


def _row_by_row(check: ReturnCheck) -> None:
    """Draw the rows, the first of them; the file holds all."""
    rows = table_of(check.row_records)
    note_list("return_check", len(rows))
    draw_table(rows[:LONGEST], "Rows of which rules of DfE's would speak")
    if len(rows) > LONGEST:
        st.caption(f"The first {LONGEST} of {wording.number(len(rows))}. The file has them all.")
    offer_table(f"return_check_{check.year.collection}", rows)
