"""Backfill: the rows of one long extract as they would have stood at the end of each earlier month inside its window.

What happened after a month end is taken away again: rows not yet begun, dates not yet come, and what came to be known
on those dates. What is held only as it was latest cannot be told of an earlier month, and is lacking there.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import pandas

from data.extract import Column, Date, Declared, Month
from data.months import month_end_before, months_from


@dataclass(frozen=True)
class Earlier:
    """Hold an extract as it would have stood at a month end; `lacking` names the columns that cannot be told of it."""

    month: date
    rows: pandas.DataFrame
    lacking: tuple[str, ...]


def is_dated(declared: Declared) -> bool:
    """Tell whether the rows of an extract say when they happened; those of children, for one, do not."""
    return bool(_happened(declared))


def earlier_months(declared: Declared, rows: pandas.DataFrame, month: date, whole_from: date) -> Iterator[Earlier]:
    """Give an extract as it would have stood at each month end before `month` on which its rows were whole."""
    month_before = month_end_before(month)
    for earlier in months_from(whole_from, month_before) if whole_from <= month_before else ():
        yield as_it_stood(declared, rows, earlier)


def as_it_stood(declared: Declared, rows: pandas.DataFrame, month_end: date) -> Earlier:
    """Return the rows as they would have stood at a month end; their index is kept."""
    last = pandas.Timestamp(month_end)
    come = {column.name: [not day > last for day in rows[column.name]] for column in _happened(declared)}
    begun = _begun(declared, rows, come)
    table = rows.loc[begun].copy()
    lacking = []
    for column in declared.columns:
        arrived = come.get(column.name) or come.get(column.known_from)
        if arrived is not None:
            gone = [not is_come for is_come, was_begun in zip(arrived, begun, strict=True) if was_begun]
            table.loc[gone, column.name] = None
        if column.latest and (arrived is None or any(gone)) and len(rows[column.name].dropna()):
            lacking.append(column.name)
    return Earlier(month_end, table, tuple(lacking))


def _happened(declared: Declared) -> list[Column]:
    """Return the columns that hold when something happened, and not when it is planned."""
    return [
        column
        for column in declared.columns
        if isinstance(column, Month) or (isinstance(column, Date) and not column.planned)
    ]


def _begun(declared: Declared, rows: pandas.DataFrame, come: Mapping[str, list[bool]]) -> list[bool]:
    """Tell which rows had begun: by the first date that every row has, or else by any date that had come."""
    happened = _happened(declared)
    for column in happened:
        if column.required:
            return come[column.name]
    # By place, since rows made of a return may share the number of the row that they were made of.
    dated = [[not blank for blank in rows[column.name].isna()] for column in happened]
    beginnings = [
        [is_there and by_then for is_there, by_then in zip(days, come[column.name], strict=True)]
        for column, days in zip(happened, dated, strict=True)
        if not column.latest
    ]
    return [
        any(ways[place] for ways in beginnings) or not any(days[place] for days in dated) for place in range(len(rows))
    ]
