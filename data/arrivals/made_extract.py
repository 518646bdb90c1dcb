"""What an extract is that was made of lists: its rows, and where each row and each column of it stands in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import pandas

from data.arrivals.editions import Combined
from data.arrivals.list_rows import ListRows
from data.arrivals.lists import ListArrived
from data.arrivals.origins import Origin, Places, RowOrigins
from data.extract import Declared
from data.returns.declaration import Making, Return
from data.returns.held_in import InList, columns_read, held_in
from data.returns.list_columns import Words


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

    `read` are those lists, as they were read by their years. `declared` has only the columns that they can give;
    `lacking` names the rest. `whole_from` is the first day from which the rows are whole, None where that is always so.
    `unreadable` are the cells of lists that it reads and that nobody could: what was made of their rows is not to be
    believed.
    """

    of: Return
    making: Making
    declared: Declared
    rows: pandas.DataFrame
    origins: RowOrigins
    read: Mapping[ListArrived, ListRows]
    lacking: tuple[str, ...]
    whole_from: date | None
    differs: Mapping[int, str] = field(default_factory=dict)
    unreadable: Sequence[UnreadableCell] = ()

    @property
    def lists(self) -> tuple[ListArrived, ...]:
        """Return the lists that it was made of, in the order of the return."""
        return tuple(self.read)

    @property
    def makings(self) -> list[tuple[Making, Return]]:
        """Return how each return makes of its lists what was added together here."""
        returns = {one.of.title: one.of for one in self.read}.values()
        return [(making, of) for of in returns for making in of.makings if making.extract == self.making.extract]

    def held_in(self, column: str, row: int | None = None) -> tuple[InList, ...]:
        """Return the columns of lists in which a column stands, of a row or of any."""
        kind = self.rows.at[row, "kind"] if row is not None and "kind" in self.rows else None
        if (column, kind) not in self._standing:
            places = (place for making, of in self.makings for place in held_in(making, of, column, kind))
            self._standing[column, kind] = tuple(places)
        return self._standing[column, kind]

    @cached_property
    def _standing(self) -> dict[tuple[str, str | None], tuple[InList, ...]]:
        """Keep where columns stand, once that was worked out."""
        return {}

    def feeds(self, cell: UnreadableCell, column: str) -> bool:
        """Tell whether a column is made of a cell of a list."""
        return InList(cell.listing.name, cell.column) in self.held_in(column)

    def column_of(self, column: str) -> tuple[ListArrived, str]:
        """Return the first list that has a column, and its heading there; else whom the first list is about."""
        first = next(iter(self.read))
        headings = (
            (of, of.fed_by[place.column])
            for of in self.read
            for place in self.held_in(column)
            if place.listing == of.name and place.column in of.fed_by
        )
        return next(headings, (first, next(iter(first.fed_by.values()))))

    def place_of(self, row: int, places: Sequence[Origin], column: str) -> tuple[Origin, list[str]]:
        """Return the row of a list in which a column of a row stands, and under which heading, or headings.

        `places` are the rows of lists that the row was made of. It is the cell that holds the very value; or else all
        cells with anything in them, of the first row that has any; or else those that are blank. What no list has a
        heading for is made of there being a row at all: it leads to whom that is about.
        """
        cells = [
            ((of, at), place.column)
            for of, at in places
            for place in self.held_in(column, row)
            if place.listing == of.name and place.column in of.fed_by
        ]
        if not cells:
            of, at = places[0]
            return (of, at), [next(iter(of.fed_by.values()))]
        value = self.rows.at[row, column] if column in self.rows else None
        same = [((of, at), name) for (of, at), name in cells if self.read[of].table.at[at, name] == value]
        filled = [((of, at), name) for (of, at), name in cells if pandas.notna(of.arrival.rows.at[at, of.fed_by[name]])]
        cells = same[:1] or filled or cells
        first = cells[0][0]
        return first, list(dict.fromkeys(first[0].fed_by[name] for place, name in cells if place == first))


@dataclass(frozen=True, eq=False)
class Together:
    """Hold the lists of one return that arrived, by name, their years combined; `name` is that of the return.

    `origins` gives the list and the row that each `origin` in them stands for.
    """

    name: str
    lists: Mapping[str, Combined]
    origins: Places

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

    @cached_property
    def newest(self) -> set[ListArrived]:
        """Return the lists than which none is here of a later year."""
        return {table.editions[-1].listing for one in self.together for table in one.lists.values()}

    def taken(self, of: ListArrived) -> frozenset[str]:
        """Return the columns of a list that are taken as they stand; of what is made of words, the words are not."""
        extracts = (extract for extract in self.made if of in extract.lists)
        makings = [making for extract in extracts for making, its in extract.makings if its is of.of]
        words = {making.taken_from(column, of.listing) for making in makings for column in making.given}
        known = {name for making in makings for name in columns_read(making, of.listing)}
        columns = of.listing.columns
        return frozenset(name for name in known if name in words or type(columns[name]) is not Words)

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
