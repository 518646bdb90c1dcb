"""What a whole column tells about how it was written: days of other habits, names and code out of place."""

import re
from collections.abc import Iterator

from data.arrivals.column_texts import ColumnTexts
from data.arrivals.typed_values import AS_FORMULA, tidy_text
from data.extract import Date, Identifier, Month, Text
from data.heading_spelling import tidy
from data.personal_data import NHS, TEN_DIGITS, WORTH_A_LOOK, found_in, masked
from validation.files.days_written import days_written, months_written
from validation.files.opened_table import Opened
from validation.rules.finding import Finding
from validation.rules.limits import FEWEST_ROWS
from validation.rules.sentences import listed
from validation.rules.severity import INFO, QUERY

LIKE_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?:[ T].*)?|\d{1,2}/\d{1,2}/\d{4}|\d{1,2}-[A-Za-z]{3}|[A-Za-z]{3}-\d{2}")
LONG = re.compile(r"\d{16,}")
MISREAD = re.compile(
    "â€[\u0153\u009d\u02dc\u2122\u201c\u201d\u00a6]|Ã[\u0080-\u00bf\u0152\u2018-\u2122]|Â[\u00a0-\u00bf]"
)
"""What becomes of dashes, quotation marks and accented letters in UTF-8 that are read as Windows-1252."""
LIKE_CODE = re.compile(r"[=+@\t\r]|-(?![-\s]*$)|.*<\s*[a-z/!]", re.IGNORECASE | re.DOTALL)


GROUPS = ("team", "service", "worker_id", "supervisor_id", "personal_adviser_id", "auditor_id", "family_id")
"""Columns whose values stand on many rows, so that people merge their cells."""
GROUP_HEADINGS = {tidy(heading) for heading in ("Allocated Team", "Allocated Worker", "Family identifier")}
"""The same in lists of returns."""


def column_findings(file: Opened) -> Iterator[Finding]:
    """Find what the texts of each column have in common that a single row does not show, where they were written."""
    for name, kind in file.written.items():
        texts = file.texts_of(name)
        yield from _as_formula(file, name, texts)
        if issubclass(kind, Date):
            yield from days_written(file, name, texts)
        elif issubclass(kind, Month):
            yield from months_written(file, name, texts)
        elif issubclass(kind, Text):
            if issubclass(kind, Identifier):
                yield from _like_days(file, name, texts)
                yield from _like_rounded(file, name, texts)
            yield from _like_code(file, name, texts)
            yield from _misread(file, name, texts)
            yield from _like_merged(file, name, texts)
            yield from _personal(file, name, texts)


def _like_days(file: Opened, name: str, texts: ColumnTexts) -> Iterator[Finding]:
    """Question identifiers that read as days: Excel makes one of 1-10, and formats a number as one."""
    rows = texts.by_row(texts.like(lambda text: LIKE_DAY.fullmatch(text.strip())))
    for row, text in rows.items():
        message = f'"{text}" may be an identifier that Excel has changed into a date. Compare with the system.'
        yield file.finding(row, name, f"{file.declared.name}.{name}.like_a_day", QUERY, message, len(rows))


def _like_rounded(file: Opened, name: str, texts: ColumnTexts) -> Iterator[Finding]:
    """Question a column whose long identifiers all end in noughts: Excel keeps fifteen digits of a number."""
    long = texts.by_row(texts.like(lambda text: LONG.fullmatch(text.strip())))
    if len(long) >= FEWEST_ROWS and all(text.strip()[15:].strip("0") == "" for text in long.values()):
        row, text = next(iter(long.items()))
        message = (
            "all of its identifiers of more than 15 digits end in noughts, as when Excel has lost the last digits. "
            f"Compare {text} on row {row} with the system, and format the column as Text."
        )
        yield file.finding(None, name, f"{file.declared.name}.{name}.like_rounded", QUERY, message, len(long))


def _as_formula(file: Opened, name: str, texts: ColumnTexts) -> Iterator[Finding]:
    """Say that texts were written as formulas, as some programs keep the noughts before a number from Excel."""
    rows = texts.by_row(texts.like(AS_FORMULA.fullmatch))
    if rows:
        row, text = next(iter(rows.items()))
        many = "1 value is" if len(rows) == 1 else f"{len(rows):,} values are"
        message = f'{many} written as a formula; {text} on row {row} was read as "{tidy_text(text)}".'
        yield file.finding(None, name, f"{file.declared.name}.{name}.as_formula", INFO, message, len(rows))


def _misread(file: Opened, name: str, texts: ColumnTexts) -> Iterator[Finding]:
    """Find texts that were read in a wrong encoding before they came here: they would stand beside the right ones."""
    rows = texts.by_row(texts.like(MISREAD.search))
    for row, text in rows.items():
        right = text.encode("cp1252", errors="replace").decode("utf-8", errors="replace")
        message = f'"{text}" looks as if it had been read in a wrong encoding: is it "{right}"? Export as CSV UTF-8.'
        yield file.finding(row, name, f"{file.declared.name}.{name}.misread", QUERY, message, len(rows))


def _like_merged(file: Opened, name: str, texts: ColumnTexts) -> Iterator[Finding]:
    """Question a column of groups that says each value once and then nothing, as merged cells are saved in a csv."""
    rows = file.table.index
    once = len(texts.texts) == texts.filled <= len(rows) / 2
    merged = {heading for heading, _ in file.arrival.merged}
    grouped = name in GROUPS or tidy(name) in GROUP_HEADINGS
    if (
        grouped
        and file.arrived_under(name) not in merged
        and len(rows) >= FEWEST_ROWS
        and once
        and texts.rows[:1] == [rows[0]]
    ):
        message = (
            "each value stands once, and the rows below it are blank, as when merged cells are saved. Write it on each "
            "row, or say why most are blank."
        )
        blank = len(rows) - texts.filled
        yield file.finding(None, name, f"{file.declared.name}.{name}.like_merged_cells", QUERY, message, blank)


def _like_code(file: Opened, name: str, texts: ColumnTexts) -> Iterator[Finding]:
    rows = texts.by_row([text for text in texts.like(LIKE_CODE.match) if not AS_FORMULA.fullmatch(text)])
    for row, text in rows.items():
        message = f'"{text[:40]}" could be taken for a formula or for markup. It is kept as text; check it.'
        yield file.finding(row, name, f"{file.declared.name}.{name}.like_code", QUERY, message, len(rows))


def _personal(file: Opened, name: str, texts: ColumnTexts) -> Iterator[Finding]:
    kinds: dict[str, list[int]] = {}
    preview: dict[str, str] = {}
    suspected = {text: list(found_in(text)) for text in texts.like(WORTH_A_LOOK.search)}
    for row, text in texts.by_row(suspected.keys()).items():
        for kind, value in suspected[text]:
            kinds.setdefault(kind, []).append(row)
            preview.setdefault(kind, masked(value))
    if NHS in kinds and len(kinds[NHS]) * 2 < len(texts.by_row(texts.like(TEN_DIGITS.search))):
        del kinds[NHS]  # one in eleven of all ten-digit identifiers happens to pass as an NHS number
    for kind, rows in kinds.items():
        message = (
            f"it holds what looks like {kind}, such as {preview[kind]}, on row {listed(sorted(rows))}. Nobody's "
            "details belong here: take them out, or say why this is none."
        )
        yield file.finding(None, name, f"{file.declared.name}.{name}.personal", QUERY, message, len(rows))
