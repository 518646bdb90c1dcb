"""Who reads what is entered in the audit log: each page with small figures, each list of children, before it is drawn.

A page is drawn anew at every click; what a session reads again within a quarter of an hour is one entry.
"""

import time
from collections.abc import Sequence
from datetime import date

import streamlit as st

from data.access import Act
from data.ledger.about import About
from data.ledger.audit_log import record_read
from data.ledger.deeds import Deed
from data.months import month_end
from pages.kit.frame.session import current_store, reading

ONE_ENTRY = 15 * 60
"""Seconds within which what is read again is the same reading."""
FILTERS = ("by", "team", "area", "figure", "of", "indicator", "show", "event", "known_on")
"""What an address may choose by. The log names which was used, and never what was chosen."""


def note_page(page: str) -> None:
    """Enter that a page is read by whoever may see small figures; `page` is the name of its script.

    Raises:
        Mendable: where it cannot be entered; then the page is not to be drawn.
    """
    reader = reading()
    if not (reader.may_somewhere(Act.EXACT) or reader.may_somewhere(Act.TEAMS)):
        return
    filters = tuple(name for name in FILTERS if name in st.query_params)
    _note(Deed.SMALL_FIGURES_READ, About(*_whose(), page=page, filters=filters))


def note_list(page: str, rows: int, indicator: str | None = None, filters: Sequence[str] = ()) -> None:
    """Enter that a list of children is read: on which page, of which indicator by its id, how many rows.

    Raises:
        Mendable: where it cannot be entered; then the list is not to be drawn.
    """
    about = About(*_whose(), page=page, indicator=indicator, rows=rows, filters=tuple(filters))
    _note(Deed.LIST_READ, about)


def _whose() -> tuple[str | None, None, date | None]:
    """Return the authority and the month that are chosen, as the fields of an entry begin."""
    month = st.session_state.get("month")
    return st.session_state.get("authority"), None, month_end(month) if month else None


def _note(deed: Deed, about: About) -> None:
    """Enter it, unless this session has read the same a short while ago."""
    noted = st.session_state.setdefault("reads_noted", {})
    key, moment = (reading(), deed, about), time.monotonic()
    if moment - noted.get(key, -ONE_ENTRY) >= ONE_ENTRY:
        record_read(current_store(), reading(), deed, about)
        noted[key] = moment
