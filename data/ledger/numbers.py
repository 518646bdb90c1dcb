"""The numbers that loads, turns and events bear, and the audit log that every change is noted in."""

from datetime import datetime

from data.access import Reader
from data.ledger.clock import this_moment
from data.store.attachment import Cursor


def note_audit_entry(cursor: Cursor, moment: datetime, who: str, what: str, load: int) -> None:
    """Add to the audit log."""
    event = next_number(cursor, "event")
    cursor.execute("insert into store.ledger.events values (?, ?, ?, ?, ?)", [event, moment, who, what, load])


def note_change(cursor: Cursor, reader: Reader, what: str) -> None:
    """Note in the audit log what was kept beside the loads: every cache is keyed by the log's last event."""
    event = next_number(cursor, "event")
    cursor.execute(
        "insert into store.ledger.events values (?, ?, ?, ?, null)", [event, this_moment(cursor), reader.who, what]
    )


def next_number(cursor: Cursor, what: str) -> int:
    """Return the next number of a load, a turn or whatever else of `data/store/numbers.sql` is numbered."""
    return cursor.execute(f"select next_{what}()").fetchall()[0][0]
