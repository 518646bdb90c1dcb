"""The numbers that loads, turns, events and whatever else is numbered bear."""

from data.store.attachment import Cursor


def next_number(cursor: Cursor, what: str) -> int:
    """Return the next number of a load, a turn or whatever else of `data/store/numbers.sql` is numbered."""
    return cursor.execute(f"select next_{what}()").fetchall()[0][0]
