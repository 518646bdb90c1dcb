"""One writer at a time on a lake, of whatever process and machine: PostgreSQL keeps the lock.

The lock is held on a connection of its own, and before the change begins: a change sees the lake as it stood when it
began, so that whoever began before they had the lock would give numbers that are given already. Who is killed loses the
lock with the connection.
"""

import threading
import time
from contextlib import suppress
from datetime import UTC, datetime
from typing import Self

import duckdb

from data.errors import Mendable
from data.lake.address import Address
from data.store.attachment import Cursor
from data.store.error_messages import why_not_used

LOCK = 5_741_023
"""By what PostgreSQL knows the lock of whoever writes the store of a database."""
PATIENCE = 120.0
"""Seconds that a change waits for another to end: a month takes a few."""
PAUSE = 0.02
CLOCKS_MAY_DIFFER = 300
"""Seconds by which the clock of a machine may differ from PostgreSQL's: moments of acts are told to the minute."""
TAKE = f"select pg_try_advisory_xact_lock({LOCK})::text, extract(epoch from clock_timestamp())::text"
LOST = "The connection to PostgreSQL was lost while this was written. Nothing was changed; try again."
UNSURE = (
    "PostgreSQL went away at the moment at which this was kept, so that it may stand or not. Look at what stands, then "
    "try again; the same files, published again, are not published twice."
)
TOO_LONG = "Somebody else has been changing the store for two minutes. Nothing was changed; try again."


class LockAcrossProcesses:
    """Have whoever changes a lake wait for the lock, as an RLock does: who has it may take it again."""

    def __init__(self, connection: Cursor, address: Address):
        """Take the connection to which the catalogue at an address is attached under the name `catalogue`."""
        self.connection, self._address = connection, address
        self._threads = threading.RLock()
        self._depth = 0
        self._hold: Cursor | None = None

    def __enter__(self) -> Self:
        """Take the lock for a block."""
        self.acquire()
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of it."""
        self.release()

    def acquire(self, blocking: bool = True) -> bool:
        """Take the lock; where that would be to wait and is not wanted, return false.

        Raises:
            Mendable: where somebody else has had it for too long.
        """
        if not self._threads.acquire(blocking=blocking):
            return False
        try:
            if self._depth == 0:
                self._hold = self._locked(blocking)
            if self._hold is None:
                self._threads.release()
                return False
        except BaseException:
            self._threads.release()
            raise
        self._depth += 1
        return True

    def release(self) -> None:
        """Let go of the lock."""
        self._depth -= 1
        if self._depth == 0 and self._hold is not None:
            _end(self._hold)
            self._hold = None
        self._threads.release()

    def _locked(self, blocking: bool) -> Cursor | None:
        """Return a cursor that holds the lock; None where it is not free, and nobody wants to wait."""
        try:
            return _lock(self.connection, blocking)
        except duckdb.Error as why:
            error = why_not_used(str(self._address), str(why))
            if error is None:
                raise
            raise error from why

    def must_hold(self) -> None:
        """Refuse to keep a change whose lock was lost on the way, with the connection: another may have begun.

        Raises:
            Mendable: where it was; nothing was changed.
        """
        is_held = False
        with suppress(duckdb.Error):  # the connection is gone, and the lock with it
            is_held = self._hold is not None and asked(self._hold, "select 1::text") == [("1",)]
        if not is_held:
            raise Mendable(LOST)


def asked(cursor: Cursor, question: str) -> list[tuple]:
    """Return the rows of an answer of PostgreSQL itself; the question is ours, and what it returns is text."""
    quoted = question.replace("'", "''")
    return cursor.execute(f"select * from postgres_query('catalogue', '{quoted}')").fetchall()


def _lock(connection: Cursor, blocking: bool) -> Cursor | None:
    """Return a cursor that holds the lock, once it is free; None where it is not, and nobody wants to wait.

    It is asked for again and again: while PostgreSQL lets a question wait, DuckDB's other thread turns in circles.
    """
    hold, until = connection.cursor(), time.monotonic() + PATIENCE
    try:
        hold.begin()
        while True:
            ((is_taken, theirs),) = asked(hold, TAKE)
            _must_agree(float(theirs))
            if is_taken == "true":
                return hold
            if not blocking:
                _end(hold)
                return None
            if time.monotonic() > until:
                raise Mendable(TOO_LONG)
            time.sleep(PAUSE)
    except BaseException:
        _end(hold)
        raise


def _must_agree(theirs: float) -> None:
    """Refuse to write by a clock that differs from PostgreSQL's, by which all machines of a lake are held together.

    Raises:
        Mendable: where it does by more than some minutes.
    """
    ours = time.time()
    if abs(ours - theirs) > CLOCKS_MAY_DIFFER:
        raise Mendable(
            f"The clock of this computer says {_written(ours)}, and that of PostgreSQL {_written(theirs)}: what is "
            "done would bear a wrong moment. Set the clocks right. Nothing was written."
        )


def _written(moment: float) -> str:
    """Write a moment for a person."""
    return f"{datetime.fromtimestamp(moment, UTC):%d %B %Y, %H:%M} UTC"


def _end(hold: Cursor) -> None:
    """Let go of the lock."""
    with suppress(duckdb.Error):  # where the connection is gone, so is the lock
        hold.rollback()
    hold.close()
