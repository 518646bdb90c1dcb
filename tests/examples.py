"""Test defaults: an example states only what matters to it, and the declaration fills in the rest."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

import pandas

from data.arrivals import UNREADABLE, typed
from data.extract import Code, Codes, Column, Date, Declared, Identifier, Month, Number, Text, Whole, YesNo
from data.extracts import all_extracts

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
MONTH_END = date(2026, 10, 31)
CHILDHOOD = timedelta(days=3650)
HALF_A_YEAR = timedelta(days=182)
A_QUARTER = timedelta(days=91)


def example_rows(
    extract: Declared | str,
    *stated: Mapping[str, object] | Iterable[Mapping[str, object]],
    month_end: date = MONTH_END,
) -> pandas.DataFrame:
    """Return typed rows of an extract, one for each mapping of what is stated; all else is filled in.

    Rows are numbered from 2, as in a file. Row 2 is about CHILD-2 unless it says otherwise, in every extract, so that
    examples of several extracts fit together. Optional columns are left blank. A stated end moves the start before it.

        example_rows("child_protection_plans", [{"child_id": "Femi", "start_date": "2024-10-31"}, {}])
    """
    declared = all_extracts()[extract] if isinstance(extract, str) else extract
    texts = example_texts(declared, *stated, month_end=month_end)
    table = typed(declared, texts)
    for name in (column.name for column in declared.columns if isinstance(column, Identifier)):
        table[name] = texts[name].astype("str")  # Femi stays Femi, so that an example reads as it was stated
    for name in declared.column_names:
        for text in table[UNREADABLE + name].dropna():
            raise ValueError(f"{declared.name}.{name}: {text!r} cannot be read")
    return table[declared.column_names]


def example_texts(
    declared: Declared, *stated: Mapping[str, object] | Iterable[Mapping[str, object]], month_end: date = MONTH_END
) -> pandas.DataFrame:
    """Return the same rows as text under the declared headings, as a file would hold them; None is blank."""
    wanted: list[dict] = []
    for each in stated:
        wanted += [dict(each)] if isinstance(each, Mapping) else [dict(row) for row in each]
    rows = [_filled(declared, row, number, month_end) for number, row in enumerate(wanted, 2)]
    return pandas.DataFrame(rows, index=range(2, len(rows) + 2), columns=declared.column_names, dtype=object)


def as_csv(texts: pandas.DataFrame) -> bytes:
    """Write rows of text as the bytes of a csv file."""
    return texts.to_csv(index=False).encode()


def _filled(declared: Declared, stated: dict[str, object], number: int, month_end: date) -> dict[str, str | None]:
    unknown = set(stated) - set(declared.column_names)
    if unknown:
        raise KeyError(f"{declared.name} has no column {', '.join(sorted(unknown))}")
    row = {name: _written(value) for name, value in stated.items()}
    for column in declared.columns:
        if column.name not in row:
            row[column.name] = _default(declared, column, row, number, month_end) if column.required else None
    return row


def _written(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return "Y" if value else "N"
    return f"{value:%Y-%m-%d}" if isinstance(value, date) else str(value)


def _default(declared: Declared, column: Column, row: Mapping[str, str | None], number: int, month_end: date) -> str:
    if column.example:
        return column.example
    if isinstance(column, Month):
        return month_end.isoformat()
    if isinstance(column, Date):
        return _default_day(declared, column, row, month_end).isoformat()
    if isinstance(column, YesNo):
        return "N"
    if isinstance(column, Code | Codes):
        return next(iter(column.allowed))
    if isinstance(column, Number):
        return _default_number(declared, column, number)
    assert isinstance(column, Text)
    thing = column.name.removesuffix("_id")
    if thing != column.name:
        return f"{thing}-{number}".upper()
    name = thing.replace("_", " ").title()
    return f"{name} {number}" if column.name in declared.one_row_per else f"{name} A"


def _default_day(declared: Declared, column: Date, row: Mapping[str, str | None], month_end: date) -> date:
    if column.name == "date_of_birth":
        return month_end - CHILDHOOD
    usual = month_end - HALF_A_YEAR
    later = [other.name for other in declared.columns if isinstance(other, Date) and other.not_before == column.name]
    ends = [date.fromisoformat(day) for name in later if ISO_DAY.fullmatch(day := row.get(name) or "")]
    return min([usual, *(end - A_QUARTER for end in ends)])


def _default_number(declared: Declared, column: Number, number: int) -> str:
    if column.unique:
        return f"{(column.at_least or 0) + number:.12g}"
    bounds = any(isinstance(other, Number) and other.not_above == column.name for other in declared.columns)
    if bounds or not isinstance(column, Whole):
        return f"{column.unusual_above or column.at_most or 1:.12g}"
    return f"{column.at_least or 0:.12g}"
