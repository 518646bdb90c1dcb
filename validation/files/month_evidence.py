"""What tells of which month a file is: the days in its columns that bound it, its name, a column of when it was run."""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pandas

from data.arrivals.days import read_date
from data.extract import Date, Declared, Month
from data.heading_spelling import tidy
from data.months import in_words, month_end
from data.returns.list_columns import Day
from validation.files.opened_lists import OpenedList
from validation.files.opened_table import Opened
from validation.rules.limits import A_FEW, A_WEEK, ALMOST_ALL, ENOUGH_DATES, ONE_IN_A_HUNDRED
from validation.rules.sentences import shown

NAMED_MONTH = re.compile(r"(?<!\d)(20\d{2})-(0[1-9]|1[0-2])(?![-\d])")
IN_LETTERS = re.compile(r"(?<![a-z])([a-z]{3,9})[-_ .]*(20\d{2})(?!\d)", re.IGNORECASE)
MONTHS = [date(2000, number, 1).strftime("%B").lower() for number in range(1, 13)]
RUN_ON = {"extractdate", "extractiondate", "dateofextract", "dateofextraction", "dateextracted", "rundate", "asat"}
RUN_ON |= {"reportdate", "dateofreport", "reportingdate", "snapshotdate", "asatdate", "daterun"}
"""Headings of a column that says on each row when the file was made."""
SUMMER_HOLIDAY = 8


@dataclass(frozen=True)
class Telling:
    """Hold what a file, or the lists of a return together, tell of their month.

    `month` is the end of the month that they are of, or None where nothing tells it, or one thing tells another than
    the next; `says` what told it. `reaches` is the end of the month that their days reach, a few late ones apart.
    """

    tables: tuple[Opened, ...]
    month: date | None
    says: str
    reaches: date | None


def tellings(usable: Sequence[Opened], lists: Sequence[OpenedList], chosen: date) -> list[Telling]:
    """Ask files what month they are of, where `chosen` is the end of the one that was chosen for them.

    What was made of lists does not speak: the lists do, those of one return together.
    """
    tables = [table for table in usable if table.made is None]
    together: dict[str, list[OpenedList]] = {}
    for table in lists:
        together.setdefault(table.of.of.title, []).append(table)
    return [
        *(_telling((table,), _days_of(table), chosen, table.declared) for table in tables),
        *(_telling(tuple(of), _days_listed(of), chosen, None) for of in together.values()),
    ]


def months_named(file: str) -> set[date]:
    """Return the ends of the months that a file's name names, as 2026-10 or in letters."""
    months = {f"{year}-{month}" for year, month in NAMED_MONTH.findall(file)}
    for word, year in IN_LETTERS.findall(file):
        numbers = [number for number, month in enumerate(MONTHS, 1) if word.lower() in (month, month[:3], month[:4])]
        months |= {f"{year}-{number:02}" for number in numbers}
    return {month_end(month) for month in months}


def _telling(tables: tuple[Opened, ...], days: pandas.Series, chosen: date, declared: Declared | None) -> Telling:
    """Weigh what speaks of a month: where two things name two months, none is told."""
    reaches, bounded = _bounded(days, of_months=declared is not None and _of_months(declared))
    if bounded and declared is not None and not _should_reach(declared, bounded, chosen):
        bounded = None
    run_on = _run_on(tables)
    clauses: dict[date, str] = {}
    if bounded:
        clauses[bounded] = f"days that reach the last week of {in_words(bounded)} and, but for a few, go no further"
    if run_on and (run_on + timedelta(days=A_WEEK)).month != run_on.month:
        clauses.setdefault(month_end(f"{run_on:%Y-%m}"), f"a column that says they were made on {shown(run_on)}")
    months = set[date]().union(*(months_named(table.arrival.file) for table in tables))
    for month in months if len(months) == 1 else ():
        clauses.setdefault(month, "their names")
    month, says = next(iter(clauses.items()), (None, ""))
    doubtful = len(clauses) > 1 or len(months) > 1 or bool(month and reaches and reaches > month)
    doubtful |= bool(month and run_on and run_on < month - timedelta(days=A_WEEK))
    return Telling(tables, None, "", reaches) if doubtful else Telling(tables, month, says, reaches)


def _should_reach(declared: Declared, bounded: date, chosen: date) -> bool:
    """Tell whether silence after a month says anything: not of what is rare or, in August, of schools."""
    if bounded >= chosen:
        return True
    return bool(declared.dated_by) and not (_of_months(declared) and chosen.month == SUMMER_HOLIDAY)


def _of_months(declared: Declared) -> bool:
    """Tell whether the rows of an extract are each of a month that they name."""
    return bool(declared.dated_by) and isinstance(declared[declared.dated_by], Month)


def _bounded(days: pandas.Series, of_months: bool) -> tuple[date | None, date | None]:
    """Return the end of the month that days reach, and the same where they are enough and fill it to its last week.

    A few late days are left out: they are mistyped more often than true.
    """
    if days.empty:
        return None, None
    from_then_on = days.dt.to_period("M").value_counts().sort_index()[::-1].cumsum()
    few = max(min(A_FEW, (1 - ALMOST_ALL) * len(days)), ONE_IN_A_HUNDRED * len(days))
    reached = next(month for month, many in from_then_on.items() if many > few)
    ends = reached.end_time.date()
    of_month = days[days.dt.to_period("M") == reached]
    full = len(of_month) >= (A_FEW if of_months else ENOUGH_DATES)
    return ends, ends if full and (ends - of_month.max().date()).days <= A_WEEK else None


def _days_of(table: Opened) -> pandas.Series:
    """Return all days of an extract on which something happened."""
    names = [column.name for column in table.declared.columns if _happened(column)]
    return _end_to_end(table.table[name] for name in names)


def _happened(column: object) -> bool:
    return isinstance(column, Month) or (isinstance(column, Date) and not column.planned)


def _days_listed(lists: Sequence[OpenedList]) -> pandas.Series:
    """Return all days of lists of a return on which something happened."""
    return _end_to_end(
        table.read.table[f"{name}_day"]
        for table in lists
        for name, column in table.of.listing.columns.items()
        if isinstance(column, Day) and column.happens
    )


def _end_to_end(columns: Iterable[Any]) -> pandas.Series:
    """Put the days of columns into one, blanks left out."""
    filled = [column.dropna() for column in columns if column.notna().any()]
    return pandas.Series(pandas.concat(filled, ignore_index=True) if filled else [], dtype="datetime64[us]")


def _run_on(tables: Sequence[Opened]) -> date | None:
    """Return the one day that every row says the files were made on, or None."""
    days = {day for table in tables for day in _days_run(table)}
    return days.pop() if len(days) == 1 else None


def _days_run(table: Opened) -> Iterator[date | None]:
    """Return the days in columns that say when a file was made, None for what is no day."""
    for heading in table.recognised.ignored:
        if tidy(heading) in RUN_ON:
            for text in table.arrival.rows[heading].dropna().unique():
                day = None
                with suppress(ValueError):
                    day = read_date(text.strip())
                yield day
