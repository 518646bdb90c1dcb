"""Where each column of an extract stands in the lists that it is made of."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from data.returns.declaration import Listing, Making, Return, lists_of

WORD = re.compile(r"\w+")
TEXT = re.compile(r"'[^']*'|--.*")
"""What of SQL names no column: texts, and remarks."""
NAME = re.compile(r'(?:(?P<table>\w+)\.)?"?(?P<column>\w+)"?')


class InList(NamedTuple):
    """Name a column of a list of a return."""

    listing: str
    column: str


def columns_read(making: Making, listing: Listing) -> set[str]:
    """Return the columns of a list that a making reads: those that its SQL names."""
    return {word.removesuffix("_day") for word in WORD.findall(making.sql)} & listing.columns.keys()


def held_in(making: Making, of: Return, column: str, kind: str | None = None) -> tuple[InList, ...]:
    """Return the columns of lists in which a column of an extract stands: as declared, or as its line of SQL names.

    `kind` is that of the row, where rows of several kinds stand in columns of their own; without it, all of them.
    """
    return tuple(dict.fromkeys(_declared(making, of, column, kind)))


def _declared(making: Making, of: Return, column: str, kind: str | None) -> Iterator[InList]:
    declared = making.held_in.get(column)
    if declared is None:
        yield from _named(making, of, column)
        return
    if not isinstance(declared, list):
        declared = [place for one, places in declared.items() if kind in (None, one) for place in places]
    for place in declared:
        listing, _, name = place.rpartition(".")
        if listing:
            yield InList(listing, name)
        else:
            yield from _declared(making, of, name, kind)


def _named(making: Making, of: Return, column: str) -> Iterator[InList]:
    """Give the columns that a line of the select names; under a name of its own, a table may be any of the lists."""
    read = [name for name in of.lists if name in lists_of(making, of)]
    for word in NAME.finditer(TEXT.sub("", making.given.get(column, ""))):
        stem = word["column"].removesuffix("_day")
        tables = [word["table"]] if word["table"] in read else read
        yield from (InList(table, stem) for table in tables if stem in of.lists[table].columns)
