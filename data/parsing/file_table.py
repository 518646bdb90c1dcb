"""A table as it stands in a file: text by column, with every row that is not a row of data told apart and numbered."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, count, islice
from typing import TypeVar

from data.errors import Mendable
from data.heading_spelling import UNNAMED, tidy
from data.parsing.closing_lines import closing_line
from data.parsing.handed_back import remarks_at, without_remark
from data.parsing.heading_row import FIRST_ROWS, find_headings, known_among
from data.parsing.limits import MOST_COLUMNS

BATCH = 1_000
Row = TypeVar("Row")


@dataclass
class Texts:
    """Hold a column: its distinct texts, None for missing, and for each row the place of its own among them."""

    heading: str
    places: array = field(default_factory=lambda: array("I"))
    _known: dict[str | None, int] = field(default_factory=dict)
    _place_of: dict[str, int] = field(default_factory=dict)

    def add(self, texts: Sequence[str]) -> None:
        """Add the texts of the next rows, of which there is one at least."""
        if texts.count(texts[0]) == len(texts):  # most columns of a wide table are blank, or say one thing for long
            self.places.extend(array("I", [self._place(texts[0])]) * len(texts))
            return
        places = self._place_of
        fresh = [text for text in dict.fromkeys(texts) if text not in places]
        if "" in fresh or any(map(str.isspace, fresh)):
            for text in fresh:
                self._place(text)
        else:
            added = dict(zip(fresh, count(len(self._known))))
            places.update(added)
            self._known.update(added)
        self.places.extend(map(places.__getitem__, texts))

    def _place(self, text: str) -> int:
        """Return the place of a text among the distinct ones; what is blank is None."""
        if text not in self._place_of:
            value = None if not text or text.isspace() else text
            self._place_of[text] = self._known.setdefault(value, len(self._known))
        return self._place_of[text]

    @property
    def distinct(self) -> list[str | None]:
        """Return each text once, in the order of arrival."""
        return list(self._known)

    @property
    def is_empty(self) -> bool:
        """Tell whether no row holds anything."""
        return not any(text is not None for text in self._known)


@dataclass
class Table:
    """Hold one table of a file. `numbers` are the row numbers a person sees, one for each row of the columns, and
    `places` where each of the columns stands, counted from 0.

    `ragged` gives the fields of each row that has too many or too few; `footers` the start of each row that is a total
    or a closing line, and `totals` names those that hold nothing but numbers beside the word, `headings_again` those
    that repeat the headings. None is among the columns: no value of theirs can be trusted to stand under its heading.
    `hidden` names sheets that were not read. `hidden_rows` are rows that were read though a person does not see them,
    by a filter where `filtered`, and `hidden_columns` such headings; `merged` gives each merged cell that covers rows
    of data, with its heading, or that covers headings, with each column that it leaves without one. `year` is the
    collection year, such as 2025/26, that the file says it is of; `latest_only` that it tells how things stand, and
    vouches for nothing that went before.
    `refusal` says why nothing of it could be read, where that stops no other table of its file.
    """

    sheet: str
    width: int
    columns: list[Texts]
    numbers: array
    blank: int
    ragged: dict[int, int]
    footers: dict[int, str]
    notes: list[str]
    places: list[int] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)
    headings_again: list[int] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    filtered: bool = False
    hidden_columns: list[str] = field(default_factory=list)
    merged: list[tuple[str, str]] = field(default_factory=list)
    from_1904: bool = False
    refusal: str = ""
    year: str = ""
    latest_only: bool = False


def letters(position: int) -> str:
    """Return a column's letters as Excel shows them: 0 is A, 26 is AA."""
    name = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def table_of(file: str, sheet: str, records: Iterable[Sequence[str]], notes: Sequence[str]) -> Table | None:
    """Make a table of records counted from row 1, of which one within the first 20 holds the headings.

    Where no record holds anything there is no table. A heading that stands twice raises `Mendable`.
    """
    where = f"{file}, sheet {sheet}" if sheet else file
    stream = iter(records)
    early = [narrow(where, record, len(record)) for record in islice(stream, FIRST_ROWS)]
    at = find_headings(early) if early else 0
    headings = [text.strip() for text in early[at]] if early else []
    unknown = any(headings) and not known_among(headings)
    if unknown:
        headings = [""] * len(headings)  # whatever stands there is no heading, and may be somebody's name
    _refuse_twice(where, headings)
    remarked = remarks_at(headings)
    columns = [Texts(name or f"{UNNAMED}{letters(position)})") for position, name in enumerate(headings)]
    remarks = [f"headings found on row {at + 1}"] if at else []
    table = Table(sheet, len(headings), columns, array("I"), 0, {}, {}, [*notes, *remarks])
    rows = chain(early[at + 1 :], stream)
    rows = rows if remarked is None else (without_remark(row, remarked) for row in rows)
    _fill(table, headings, rows, at + 2)
    table.places = [
        place
        for place, name in enumerate(headings)
        if place != remarked and (name or unknown or not columns[place].is_empty)
    ]
    table.columns = [columns[place] for place in table.places]
    return table if table.columns or table.ragged or table.footers else None


