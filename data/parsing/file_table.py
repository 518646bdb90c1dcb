"""A table as it stands in a file: text by column, with every row that is not a row of data told apart and numbered."""

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice

from data.errors import Mendable
from data.heading_spelling import tidy
from data.parsing.heading_row import FIRST_ROWS, find_headings, known_among

FOOTER = re.compile(
    r"(?:(?:grand |sub-?)?totals?\b|end of (?:report|file|extract|data|list)\b|page \d+\b|(?:row|record) count\b"
    r"|(?:report|extract) (?:run|date|generated|produced)\b|(?:generated|printed|produced|run) (?:by|on|at|from)\b"
    r"|(?:number|count) of\b|\d[\d,]* (?:rows?|records?|children)\b|notes?:|source:)",
    re.IGNORECASE,
)
LONGEST_SHOWN = 40
BATCH = 5_000


@dataclass
class Texts:
    """Hold a column: its distinct texts, None for missing, and for each row the place of its own among them."""

    heading: str
    places: array = field(default_factory=lambda: array("I"))
    _known: dict[str | None, int] = field(default_factory=dict)
    _place_of: dict[str, int] = field(default_factory=dict)

    def add(self, texts: Sequence[str]) -> None:
        """Add the texts of the next rows."""
        for text in dict.fromkeys(texts):
            if text not in self._place_of:
                value = None if not text or text.isspace() else text
                self._place_of[text] = self._known.setdefault(value, len(self._known))
        self.places.extend(map(self._place_of.__getitem__, texts))

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
    """Hold one table of a file. `numbers` are the row numbers a person sees, one for each row of the columns.

    `ragged` gives the fields of each row that has too many or too few; `footers` the start of each row that is a total
    or a closing line. Neither is among the columns: no value of theirs can be trusted to stand under its heading.
    """

    sheet: str
    width: int
    columns: list[Texts]
    numbers: array
    blank: int
    ragged: dict[int, int]
    footers: dict[int, str]
    notes: list[str]
    hidden: list[str] = field(default_factory=list)
    from_1904: bool = False


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
    stream = iter(records)
    early = list(islice(stream, FIRST_ROWS))
    at = find_headings(early) if early else 0
    headings = [text.strip() for text in early[at]] if early else []
    unknown = any(headings) and not known_among(headings)
    if unknown:
        headings = [""] * len(headings)  # whatever stands there is no heading, and may be somebody's name
    _refuse_twice(f"{file}, sheet {sheet}" if sheet else file, headings)
    columns = [Texts(name or f"(column {letters(position)})") for position, name in enumerate(headings)]
    remarks = [f"headings found on row {at + 1}"] if at else []
    table = Table(sheet, len(headings), columns, array("I"), 0, {}, {}, [*notes, *remarks])
    _fill(table, enumerate(chain(early[at + 1 :], stream), at + 2))
    table.columns = [
        column for column, name in zip(columns, headings, strict=True) if name or unknown or not column.is_empty
    ]
    return table if table.columns or table.ragged or table.footers else None


def _fill(table: Table, numbered: Iterable[tuple[int, Sequence[str]]]) -> None:
    stream = _whole_rows(table, numbered)
    while batch := list(islice(stream, BATCH)):
        for column, texts in zip(table.columns, zip(*batch, strict=True), strict=True):
            column.add(texts)


def _whole_rows(table: Table, numbered: Iterable[tuple[int, Sequence[str]]]) -> Iterator[Sequence[str]]:
    """Give the rows of data and note their numbers; note apart what is blank, ragged or a closing line."""
    for number, record in numbered:
        joined = "".join(record)
        if not joined or joined.isspace():
            table.blank += 1
        elif (len(record) - record.count("")) * 2 <= table.width and (closing := _closing_line(record)):
            table.footers[number] = closing
        elif len(record) != table.width:
            table.ragged[number] = len(record)
        else:
            table.numbers.append(number)
            yield record


def _closing_line(record: Sequence[str]) -> str:
    """Return the start of a row that is a total or a closing line, or nothing."""
    first = next(text for text in record if text.strip()).strip().lstrip("*-=_# ")
    return first[:LONGEST_SHOWN] if FOOTER.match(first) else ""


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
