"""A verdict in a shape and a word, so that it is told without its colour."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Verdict:
    """Hold how something stands: the name of its look in the style sheet, its shape, and its word."""

    look: str
    shape: str
    word: str


TO_MEND = Verdict("mend", "▲", "To mend")
TO_EXPLAIN = Verdict("explain", "◆", "To explain")
TO_KNOW = Verdict("know", "●", "To know")
READY = Verdict("ready", "✓", "Ready")
REFUSED = Verdict("mend", "✕", "Cannot be used")
UNCHANGED = Verdict("know", "=", "Published already")