def refused_table(sheet: str, refusal: str) -> Table:
    """Make a table of which nothing could be read, for a reason that is a sentence."""
    return Table(sheet, 0, [], array("I"), 0, {}, {}, [], refusal=refusal)


def narrow(where: str, row: Row, fields: int) -> Row:
    """Return a row as it is, or raise `Mendable` where it has more fields than any table has."""
    if fields > MOST_COLUMNS:
        raise Mendable(
            f"{where}: it has {fields:,} columns, and no more than {MOST_COLUMNS:,} are read. Export the columns that "
            "are wanted, or start from one of the templates."
        )
    return row


def _fill(table: Table, headings: Sequence[str], rows: Iterable[Sequence[str]], number: int) -> None:
    """Fill the columns with rows, the first of which has a number."""
    stream = iter(rows)
    first = next((place for place, heading in enumerate(headings) if heading), None)
    while batch := list(islice(stream, BATCH)):
        columns = _columns_of_data(batch, table.width, headings, first)
        if columns is None:
            columns = zip(*_whole_rows(table, headings, enumerate(batch, number), first), strict=True)
        else:
            table.numbers.extend(range(number, number + len(batch)))
        for column, texts in zip(table.columns, columns, strict=False):  # where no row is one of data there is none
            column.add(texts)
        number += len(batch)


def _columns_of_data(
    batch: Sequence[Sequence[str]], width: int, headings: Sequence[str], first: int | None
) -> Sequence[Sequence[str]] | None:
    """Return the columns of rows that are all of data, as is seen where most columns are never blank, or None."""
    if set(map(len, batch)) != {width}:
        return None
    columns = list(zip(*batch, strict=True))
    if first is not None and any(headings[first] in text for text in columns[first]):
        return None
    full = (column for column in columns if "" not in column and not any(map(str.isspace, column)))
    most = len(list(islice(full, width // 2 + 1)))
    return columns if most * 2 > width else None


def _whole_rows(
    table: Table, headings: Sequence[str], numbered: Iterable[tuple[int, Sequence[str]]], first: int | None
) -> Iterator[Sequence[str]]:
    """Give the rows of data and note their numbers; note apart what is blank, ragged or a closing line."""
    for number, record in numbered:
        joined = "".join(record)
        if not joined or joined.isspace():
            table.blank += 1
        elif first is not None and _repeats(record, headings, first):
            table.footers[number] = headings[first]
            table.headings_again.append(number)
        elif closing := closing_line(record, table.width):
            table.footers[number] = closing.begins
            if closing.is_total:
                table.totals.append(number)
        elif len(record) != table.width:
            table.ragged[number] = len(record)
        else:
            table.numbers.append(number)
            yield record


def _repeats(record: Sequence[str], headings: Sequence[str], first: int) -> bool:
    """Tell whether a row is the headings once more, as where a report prints them on each page."""
    again = len(record) == len(headings) and record[first].strip() == headings[first]
    return again and [text.strip() for text in record] == headings


def _refuse_twice(where: str, headings: Sequence[str]) -> None:
    seen: dict[str, int] = {}
    for position, name in enumerate(headings):
        if not name:
            continue
        first = seen.setdefault(tidy(name), position)
        if first != position:
            raise Mendable(
                f'{where}: the heading "{name}" appears twice (columns {letters(first)} and {letters(position)}). '
                "Remove one of the two columns, or give it its own heading."
            )
