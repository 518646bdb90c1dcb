"""What an upload holds while it waits: what was chosen, what was received and found, and what would change."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property

from indicators.change.moved_figures import Moved
from validation.files.check_result import Check
from validation.publishing.attempts import Mended
from validation.publishing.version_differences import Difference


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
class Change:
    """Hold what publishing would change in the store as it stands."""

    differences: list[Difference]
    figures: list[Moved]


@dataclass(frozen=True)
class Waiting:
    """Hold files that were received and checked: whose they are, what was found, and when, in UTC.

    `changes` keeps what publishing would change, once it has been measured, by the store's revision.
    """

    receipt: str
    who: str
    chosen: Chosen
    files: tuple[tuple[str, bytes], ...]
    found: Check
    mended: tuple[Mended, ...] = ()
    checked_at: datetime = field(default_factory=lambda: datetime.now(UTC).replace(tzinfo=None))
    changes: dict[int, Change] = field(default_factory=dict)

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
