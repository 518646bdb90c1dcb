"""Headings: which extract they belong to, and which column each one feeds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from types import MappingProxyType
from typing import TYPE_CHECKING

import pandas

from data.errors import Mendable
from data.extract import Column, Declared, Identifier
from data.extracts import all_extracts
from data.heading_spelling import tidy
from data.parsing.heading_row import FIRST_ROWS, spellings

if TYPE_CHECKING:
    from data.arrivals.arrival import Arrival

Confirmed = Mapping[str, Mapping[str, str]]
"""Headings that an analyst has confirmed: by extract, each with the column it stands for."""
NONE_CONFIRMED: Confirmed = MappingProxyType({})
ENOUGH = 0.5
"""The share of an extract's required columns that says the file is meant to be that extract."""


@dataclass(frozen=True)
class Recognised:
    """Say which extract an arrival is; `rows` has its columns, all of them, still as text."""

    declared: Declared
    rows: pandas.DataFrame
    fed_by: Mapping[str, str]
    ignored: tuple[str, ...]
    missing_required: tuple[str, ...]
    missing_other: tuple[str, ...]

    def missing_sentence(self) -> str:
        """Name every missing required column at once, each with the ignored heading that looks most like it."""
        names = ", ".join(_with_nearest(self.declared[name], self.ignored) for name in self.missing_required)
        noun = "column is" if len(self.missing_required) == 1 else "columns are"
        return (
            f"this looks like {self.declared.title.lower()}, but {len(self.missing_required)} required {noun} "
            f"missing: {names}. Add what is missing, or start from the template."
        )


def recognise(arrival: "Arrival", confirmed: Confirmed = NONE_CONFIRMED) -> Recognised:
    """Find the extract an arrival's headings belong to, or refuse, naming the nearest and all that it lacks.

    `confirmed` gives headings that an analyst has said to be those of columns.
    """
    headings = {tidy(name): name for name in arrival.rows.columns}
    nearest = max(all_extracts().values(), key=lambda declared: _likeness(declared, headings, confirmed))
    _, share = _likeness(nearest, headings, confirmed)
    recognised = _fed(arrival.where, nearest, headings, arrival.rows, confirmed)
    if nearest.kept_in_office and share >= ENOUGH:
        raise Mendable(
            f"{arrival.where}: these are rows of {nearest.spoken}, which is no file to upload any more: it is kept on "
            f"the page {nearest.kept_in_office}. Take it in there, or with python cli.py action-plan-in."
        )
    if share < ENOUGH:
        if not recognised.fed_by:
            raise Mendable(
                f"{arrival.where}: none of its headings belongs to an extract. Start from one of the templates; the "
                f"headings must stand within the first {FIRST_ROWS} rows."
            )
        raise Mendable(f"{arrival.where}: {recognised.missing_sentence()}")
    return recognised


def columns_of_ours(arrival: "Arrival", confirmed: Confirmed = NONE_CONFIRMED) -> int:
    """Count the columns of an extract that an arrival has, where it has every one that the extract needs; else 0."""
    try:
        recognised = recognise(arrival, confirmed)
    except Mendable:
        return 0
    return 0 if recognised.missing_required else len(recognised.fed_by)


def _likeness(declared: Declared, headings: Mapping[str, str], confirmed: Confirmed) -> tuple[int, float]:
    """Count the columns that are there, then the share of the required ones: few extracts share many headings.

    Whose rows they are tells no extract: where no more is required, any other column does.
    """
    present = {
        column.name
        for column in declared.columns
        if any(name in headings for name in _spellings(declared, column, confirmed))
    }
    required = {column.name for column in declared.columns if column.required}
    people = {column.name for column in declared.columns if isinstance(column, Identifier) and column.of}
    if required <= people:
        return len(present), float(bool(present - people))
    return len(present), len(required & present) / len(required)


def _spellings(declared: Declared, column: Column, confirmed: Confirmed) -> tuple[str, ...]:
    """Return the tidy headings a column arrives under, those last that an analyst has confirmed."""
    headings = confirmed.get(declared.name, {})
    return *spellings(column), *(
        tidy(heading) for heading, column_name in headings.items() if column_name == column.name
    )


def _fed(
    where: str, declared: Declared, headings: Mapping[str, str], rows: pandas.DataFrame, confirmed: Confirmed
) -> Recognised:
    fed_by: dict[str, str] = {}
    for column in declared.columns:
        own, *others = (headings.get(name) for name in _spellings(declared, column, confirmed))
        also = [name for name in others if name]
        if own is None and len(also) > 1:
            listed = " and ".join(f'"{name}"' for name in also)
            raise Mendable(f"{where}: {listed} are both headings for {column.name}. Keep the right one of them.")
        if own or also:
            fed_by[column.name] = own or also[0]
    table = pandas.DataFrame(
        {name: rows[fed_by[name]] if name in fed_by else None for name in declared.column_names},
        index=rows.index,
        dtype=object,
    )
    missing = [column for column in declared.columns if column.name not in fed_by]
    return Recognised(
        declared,
        table,
        fed_by,
        tuple(name for name in rows.columns if name not in fed_by.values()),
        tuple(column.name for column in missing if column.required),
        tuple(column.name for column in missing if not column.required),
    )


def _with_nearest(column: Column, ignored: Sequence[str]) -> str:
    by_tidy = {tidy(name): name for name in ignored}
    close = [near for name in spellings(column) for near in get_close_matches(name, list(by_tidy), 1, 0.75)]
    return f'{column.name} (is it "{by_tidy[close[0]]}"?)' if close else column.name
