"""The audit log: who did and read what, each entry sealed with the one before it; no child stands in it."""

from contextlib import suppress
from datetime import datetime

from data.access import Reader
from data.errors import Crossed
from data.ledger.about import NOTHING_MORE, About
from data.ledger.clock import now, this_moment
from data.ledger.deeds import Deed
from data.ledger.numbers import next_number
from data.store.attachment import Cursor
from data.store.seals import Entry, Seal, last_seal, seal
from data.store.store import Store
from data.store.tables import on_a_lake


def record(
    cursor: Cursor,
    reader: Reader,
    what: Deed,
    about: About = NOTHING_MORE,
    load: int | None = None,
    at: datetime | None = None,
) -> None:
    """Note an act in the log, in the act's own transaction: both are kept, or neither.

    `load` is what was published, withdrawn or restored; `at` is when (UTC), now where it is None. What lay aside goes
    before it; not on a lake, where a row that another process lays aside meanwhile would undo all of the act: there the
    next reading takes it in.
    """
    if not on_a_lake(cursor):
        _take_in_reads(cursor)
    _append(cursor, at or this_moment(cursor), reader.who, what, about.written(), load)


def record_read(store: Store, reader: Reader, what: Deed, about: About = NOTHING_MORE) -> None:
    """Note in the log what was read or handed out, in a transaction of its own that waits for nobody.

    While somebody changes the store the entry lies aside, and goes into the log with the next one.

    Raises:
        Mendable: where it cannot be noted, as on a full disk; then nothing may be shown.
    """
    with suppress(Crossed), store.change_unless_busy() as cursor:
        if cursor is not None:
            _take_in_reads(cursor)
            _append(cursor, this_moment(cursor), reader.who, what, about.written())
            return
    with store.addition() as cursor:
        entry = [now(), reader.who, what, about.written()]
        cursor.execute("insert into store.ledger.reads_aside values (?, ?, ?, ?)", entry)


def head(store: Store) -> Seal:
    """Return the seal of the last entry, as the footer of an export names it."""
    with store.reading() as cursor:
        return last_seal(cursor)


def _take_in_reads(cursor: Cursor) -> None:
    """Move into the log what lay aside."""
    aside = cursor.execute("select read_at, who, what, about from store.ledger.reads_aside order by read_at").fetchall()
    for moment, who, what, about in aside:
        _append(cursor, moment, who, Deed(what), about)
    if aside:
        cursor.execute("delete from store.ledger.reads_aside")


def _append(cursor: Cursor, moment: datetime, who: str, what: Deed, about: str, load: int | None = None) -> None:
    """Add an entry and seal it."""
    entry = Entry(next_number(cursor, "event"), moment, who, what.value, load, what.moves_figures, about)
    cursor.execute("insert into store.ledger.events values (?, ?, ?, ?, ?, ?, ?)", list(entry))
    seal(cursor, entry)
