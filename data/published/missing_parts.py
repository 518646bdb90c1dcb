"""What a file lacks of a publication, in words: each column and label with what earlier editions called it, and the
nearest that the file has."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from data.heading_spelling import tidy

ALIKE = 0.6
"""From 0 to 1: what is less alike than that is no other spelling."""
MOST = 4
"""Of more missing parts than these the first are named, and the others counted."""


@dataclass(frozen=True)
class MissingPart:
    """Hold a column, or a label of one, that a file does not have; and what is nearest to it there, if anything is."""

    column: str
    label: str = ""
    otherwise: tuple[str, ...] = ()
    nearest: str = ""

    @property
    def sentence(self) -> str:
        """Say what is not there: no column children_count (number in 2023 and 2024; is it "child_count"?)."""
        notes = [*self.otherwise, *([f'is it "{self.nearest}"?'] if self.nearest else [])]
        what = f'no row whose {self.column} is "{self.label}"' if self.label else f"no column {self.column}"
        return f"{what} ({'; '.join(notes)})" if notes else what


def nearest(wanted: Iterable[str], there: Iterable[str]) -> str:
    """Return which of what is there is most like one of those wanted; nothing where none is like it."""
    by_tidy = {tidy(text): text for text in there}
    close = [near for text in wanted for near in get_close_matches(tidy(text), list(by_tidy), 1, ALIKE)]
    return by_tidy[close[0]] if close else ""


def has_not(parts: Iterable[MissingPart]) -> str:
    """Say what a file lacks: has no column A and no column B."""
    said = list(dict.fromkeys(part.sentence for part in parts))
    rest = [f"{len(said) - MOST} more"] if len(said) > MOST else []
    return f"has {'; '.join([*said[:MOST], *rest])}"
