"""A question that takes too long is stopped: one reader shall not hold up the rest."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer

from data.store.attachment import Cursor

LONGEST = 120.0
"""Seconds that a question may take: what is asked in earnest takes two at most."""


@contextmanager
def stopped_in_time(cursor: Cursor) -> Iterator[None]:
    """Interrupt what a cursor is at once it has taken too long; DuckDB then says that it was interrupted."""
    alarm = Timer(LONGEST, cursor.interrupt)
    alarm.daemon = True
    alarm.start()
    try:
        yield
    finally:
        alarm.cancel()
