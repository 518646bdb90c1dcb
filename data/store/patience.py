"""A question that takes too long is stopped: one reader shall not hold up the rest."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import count
from threading import Lock, Thread

from data.store.attachment import Cursor

LONGEST = 120.0
"""Seconds that a question may take: what is asked in earnest takes two at most."""


@contextmanager
def stopped_in_time(cursor: Cursor) -> Iterator[None]:
    """Interrupt what a cursor is at once it has taken too long; DuckDB then says that it was interrupted."""
    watch = _watch(LONGEST)
    number = watch.begin(cursor)
    try:
        yield
    finally:
        watch.end(number)


class _Watch:
    """Interrupts all that takes longer than some seconds, from one thread: one for each question costs more than most.

    All may take equally long, so whoever begins while the thread sleeps is not due before it wakes.
    """

    def __init__(self, seconds: float):
        """Begin to watch."""
        self._seconds, self._numbers, self._lock = seconds, count(), Lock()
        self._under_way: dict[int, tuple[float, Cursor]] = {}
        Thread(target=self._look, name="patience", daemon=True).start()

    def begin(self, cursor: Cursor) -> int:
        """Watch over what a cursor is about to do; return the number under which it ends."""
        number = next(self._numbers)
        with self._lock:
            self._under_way[number] = time.monotonic() + self._seconds, cursor
        return number

    def end(self, number: int) -> None:
        """Watch no longer; from now on the cursor is not interrupted."""
        with self._lock:
            self._under_way.pop(number, None)

    def _look(self) -> None:
        while True:
            time.sleep(self._interrupt_what_is_due())

    def _interrupt_what_is_due(self) -> float:
        """Interrupt what has taken too long; return the seconds until more may be due."""
        now = time.monotonic()
        with self._lock:
            for number in [number for number, (due, _) in self._under_way.items() if due <= now]:
                self._under_way.pop(number)[1].interrupt()
            return min((due for due, _ in self._under_way.values()), default=now + self._seconds) - now


@cache
def _watch(seconds: float) -> _Watch:
    """Return the one watch of this process for what may take so long."""
    return _Watch(seconds)
