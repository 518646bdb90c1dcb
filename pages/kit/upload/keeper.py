"""What was received and checked, kept while it waits to be published: in this process's memory and nowhere else.

A browser that is reloaded or closed loses what was chosen in it; this does not. It is never written to a disk, because
files hold columns that must not be kept. So it is bounded, in number, in size and in time, and gone with the process.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from threading import RLock
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from pages.kit.upload.preview import Change
    from validation.files.check_result import Check
    from validation.publishing.attempts import Mended

MOST_RECEIPTS = 40
MOST_BYTES = 512 * 2**20
LONGEST = timedelta(hours=24)


@dataclass(frozen=True)
class Chosen:
    """Hold what was given to be checked, for whom and when in the life of the store; and why there may be no rows.

    `read_as` holds headings that were confirmed for it, each as extract, heading and column.
    """

    authority: str
    place: str
    month: str
    revision: int
    nil_return: str = ""
    read_as: tuple[tuple[str, str, str], ...] = ()

    @property
    def confirmed(self) -> dict[str, dict[str, str]]:
        """Return the headings that were confirmed, by extract, each with its column."""
        told: dict[str, dict[str, str]] = {}
        for extract, heading, column in self.read_as:
            told.setdefault(extract, {})[heading] = column
        return told


@dataclass(frozen=True)
class Waiting:
    """Hold files that were received and checked: whose they are, what was found, and when, in UTC.

    `changes` keeps what publishing would change, once it has been measured, by the store's revision.
    """

    receipt: str
    who: str
    chosen: Chosen
    files: tuple[tuple[str, bytes], ...]
    found: "Check"
    mended: tuple["Mended", ...] = ()
    checked_at: datetime = field(default_factory=lambda: datetime.now(UTC).replace(tzinfo=None))
    changes: "dict[int, Change]" = field(default_factory=dict)

    def replaces(self, other: "Waiting") -> bool:
        """Tell whether this is a later attempt at all that another one holds, or the same one."""
        same = (self.who, self.chosen.authority, self.chosen.month)
        theirs = (other.who, other.chosen.authority, other.chosen.month)
        return self.receipt == other.receipt or (same == theirs and other.holds <= self.holds)

    @property
    def holds(self) -> set[str]:
        """Return the extracts that it holds, and the names of files that are none."""
        return {each.extract or each.file for each in self.found.files}

    @cached_property
    def size(self) -> int:
        """Count the bytes held: of the files, and of the rows read from them."""
        tables = [each.table for each in self.found.files if each.table is not None]
        read = sum(int(table.memory_usage(deep=True).sum()) for table in tables)
        return read + sum(len(contents) for _, contents in self.files)


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
            for each in [held for held in self._held.values() if waiting.replaces(held)]:
                del self._held[each.receipt]
            self._held[waiting.receipt] = waiting
            while len(self._held) > MOST_RECEIPTS or (len(self._held) > 1 and self._bytes() > MOST_BYTES):
                self._held.pop(next(iter(self._held)))

    def held(self, receipt: str | None, who: str) -> Waiting | None:
        """Return what waits under a receipt, to whoever it belongs to and nobody else."""
        return next((each for each in self.of(who) if each.receipt == receipt), None)

    def of(self, who: str) -> list[Waiting]:
        """List what somebody has waiting, newest first; what has waited too long is let go."""
        with self._one_at_a_time:
            for each in list(self._held.values()):
                if self._now() - each.checked_at > LONGEST:
                    del self._held[each.receipt]
            return [each for each in reversed(self._held.values()) if each.who == who]

    def let_go(self, receipt: str, who: str) -> None:
        """Forget what waits under a receipt."""
        with self._one_at_a_time:
            if self.held(receipt, who) is not None:
                del self._held[receipt]

    def _bytes(self) -> int:
        """Count what is held."""
        return sum(each.size for each in self._held.values())


def new_receipt() -> str:
    """Make a receipt that nobody can guess."""
    return secrets.token_urlsafe(12)


@st.cache_resource(show_spinner=False)
def keeper() -> Keeper:
    """Return the one keeper of this process."""
    return Keeper()
