"""The rows of a list under its own columns: days and answers read by its year, and what cannot be read kept beside."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy
import pandas

from data.arrivals.authority_names import code_of_authority
from data.arrivals.days import DAY_NOUGHT, DAY_NOUGHT_1904, read_date
from data.arrivals.lists import ListArrived
from data.arrivals.return_years import year_of
from data.arrivals.typed_values import BLANK_EVERYWHERE, in_one_form_at_sight, read_identifier, read_number, tidy_text
from data.codes import collection_year
from data.codes.code_set import year_begins, year_ends
from data.returns.list_columns import Amount, Answer, Authority, Day, ListColumn, Reference


class Cell(NamedTuple):
    """Hold what a cell of a list was read as: its text or code, the day that it is, and whether it could be read."""

    text: str | None
    day: date | None = None
    readable: bool = True


@dataclass(frozen=True, eq=False)
class Cells:
    """Hold a column of a list: what each distinct text was read as, nothing last, and which of these each row has."""

    texts: Sequence[str]
    read: Sequence[Cell]
    places: numpy.ndarray

    def days(self) -> Iterator[date]:
        """Give the day of every row that has one."""
        days = [cell.day for cell in self.read]
        return (day for place in self.places.tolist() if (day := days[place]))

    def where(self, noted: Sequence[bool]) -> Iterator[tuple[int, int]]:
        """Give the rows, counted from 0, whose text is noted, each with the place of the text."""
        if any(noted):
            rows = numpy.flatnonzero(numpy.array([*noted, False])[self.places])
            yield from zip(rows.tolist(), self.places[rows].tolist(), strict=True)


@dataclass(frozen=True, eq=False)
class ListRows:
    """Hold the rows of a list: `table` has its columns as text, codes for answers, and a day beside each day.

    Beside an answer stands what was written, where that is not the code.

    `year` is the first day of its collection year, or None where nothing tells. `judged_on` is the day by whose codes
    its answers were read. `unreadable` gives, by row number and column, what could not be read, and `blanks` how often
    something that was written in a column says that there is nothing.
    """

    listing: ListArrived
    year: date | None
    judged_on: date
    table: pandas.DataFrame
    unreadable: dict[int, dict[str, str]]
    blanks: dict[str, dict[str, int]]


def rows_of(arrived: ListArrived, month_end: date) -> ListRows:
    """Lay a list out under its own columns, each read as what it is declared to hold."""
    days_read = _days_read(arrived)
    year = _year_of(arrived, days_read, month_end)
    judged_on = year_ends(collection_year(year)) if year else month_end
    index = arrived.arrival.rows.index
    columns: dict[str, object] = {}
    unreadable: dict[int, dict[str, str]] = {}
    blanks: dict[str, dict[str, int]] = {}
    for name, column in arrived.listing.columns.items():
        cells = days_read.get(name) or _cells(arrived, name, judged_on)
        columns[name] = pandas.array([cell.text for cell in cells.read], dtype="str").take(cells.places)
        if isinstance(column, Day):
            days = pandas.Series([cell.day for cell in cells.read], dtype=object)
            columns[f"{name}_day"] = pandas.to_datetime(days).array.take(cells.places)
        if isinstance(column, Answer):
            written = [None if text.strip() == cell.text else text or None for text, cell in _pairs(cells)]
            columns[f"{name}_written"] = pandas.array([*written, None], dtype="str").take(cells.places)
        for row, place in cells.where([not cell.readable for _, cell in _pairs(cells)]):
            unreadable.setdefault(int(index[row]), {})[name] = str(cells.read[place].text)
        is_blank = [cell.readable and cell.text is None and bool(text.strip()) for text, cell in _pairs(cells)]
        if times := Counter(cells.texts[place] for _, place in cells.where(is_blank)):
            blanks[name] = dict(times)
    return ListRows(arrived, year, judged_on, pandas.DataFrame(columns, index=index), unreadable, blanks)


def return_year(arrived: ListArrived, month_end: date) -> date | None:
    """Return the first day of the collection year that a list is of, or None where nothing tells."""
    return _year_of(arrived, _days_read(arrived), month_end)


def _days_read(arrived: ListArrived) -> dict[str, Cells]:
    """Read every column of days, which are written alike in every year."""
    return {name: _cells(arrived, name, date.max) for name in arrived.listing.days}


def _year_of(arrived: ListArrived, days_read: Mapping[str, Cells], month_end: date) -> date | None:
    """Return the year of a list of which the days were read."""
    if arrived.arrival.year:
        return year_begins(arrived.arrival.year)
    happened = [name for name, column in arrived.listing.columns.items() if isinstance(column, Day) and column.happens]
    days = [day for name in happened for day in days_read[name].days()]
    columns = {str(heading): column for heading, column in arrived.arrival.rows.items()}
    return year_of(arrived.arrival.file, columns, days, month_end)


def _cells(arrived: ListArrived, name: str, day: date) -> Cells:
    """Read each distinct text of a column once; answers by the codes of a day."""
    column, from_1904 = arrived.listing.columns[name], arrived.arrival.from_1904
    rows = arrived.arrival.rows
    texts = rows[arrived.fed_by[name]].to_numpy(object) if name in arrived.fed_by else numpy.full(len(rows), None)
    places, distinct = pandas.factorize(texts)
    written = distinct.tolist()
    at_sight = in_one_form_at_sight(written) if isinstance(column, Reference) else [None] * len(written)
    read = [
        Cell(form) if form is not None else _cell(column, text, day, from_1904)
        for text, form in zip(written, at_sight, strict=True)
    ]
    return Cells(written, [*read, Cell(None)], places)


def _pairs(cells: Cells) -> Iterator[tuple[str, Cell]]:
    """Give each text with what it was read as."""
    return zip(cells.texts, cells.read, strict=False)


def _cell(column: ListColumn, written: str | None, day: date, from_1904: bool) -> Cell:
    """Read a cell as what its column holds; what cannot be read keeps its text."""
    text = tidy_text(written) if written else None
    if text is None or not text or text in BLANK_EVERYWHERE:
        return Cell(None)
    if isinstance(column, Answer):
        code, blank = column.allowed.read(text, day), column.allowed.is_blank(text)
        return Cell(code or (None if blank else text), readable=bool(code) or blank)
    with suppress(ValueError):
        if isinstance(column, Day):
            happened = read_date(text, DAY_NOUGHT_1904 if from_1904 else DAY_NOUGHT)
            return Cell(text if happened else None, happened)
        if isinstance(column, Amount):
            return Cell(None if read_number(text) is None else text)
        if isinstance(column, Authority):
            return Cell(code_of_authority(text) or text)
        return Cell(read_identifier(text) if isinstance(column, Reference) else text)
    return Cell(text, None, readable=False)
