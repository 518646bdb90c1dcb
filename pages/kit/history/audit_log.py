"""The audit log for information governance: whether it is whole, and who did and read what, by person, kind and day."""

from collections.abc import Mapping
from datetime import date

import pandas
import streamlit as st

from data.audit.chain import in_words, verify
from data.audit.log_entries import entries, people
from data.ledger.deeds import Deed
from pages.kit.frame.session import current_store, reading
from pages.kit.parts.download import offer
from pages.kit.parts.table import draw_table
from pages.words import wording

LONGEST = 200
"""Entries that are shown; the file holds all."""
EVERYBODY = "Everybody"
KINDS: Mapping[str, frozenset[str]] = {
    "Lists and small figures read": frozenset({Deed.LIST_READ, Deed.SMALL_FIGURES_READ, Deed.IDENTIFIERS_READ}),
    "Taken away": frozenset({Deed.EXPORTED, Deed.ISSUED, Deed.BACKED_UP}),
    "Signed in or refused": frozenset({Deed.SIGNED_IN, Deed.SIGNED_OUT, Deed.REFUSED, Deed.ROLES_CHANGED}),
}
"""What is read of the log, by the kind of what was done; all else are acts."""
ACTS = "Acts"


def whether_whole() -> None:
    """Say whether every entry is as it was sealed.

    Raises:
        Mendable: where the reader does not govern.
    """
    state = verify(current_store(), reading())
    (st.success if state.broken is None else st.error)(wording.plain(in_words(state)))


def every_entry() -> None:
    """Draw the choice of person, kind and days, the entries that are left, and offer them as a file.

    Raises:
        Mendable: where the reader does not govern, or the reading cannot be entered.
    """
    store, reader = current_store(), reading()
    left, middle, right = st.columns(3)
    person = left.selectbox("Who", [EVERYBODY, *people(store, reader)], key="audit_who")
    first = middle.date_input("From", None, format="DD/MM/YYYY", key="audit_from")
    last = right.date_input("To", None, format="DD/MM/YYYY", key="audit_to")
    kind = st.segmented_control("What", ["All", *KINDS, ACTS], default="All", required=True, key="audit_kind")
    rows = entries(store, reader, None if person == EVERYBODY else person, _day(first), _day(last))
    shown = of_kind(rows, str(kind))
    if shown.empty:
        st.markdown("Nothing of the kind is in the log.")
        return
    draw_table(
        [_row(entry) for entry in shown.head(LONGEST).to_dict("records")], "Entries of the audit log, newest first"
    )
    if len(shown) > LONGEST:
        st.caption(f"The newest {LONGEST} of {wording.number(len(shown))}. The file has them all.")
    offer("audit_log", lambda: shown, "the entries")


def of_kind(rows: pandas.DataFrame, kind: str) -> pandas.DataFrame:
    """Return the entries of a kind; acts are those of no other."""
    if kind in KINDS:
        return rows.loc[rows["what"].isin(list(KINDS[kind]))]
    others = frozenset().union(*KINDS.values())
    return rows.loc[~rows["what"].isin(list(others))] if kind == ACTS else rows


def _day(chosen: object) -> date | None:
    """Return a day that was chosen."""
    return chosen if isinstance(chosen, date) else None


def _row(entry: dict) -> dict[str, str]:
    """Write an entry as a row of words."""
    rows = entry["rows"]
    return {
        "Entry": wording.number(entry["entry"]),
        "When": wording.unbroken(wording.moment(entry["at"].to_pydatetime())),
        "Who": wording.plain(entry["who"]),
        "What": wording.plain(str(entry["what"]).capitalize()),
        "About": wording.plain(entry["about"]) or wording.NONE,
        "Rows": wording.NONE if pandas.isna(rows) else wording.number(int(rows)),
        "Reason": wording.plain(entry["reason"]) or wording.NONE,
    }
