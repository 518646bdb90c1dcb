"""What a whole column tells about how it was written: days of other habits, names and code out of place."""

import re
from collections.abc import Iterator

from data.extract import Date, Month, Text
from validation.files.days_written import days_written, months_written
from validation.files.opened_table import Opened
from validation.files.personal_data import NHS, TEN_DIGITS, found_in, masked
from validation.rules.finding import Finding
from validation.rules.sentences import listed
from validation.rules.severity import QUERY

POWER = re.compile(r"\d(?:\.\d+)?E\d+")
LIKE_CODE = re.compile(r"[=+@\t\r]|-(?![-\s]*$)|.*<\s*[a-z/!]", re.IGNORECASE | re.DOTALL)


def column_findings(file: Opened) -> Iterator[Finding]:
    """Find what the texts of each column have in common that a single row does not show."""
    for column in file.declared.columns:
        texts = file.texts_of(column.name)
        if isinstance(column, Date):
            yield from days_written(file, column.name, texts)
        elif isinstance(column, Month):
            yield from months_written(file, column.name, texts)
        elif isinstance(column, Text):
            yield from _like_powers(file, column.name, texts)
            yield from _like_code(file, column.name, texts)
            yield from _personal(file, column.name, texts)


def _like_powers(file: Opened, name: str, texts: dict[int, str]) -> Iterator[Finding]:
    rows = {row: text for row, text in texts.items() if POWER.fullmatch(text.strip().upper())}
    for row, text in rows.items():
        message = f'"{text}" may be an identifier that Excel has changed into a power of ten. Compare with the system.'
        yield file.finding(row, name, f"{file.declared.name}.{name}.like_a_power", QUERY, message, len(rows))


def _like_code(file: Opened, name: str, texts: dict[int, str]) -> Iterator[Finding]:
    rows = {row: text for row, text in texts.items() if LIKE_CODE.match(text)}
    for row, text in rows.items():
        message = f'"{text[:40]}" could be taken for a formula or for markup. It is kept as text; check it.'
        yield file.finding(row, name, f"{file.declared.name}.{name}.like_code", QUERY, message, len(rows))


def _personal(file: Opened, name: str, texts: dict[int, str]) -> Iterator[Finding]:
    kinds: dict[str, list[int]] = {}
    preview: dict[str, str] = {}
    for row, text in texts.items():
        for kind, value in found_in(text):
            kinds.setdefault(kind, []).append(row)
            preview.setdefault(kind, masked(value))
    if NHS in kinds and len(kinds[NHS]) * 2 < sum(1 for text in texts.values() if TEN_DIGITS.search(text)):
        del kinds[NHS]  # one in eleven of all ten-digit identifiers happens to pass as an NHS number
    for kind, rows in kinds.items():
        message = (
            f"it holds what looks like {kind}, such as {preview[kind]}, on row {listed(sorted(rows))}. Nobody's "
            "details belong here: take them out, or say why this is none."
        )
        yield file.finding(None, name, f"{file.declared.name}.{name}.personal", QUERY, message, len(rows))
