"""What an upload holds while it waits: what was handed in and found, and what publishing it would change."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property

from indicators.change.moved_figures import MonthFigures
from validation.publishing.submission import Change, Submission


@dataclass(frozen=True)
class Waiting:
    """Hold a submission that was received: who handed it in, the name of its authority, and when, in UTC.

    `changes` keeps what publishing would change, once it has been measured, by the store's revision.
    """

    receipt: str
    who: str
    place: str
    submission: Submission
    checked_at: datetime = field(default_factory=lambda: datetime.now(UTC).replace(tzinfo=None))
    changes: dict[int, Change[MonthFigures]] = field(default_factory=dict)

    def replaces(self, other: "Waiting") -> bool:
        """Tell whether this is a later attempt at all that another one holds, or the same one."""
        same = (self.who, self.submission.authority, self.submission.month)
        theirs = (other.who, other.submission.authority, other.submission.month)
        return self.receipt == other.receipt or (same == theirs and other.holds <= self.holds)

    @property
    def holds(self) -> set[str]:
        """Return the extracts that it holds, and the names of files that are none."""
        return {file.extract or file.file for file in self.submission.check.files}

    @cached_property
    def size(self) -> int:
        """Count the bytes held: of the files, and of the rows read from them."""
        tables = [file.table for file in self.submission.check.files if file.table is not None]
        read = sum(int(table.memory_usage(deep=True).sum()) for table in tables)
        return read + sum(len(contents) for _, contents in self.submission.files)
