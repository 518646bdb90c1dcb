"""A table in any layout, encoding, separator and style of dates comes back as the same table or is refused in words.

The files are parsed as the child parses them, though without a process for each; that both give the same is tested in
`test_child.py`, and here for a few.
"""

import io
import random
from datetime import date, timedelta
from typing import Any

import pandas
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.arrivals import read, recognise, typed
from data.arrivals.authority_names import code_of_authority
from data.arrivals.file_reading import arrival_of
from data.errors import Mendable
from data.extract import Code, Codes, Column, Date, Declared, Identifier, Month, Number, Text, Whole
from data.extracts import uploaded_extracts
from data.identifiers import canonical
from data.parsing.file_kinds import parse
from tests.faults.fault import workbook

WORDS = (
    "North",
    "Zoë’s team",
    "A, B",
    'the "hub"',
    "O'Brien; duty",
    "Łódź",
    "tab\there",
    "two\nlines",
    "None",
    "NA",
    "- -",
    "007",
)
DATES = ("%d/%m/%Y", "%Y-%m-%d", "%d.%m.%Y", "%d-%b-%Y", "%d %B %Y", "%Y-%m-%dT00:00:00", "serial")
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252")
NOUGHT = date(1899, 12, 30)


def cell(chance: random.Random, column: Column, style: str, place: int) -> tuple[object, str | None]:
    """Return a value and how a file writes it."""
    if not column.required and chance.random() < 0.3:
        return None, None
    if isinstance(column, Date | Month):
        day = date(1960, 1, 1) + timedelta(days=chance.randrange(25_000))
        value = (
            day if isinstance(column, Date) else (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(1)
        )
        return pandas.Timestamp(value), str((day - NOUGHT).days) if style == "serial" else f"{day:{style}}"
    if isinstance(column, Code):
        code = chance.choice(list(column.allowed))
        return code, chance.choice((code, code.lower(), f" {code} "))
    if isinstance(column, Codes):
        codes = chance.sample(list(column.allowed), chance.randrange(1, 4))
        return ",".join(codes), chance.choice((", ", " ", "; ", "|")).join(codes)
    if isinstance(column, Number):
        number = chance.randrange(5_000) if isinstance(column, Whole) else chance.randrange(100) / 4
        return number, chance.choice((f"{number}", f"{number:,}"))
    assert isinstance(column, Text)
    text = f"{chance.choice(('00', 'A-', 'c', '9'))}{place}" if column.pattern else f"{chance.choice(WORDS)} {place}"
    if not isinstance(column, Identifier):
        return " ".join(text.split()), text
    return (code_of_authority(text) if column.is_authority else None) or canonical(text), text


def written(chance: random.Random, declared: Declared, rows: int) -> tuple[pandas.DataFrame, list[list[str | None]]]:
    """Return a random valid table, and the records that a file holds of it: any order, any heading, any title rows."""
    columns = [column for column in declared.columns if column.required or chance.random() < 0.7]
    if all(isinstance(column, Identifier) for column in columns):  # which tell no extract by themselves
        columns.append(next(column for column in declared.columns if not isinstance(column, Identifier)))
    chance.shuffle(columns)
    style = chance.choice(DATES)
    cells = [[cell(chance, column, style, place) for column in columns] for place in range(rows)]
    table = pandas.DataFrame(
        {column.name: [row[at][0] for row in cells] for at, column in enumerate(columns)}, dtype=object
    ).reindex(columns=declared.column_names)
    headings = [_spelled(chance, chance.choice((column.name, *column.aliases))) for column in columns]
    records = [headings, *([written for _, written in row] for row in cells)]
    titles = [["A title", *[None] * (len(columns) - 1)], [None] * len(columns)][: chance.randrange(3)]
    for _ in range(chance.randrange(2)):
        records.insert(chance.randrange(1, len(records) + 1), [None] * len(columns))
    return table, [*titles, *records]


def _spelled(chance: random.Random, heading: str) -> str:
    alter = chance.choice((str.upper, str.title, str, lambda text: f" {text}\xa0", lambda text: text.replace("_", " ")))
    return alter(heading)


def as_file(chance: random.Random, records: list[list[str | None]]) -> tuple[str, bytes, bool]:
    """Write records as a csv or a workbook; say whether every letter of theirs can be so written."""
    if chance.random() < 0.25:
        return "any.xlsx", workbook(("Sheet", records)), True
    separator, encoding = chance.choice(",;\t"), chance.choice(ENCODINGS)
    file = io.StringIO()
    pandas.DataFrame(records).to_csv(
        file, sep=separator, index=False, header=False, lineterminator=chance.choice(("\n", "\r\n"))
    )
    contents = file.getvalue().encode(encoding, errors="replace")
    return "any.csv", contents, contents.decode(encoding) == file.getvalue()


def _plain(values: Any) -> list[object]:
    """Return values with None for every kind of missing."""
    missing = values.isna().tolist()
    return [None if gone else value for value, gone in zip(values.tolist(), missing, strict=True)]


def assert_same_or_refused(
    seed: int, through=lambda name, contents: [arrival_of(name, each) for each in parse(name, contents)]
):
    chance = random.Random(seed)
    declared = chance.choice(list(uploaded_extracts().values()))
    table, records = written(chance, declared, chance.randrange(1, 30))
    name, contents, faithful = as_file(chance, records)
    try:
        [arrival] = through(name, contents)
        found = recognise(arrival)
    except Mendable as refusal:
        assert str(refusal).startswith(name) and str(refusal).rstrip().endswith(".")
        return "refused"
    assert found.declared is declared and not found.missing_required
    if not faithful:
        return "letters lost before the file was written"
    back = typed(declared, found.rows, from_1904=arrival.from_1904)
    for column in declared.column_names:
        assert not any(_plain(back[f"unreadable:{column}"])), column
        got = _plain(back[column])
        wanted = _plain(table[column])
        assert got == wanted, column
    return "same"


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32))
def test_the_same_table_or_a_refusal(seed):
    assert_same_or_refused(seed)


@pytest.mark.soak
@settings(max_examples=850, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(2**32, 2**33))
def test_the_same_table_or_a_refusal_many_times(seed):
    assert_same_or_refused(seed)


def test_it_is_nearly_always_the_same_table():
    outcomes = [assert_same_or_refused(seed) for seed in range(60)]
    assert outcomes.count("same") >= 40 and outcomes.count("refused") <= 5, outcomes


@pytest.mark.own_process
@pytest.mark.parametrize("seed", range(8))
def test_the_same_through_a_process_of_its_own(seed):
    assert_same_or_refused(seed, read)
