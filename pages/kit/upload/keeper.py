"""What was received and checked, kept while it waits to be published: in this process's memory and nowhere else.

A browser that is reloaded or closed loses what was chosen in it; this does not. It is never written to a disk, because
files hold columns that must not be kept. So it is bounded, in number, in size and in time, and gone with the process.
"""

import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import RLock

import streamlit as st

from pages.kit.upload.held_files import Waiting

MOST_RECEIPTS = 40
MOST_BYTES = 512 * 2**20
LONGEST = timedelta(hours=24)


class Keeper:
    """Keep what waits, by receipt; the oldest is let go where there is no more room."""

    def __init__(self, now: Callable[[], datetime] = lambda: datetime.now(UTC).replace(tzinfo=None)):
        """Take the clock."""
        self._now = now
        self._held: dict[str, Waiting] = {}
        self._one_at_a_time = RLock()

    def keep(self, waiting: Waiting) -> None:
        """Keep what waits under its receipt, in place of earlier attempts at the same extracts of the month."""
        with self._one_at_a_time:
            for replaced in [earlier for earlier in self._held.values() if waiting.replaces(earlier)]:
                del self._held[replaced.receipt]
            self._held[waiting.receipt] = waiting
            while len(self._held) > MOST_RECEIPTS or (len(self._held) > 1 and self._bytes() > MOST_BYTES):
                self._held.pop(next(iter(self._held)))

    def held(self, receipt: str | None, who: str) -> Waiting | None:
        """Return what waits under a receipt, to whoever it belongs to and nobody else."""
        return next((waiting for waiting in self.of(who) if waiting.receipt == receipt), None)

    def of(self, who: str) -> list[Waiting]:
        """List what somebody has waiting, newest first; what has waited too long is let go."""
        with self._one_at_a_time:
            for waiting in list(self._held.values()):
                if self._now() - waiting.checked_at > LONGEST:
                    del self._held[waiting.receipt]
            return [waiting for waiting in reversed(self._held.values()) if waiting.who == who]

    def let_go(self, receipt: str, who: str) -> None:
        """Forget what waits under a receipt."""
        with self._one_at_a_time:
            if self.held(receipt, who) is not None:
                del self._held[receipt]

    def _bytes(self) -> int:
        """Count what is held."""
        return sum(waiting.size for waiting in self._held.values())


def new_receipt() -> str:
    """Make a receipt that nobody can guess."""
    return secrets.token_urlsafe(12)


@st.cache_resource(show_spinner=False)
def keeper() -> Keeper:
    """Return the one keeper of this process."""
    return Keeper()
