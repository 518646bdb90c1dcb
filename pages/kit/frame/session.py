"""The store behind the pages, opened once for every reader, and who is reading."""

import streamlit as st

from data.access import LOCAL_USER, Reader
from data.errors import Mendable
from data.identity import account_here
from data.invention.configured_store import open_configured_store
from data.ledger.audit_log import record_read
from data.ledger.deeds import Deed
from data.roles import reader_of, reader_of_account, roles_in
from data.settings import Settings, settings
from data.store.store import Store
from indicators.disclosure.on_demand import decide_on_demand
from indicators.engine.services import SERVICES
from pages.gate.gatehouse import gatehouse
from pages.gate.visits import Visit
from pages.gate.way_in import Way


def current_store() -> Store:
    """Return the open store. One process holds it, and every reader shares it.

    Raises:
        Mendable: where it cannot be opened.
    """
    return _open(settings())


def say_if_silent() -> None:
    """Say where the store does not answer, so that what is shown is what it told before."""
    if says := current_store().silent:
        st.warning(says)


def reading() -> Reader:
    """Return who is reading; asked anew on every run and never kept in a session.

    Raises:
        Mendable: where nobody is let in any more, or whoever is has no role.
    """
    visit = gatehouse().here()
    try:
        reader = reader_of_visit(visit)
    except Mendable:
        _note_once(visit, Deed.REFUSED)
        raise
    _note_once(visit, Deed.SIGNED_IN)
    return reader


def at_this_computer() -> Reader:
    """Return who reads where nobody has to say who they are: whoever sits at this computer."""
    return LOCAL_USER


def note(what: Deed, who: str) -> None:
    """Note in the audit log that somebody came, left or was refused.

    Raises:
        Mendable: where it cannot be noted; then nothing may be shown.
    """
    record_read(current_store(), Reader(who, (), (), ()), what)


def _note_once(visit: Visit, what: Deed) -> None:
    """Note of a visit what is not noted yet; not of whoever sees invented children, who is nobody in particular."""
    if gatehouse().way is not Way.OPEN and what not in visit.noted:
        note(what, visit.who)
        visit.noted.add(what)


def holder() -> str:
    """Return whose the files are that are handed in here: a person's own, or of a browser that sees invented children.

    Raises:
        Mendable: as `reading` does.
    """
    return gatehouse().here().owner


def reader_of_visit(visit: Visit) -> Reader:
    """Return as whom somebody reads who was let in: as the file of roles says, where there is one.

    Raises:
        Mendable: where they have no role.
    """
    chosen = settings()
    if chosen.roles is None:
        return at_this_computer()
    roles = roles_in(chosen.roles, SERVICES)
    if gatehouse().way is Way.PROVIDER:
        return reader_of(visit.identity, roles)
    return reader_of_account(account_here(), roles)


@st.cache_resource(show_spinner=False)
def _open(chosen: Settings) -> Store:
    """Open the store that the settings name."""
    store = open_configured_store(chosen)
    store.decide = decide_on_demand
    return store
