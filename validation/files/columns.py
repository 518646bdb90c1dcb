"""What a whole column tells about how it was written: American dates, days as numbers, names and code out of place."""

import re
from collections import Counter
from collections.abc import Iterator

from data.arrivals.typed_values import is_day_number
from data.extract import Date, Text
from validation.files.opened_table import Opened
from validation.files.personal_data import NHS, TEN_DIGITS, found_in, masked
from validation.rules.finding import Finding
from validation.rules.sentences import listed
from validation.rules.severity import BLOCK, INFO, QUERY

IN_FIGURES = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}\b.*")
ALMOST_ALL = 0.95
A_FEW = 3
POWER = re.compile(r"\d(?:\.\d+)?E\d+")
LIKE_CODE = re.compile(r"[=+@\t\r]|-(?![-\s]*$)|.*<\s*[a-z/!]", re.IGNORECASE | re.DOTALL)


def column_findings(file: Opened) -> Iterator[Finding]:
    """Find what the texts of each column have in common that a single row does not show."""
    for column in file.declared.columns:
        texts = file.texts_of(column.name)
        if isinstance(column, Date):
            yield from _month_first(file, column.name, texts)
            yield from _day_numbers(file, column.name, texts)
        elif isinstance(column, Text):
            yield from _like_powers(file, column.name, texts)
            yield from _like_code(file, column.name, texts)
            yield from _personal(file, column.name, texts)


def _month_first(file: Opened, name: str, texts: dict[int, str]) -> Iterator[Finding]:
    """Say that dates look American where nearly all that can only be read one way put the month first."""
    times = Counter(texts.values())
    matches = {text: IN_FIGURES.fullmatch(text) for text in times}
    parts = {text: (int(match[1]), int(match[2])) for text, match in matches.items() if match}
    month_first = sum(times[text] for text, (first, second) in parts.items() if first <= 12 < second)
    decided = month_first + sum(times[text] for text, (first, second) in parts.items() if second <= 12 < first)
    if month_first >= A_FEW and month_first > ALMOST_ALL * decided:
        message = (
            f"its dates look American: {month_first} of the {decided} that can be read in one way only put the month "
            "first. Export the column as dd/mm/yyyy; dates are never turned round here."
        )
        yield file.finding(None, name, f"{file.declared.name}.{name}.american", BLOCK, message, month_first)


def _day_numbers(file: Opened, name: str, texts: dict[int, str]) -> Iterator[Finding]:
    numbers = {row: text for row, text in texts.items() if is_day_number(text.strip())}
    if numbers:
        row = next(iter(numbers))
        since = "1904" if file.arrival.from_1904 else "1900"
        many = "1 date is a day number" if len(numbers) == 1 else f"{len(numbers):,} dates are day numbers"
        message = (
            f"{many} of Excel, counted from {since}; {numbers[row]} on row {row} was read as "
            f"{file.table[name][row]:%d/%m/%Y}."
        )
        yield file.finding(None, name, f"{file.declared.name}.{name}.day_numbers", INFO, message, len(numbers))


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
