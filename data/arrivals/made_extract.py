"""What an extract is that was made of lists: its rows, and where each row and each column of it stands in them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import pandas

from data.arrivals.editions import Combined
from data.arrivals.list_rows import ListRows
from data.arrivals.lists import ListArrived
from data.extract import Declared
from data.returns.declaration import Making, Return

WORD = re.compile(r"\w+")
Origin = tuple[ListArrived, int]
"""A row of a list."""


@dataclass(frozen=True, eq=False)
class UnreadableCell:
    """Hold a cell of a list that is no answer, day or number of its column, and the day by whose codes it was read."""

    listing: ListArrived
    row: int
    column: str
    text: str
    judged_on: date


@dataclass(frozen=True, eq=False)
class Made:
    """Hold an extract made of lists: its rows as text numbered from 1, and the rows of lists that each was made of.

    `declared` has only the columns that the lists can give; `lacking` names the rest. `whole_from` is the first day
    from which the rows are whole, None where that is always so. `unreadable` are the cells of lists that it reads and
    that nobody could: what was made of their rows is not to be believed.
    """

    of: Return
    making: Making
    declared: Declared
    rows: pandas.DataFrame
    origins: Mapping[int, Sequence[Origin]]
    lists: tuple[ListArrived, ...]
    lacking: tuple[str, ...]
    whole_from: date | None
    differs: Mapping[int, str] = field(default_factory=dict)
    unreadable: Sequence[UnreadableCell] = ()

    def made_of(self, column: str) -> list[str]:
        """Name what a column is made of, in the order of the words of SQL that make it."""
        return [word.removesuffix("_day") for word in WORD.findall(self.making.given.get(column, ""))]

    def place_of(self, places: Sequence[Origin], column: str) -> tuple[Origin, str]:
        """Return the row of a list that says a column, and under which heading: the first cell with anything in it.

        `places` are the rows that a row was made of. Where no list has a heading for it, it is the first of them, and
        the column's own name.
        """
        names = self.made_of(column)
        cells = [((of, row), of.fed_by[name]) for of, row in places for name in names if name in of.fed_by]
        filled = (cell for cell in cells if cell[0][0].arrival.rows[cell[1]][cell[0][1]] is not None)
        return next(filled, next(iter(cells), (places[0], column)))


@dataclass(frozen=True, eq=False)
class Together:
    """Hold the lists of one return that arrived, by name, their years combined; `name` is that of the return.

    `origins` gives the list and the row that each `origin` in them stands for.
    """

    name: str
    lists: Mapping[str, Combined]
    origins: Sequence[Origin]

    @property
    def one_year(self) -> bool:
        """Tell whether each list arrived once, as those of one year do."""
        return all(len(table.editions) == 1 for table in self.lists.values())


@dataclass(frozen=True, eq=False)
class Returned:
    """Hold what became of the lists: what was made, and each row's reason that was left out of it.

    `aside` gives the reasons by list and row; `stale` are those of them to look at. `together` keeps the lists
    themselves, each as it was read by its year.
    """

    made: tuple[Made, ...]
    aside: Mapping[ListArrived, Mapping[int, str]]
    stale: frozenset[Origin]
    together: tuple[Together, ...]

    @cached_property
    def read(self) -> dict[ListArrived, ListRows]:
        """Return each list as it was read by its year."""
        tables = [table for returned in self.together for table in returned.lists.values()]
        return {edition.listing: edition for table in tables for edition in table.editions}

    def unread(self, of: ListArrived) -> list[UnreadableCell]:
        """Return the cells of a list that could not be read and that nothing which was made reads."""
        edition = self.read[of]
        read = {(cell.row, cell.column) for extract in self.made for cell in extract.unreadable if cell.listing is of}
        return [
            UnreadableCell(of, row, column, text, edition.judged_on)
            for row, cells in edition.unreadable.items()
            for column, text in cells.items()
            if (row, column) not in read
        ]
