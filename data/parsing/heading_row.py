"""Headings as they are written: which row of a table holds them, and which of them are known."""

from collections.abc import Sequence
from functools import cache

from data.extract import Column
from data.extracts import all_extracts
from data.heading_spelling import tidy
from data.returns.declaration import return_headings

FIRST_ROWS = 20


@cache
def spellings(column: Column) -> tuple[str, ...]:
    """Return the tidy headings a column arrives under, its own name first."""
    return tuple(dict.fromkeys(tidy(name) for name in (column.name, *column.aliases)))


@cache
def known_headings() -> frozenset[str]:
    """Return every heading that any extract or return knows, tidied."""
    return return_headings() | {
        name for declared in all_extracts().values() for column in declared.columns for name in spellings(column)
    }


def known_among(record: Sequence[str]) -> int:
    """Count the fields of a record that are known as headings."""
    return len({tidy(text) for text in record} & known_headings())


def find_headings(records: Sequence[Sequence[str]]) -> int:
    """Return the position of the heading row: within the first 20, the one with the most known headings."""
    first = next((n for n, record in enumerate(records) if any(text.strip() for text in record)), 0)
    best = max(range(len(records[:FIRST_ROWS])), key=lambda n: known_among(records[n]))
    return best if known_among(records[best]) > max(1, known_among(records[first])) else first
