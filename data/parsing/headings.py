"""Headings as they are written: which row of a table holds them, and which of them some extract knows."""

import unicodedata
from collections.abc import Sequence
from functools import cache

from data.extract import Column, all_extracts

FIRST_ROWS = 20


def tidy(heading: str) -> str:
    """Reduce a heading to its letters and digits, so that case, spaces and punctuation do not matter."""
    return "".join(letter for letter in unicodedata.normalize("NFKC", heading).casefold() if letter.isalnum())


@cache
def spellings(column: Column) -> tuple[str, ...]:
    """Return the tidy headings a column arrives under, its own name first."""
    return tuple(dict.fromkeys(tidy(name) for name in (column.name, *column.aliases)))


@cache
def known_headings() -> frozenset[str]:
    """Return every heading that any extract knows, tidied."""
    return frozenset(
        name for declared in all_extracts().values() for column in declared.columns for name in spellings(column)
    )


def known_among(record: Sequence[str]) -> int:
    """Count the fields of a record that some extract knows as a heading."""
    return len({tidy(text) for text in record} & known_headings())


def find_headings(records: Sequence[Sequence[str]]) -> int:
    """Return the position of the heading row: within the first 20, the one with the most known headings."""
    first = next((n for n, record in enumerate(records) if any(text.strip() for text in record)), 0)
    best = max(range(len(records[:FIRST_ROWS])), key=lambda n: known_among(records[n]))
    return best if known_among(records[best]) > max(1, known_among(records[first])) else first
