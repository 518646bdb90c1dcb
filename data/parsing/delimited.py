"""Read csv text: any of four separators, any of four encodings, one record for each row, nothing shifted."""

import csv
import io
from collections.abc import Iterator
from itertools import islice

from data.errors import Mendable
from data.parsing.encoding import decoded
from data.parsing.file_table import Table, narrow, table_of
from data.parsing.heading_row import FIRST_ROWS, known_among
from data.parsing.limits import MOST_COLUMNS

SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "vertical bars"}


def read_delimited(file_name: str, contents: bytes) -> Table:
    """Read csv bytes as text, or raise `Mendable` where a row cannot be trusted."""
    text, separator, notes = _opened(file_name, contents)
    table = table_of(file_name, "", _records(file_name, text, separator), notes)
    if table is None:
        raise Mendable(f"{file_name}: the file holds only blank rows. Export it again.")
    return table


def records_of(file_name: str, contents: bytes) -> Iterator[list[str]]:
    """Give every record of csv bytes as it stands, the first being row 1."""
    text, separator, _ = _opened(file_name, contents)
    return _records(file_name, text, separator)


def _opened(file_name: str, contents: bytes) -> tuple[str, str, list[str]]:
    """Return the text, what separates its fields, and what is worth saying about either."""
    text, notes = decoded(file_name, contents)
    if "\0" in text:
        row = text[: text.index("\0")].count("\n") + 1
        raise Mendable(
            f"{file_name}: row {row} holds a character that no text has (a NUL byte), so the file may be damaged. "
            "Export it again."
        )
    separator = _separator(file_name, text)
    if separator != ",":
        notes.append(f"separated by {SEPARATORS[separator]}")
    return text, separator, notes


def _separator(file_name: str, text: str) -> str:
    """Choose the separator under which some early row shows the most known headings, then the most fields.

    Lines that no table has are refused before they are looked through; in quotation marks none separates.
    """
    early_lines = list(islice(io.StringIO(text), FIRST_ROWS))
    for line in early_lines:
        fields = 1 + max(map(line.count, SEPARATORS))
        narrow(file_name, line, 1 if '"' in line else fields)

    def told(separator: str) -> tuple[int, int]:
        early = [line.split(separator, MOST_COLUMNS)[:MOST_COLUMNS] for line in early_lines]
        unquoted = [[field.strip().strip('"') for field in record] for record in early]
        return max(known_among(record) for record in unquoted), max(len(record) for record in early)

    return max(SEPARATORS, key=told)


def _records(file_name: str, text: str, separator: str) -> Iterator[list[str]]:
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    try:
        for record in lines:
            number += 1
            yield record
    except csv.Error as error:
        if long := _longest_field(text, separator, number):
            raise Mendable(
                f"{file_name}: row {number + 1} holds a value of {long:,} characters, and no cell may have more than "
                f"{csv.field_size_limit():,}. No column here needs so much: empty it, or leave its column out."
            ) from error
        raise Mendable(
            f"{file_name}: a quotation mark opened on row {number + 1} is never closed, or stands inside a value. "
            "Remove it or close it, or save the file as .xlsx."
        ) from error


def _longest_field(text: str, separator: str, before: int) -> int:
    """Return the length of the longest field of the record after so many, 0 where that has no end in the text."""
    limit = csv.field_size_limit(len(text))
    try:
        records = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        longest = max(len(field) for field in next(islice(records, before, None)))
    except csv.Error:
        return 0
    finally:
        csv.field_size_limit(limit)
    return longest if longest > limit else 0
