"""Backfill: the rows of one long extract as they would have stood at the end of each earlier month inside its window.

What happened after a month end is taken away again: rows not yet begun, dates not yet come, and what came to be known
on those dates. What is held only as it was latest cannot be told of an earlier month, and is lacking there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy
import pandas

from data.extract import Column, Date, Declared, Month


@dataclass(frozen=True)
class Earlier:
    """Hold an extract as it would have stood at a month end; `lacking` names the columns that cannot be told of it."""

    month: date
    rows: pandas.DataFrame
    lacking: tuple[str, ...]


def is_dated(declared: Declared) -> bool:
    """Tell whether the rows of an extract say when they happened; those of children, for one, do not."""
    return bool(_happened(declared))


def as_it_stood(declared: Declared, rows: pandas.DataFrame, month_end: date) -> Earlier:
    """Return the rows as they would have stood at a month end; their index is kept."""
    last = pandas.Timestamp(month_end)
    come = {column.name: ~(rows[column.name] > last).to_numpy(dtype=bool) for column in _happened(declared)}
    begun = _begun(declared, rows, come)
    table = rows.loc[begun].copy()
    lacking = []
    for column in declared.columns:
        arrived = come.get(column.name)
        arrived = come.get(column.known_from) if arrived is None else arrived
        gone = numpy.zeros(len(table), dtype=bool) if arrived is None else ~arrived[begun]
        if gone.any():
            table.loc[gone, column.name] = None
        if column.latest and (arrived is None or gone.any()) and len(rows[column.name].dropna()):
            lacking.append(column.name)
    return Earlier(month_end, table, tuple(lacking))


def _happened(declared: Declared) -> list[Column]:
    """Return the columns that hold when something happened, and not when it is planned."""
    return [
        column
        for column in declared.columns
        if isinstance(column, Month) or (isinstance(column, Date) and not column.planned)
    ]


def _begun(declared: Declared, rows: pandas.DataFrame, come: Mapping[str, numpy.ndarray]) -> numpy.ndarray:
    """Tell which rows had begun: by the first date that every row has, or else by any date that had come."""
    happened = _happened(declared)
    for column in happened:
        if column.required:
            return come[column.name]
    begun = numpy.zeros(len(rows), dtype=bool)
    undated = numpy.ones(len(rows), dtype=bool)
    for column in happened:
        is_there = rows[column.name].notna().to_numpy(dtype=bool)
        undated &= ~is_there
        if not column.latest:
            begun |= is_there & come[column.name]
    return begun | undated
