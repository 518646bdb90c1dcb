"""A table as it arrived: text only, under the headings as they were written."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas

from data.arrivals.headings import find_headings, tidy
from data.errors import Mendable


@dataclass(frozen=True)
class Arrival:
    """Hold one table of a file; `rows` is text with None for missing, its index the row number a person sees."""

    file: str
    sheet: str
    rows: pandas.DataFrame
    blank: int
    notes: tuple[str, ...] = ()

    @property
    def where(self) -> str:
        """Name the file, and the sheet where there is one."""
        return f"{self.file}, sheet {self.sheet}" if self.sheet else self.file


def letters(position: int) -> str:
    """Return a column's letters as Excel shows them: 0 is A, 26 is AA."""
    name = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def arrival(file: str, sheet: str, records: Sequence[Sequence[str]], notes: Sequence[str]) -> Arrival:
    """Make an arrival of records counted from row 1, of which one within the first 20 holds the headings."""
    where = f"{file}, sheet {sheet}" if sheet else file
    heading = find_headings(records)
    headings = [text.strip() for text in records[heading]]
    _refuse_twice(where, headings)
    body = records[heading + 1 :]
    numbers = [number for number, record in enumerate(body, heading + 2) if "".join(record).strip()]
    filled = [records[number - 1] for number in numbers]
    _refuse_ragged(where, len(headings), [(number, len(records[number - 1])) for number in numbers])
    by_column = zip(*filled, strict=True) if filled else [()] * len(headings)
    table = {
        name or f"(column {letters(position)})": [None if text.isspace() else text or None for text in texts]
        for position, (name, texts) in enumerate(zip(headings, by_column, strict=True))
        if name or any(text.strip() for text in texts)
    }
    rows = pandas.DataFrame(table, index=numbers, dtype=object)
    if heading:
        notes = [*notes, f"headings found on row {heading + 1}"]
    return Arrival(file, sheet, rows, len(body) - len(filled), tuple(notes))


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


def _refuse_ragged(where: str, width: int, fields_by_row: Sequence[tuple[int, int]]) -> None:
    ragged = [(number, fields) for number, fields in fields_by_row if fields != width]
    if not ragged:
        return
    number, found = ragged[0]
    fields = "1 field" if found == 1 else f"{found} fields"
    others = ""
    if len(ragged) > 1:
        listed = ", ".join(str(other) for other, _ in ragged[1:11])
        others = f", and so on in {len(ragged) - 1} more (rows {listed}{' …' if len(ragged) > 11 else ''})"
    cause = "a comma too many at the end of a row" if found > width else "a missing field or another separator"
    raise Mendable(
        f"{where}: Row {number} has {fields}, expected {width}{others}. "
        f"Look for {cause}, or export the file again; nothing was read, so that no value lands in the wrong column."
    )
