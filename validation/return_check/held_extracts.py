"""Published rows of extracts, opened as a file's are, and which of them a return of the year would hold."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

import pandas

from data.arrivals import Arrival, Recognised
from data.extract import Declared
from data.extracts import all_extracts
from data.returns.collection_years import CollectionYear
from data.returns.declaration import all_returns
from data.returns.written_lists import held_lists
from validation.files.against_published import Published
from validation.files.opened_table import Opened
from validation.returns.extract_as_list import AsList, lists_from_extracts
from validation.rows.across_extracts import as_typed

NO_TEAM = "team not known"
TEAM_OF_CHILD = ("looked_after_children", "child_protection_plans", "cin_plans", "referrals")
"""The extracts by which a child's team is known where a row names none, the first that knows it."""
JUDGED_ALONE = ("cin",)
"""Collections of which DfE looks at one year by itself; beside any other it has the return of the year before."""


@dataclass(frozen=True, eq=False)
class HeldExtracts:
    """Hold the extracts of a return as they stand for a month, by name, and the numbers of the rows of its year.

    `lists` says, by extract, which list each tells and which of its columns hold anything in any row.
    """

    files: Mapping[str, Opened]
    lists: Mapping[str, AsList]
    of_the_year: Mapping[str, frozenset[int]]
    month_end: date

    def as_lists(self, collection: str) -> list[Opened]:
        """Return the extracts as the lists of a return are looked at: beside those of the year before, or alone."""
        if collection not in JUDGED_ALONE:
            return list(self.files.values())
        return [
            replace(file, table=file.table.loc[[int(row) in self.of_the_year[name] for row in file.table.index]])
            for name, file in self.files.items()
        ]

    def rows_of(self, extract: str) -> pandas.DataFrame | None:
        """Return the rows of an extract, which may be none that are looked for, or None where it is not published."""
        return self.files[extract].table if extract in self.files else None

    def team_of(self, extract: str, row: int) -> str:
        """Return the team of a row: its own, or that which has the child at the month end."""
        if own := self._values(extract, "team").get(row):
            return str(own)
        return self._teams.get(self.child_of(extract, row), NO_TEAM)

    def child_of(self, extract: str, row: int) -> str:
        """Return whom a row of an extract is about; nothing where it names no child."""
        return str(self._values(extract, "child_id").get(row, ""))

    def day_of(self, extract: str, row: int) -> date | None:
        """Return the day of a row: when it began, or happened."""
        declared = all_extracts()[extract]
        days = (self._values(extract, name).get(row) for name in (declared.open_between[0], declared.dated_by))
        return next((day.date() for day in days if day is not None), None)

    def _values(self, extract: str, name: str) -> dict[int, Any]:
        """Return what stands in a column of an extract, by row, looked at once; nothing where it has none."""
        if (extract, name) not in self._columns:
            file = self.files[extract]
            self._columns[extract, name] = file.values_of(name) if name in file.table else {}
        return self._columns[extract, name]

    @cached_property
    def _columns(self) -> dict[tuple[str, str], dict[int, Any]]:
        return {}

    @cached_property
    def _teams(self) -> dict[str, str]:
        """Return the team of each child; of several, the first by name."""
        teams: dict[str, str] = {}
        for name in TEAM_OF_CHILD:
            if name in self.files:
                of_children: dict[str, set[str]] = defaultdict(set)
                for child, team in self._open_rows(name):
                    of_children[child].add(team)
                teams = {child: min(several) for child, several in of_children.items()} | teams
        return teams

    def _open_rows(self, name: str) -> Iterator[tuple[str, str]]:
        """Give the child and the team of each row of an extract that is open at the month end."""
        file, (_, until) = self.files[name], all_extracts()[name].open_between
        children, ends = file.values_of("child_id"), file.values_of(until)
        for row, team in file.values_of("team").items():
            if row in children and (row not in ends or ends[row].date() > self.month_end):
                yield str(children[row]), str(team)


def extracts_of(collection: str) -> list[str]:
    """Name the extracts that a return makes, which are what is looked at in its place between two returns."""
    return list(dict.fromkeys(making.extract for making in all_returns()[collection].makings))


def held_extracts(
    year: CollectionYear, month_end: date, published: Published, children: Collection[str] | None = None
) -> HeldExtracts:
    """Open what is published for a month of what a return makes; an extract that is not published is not there.

    Where only some `children` are looked for, the rows of the others are left out.
    """
    tables = ((name, published(name)) for name in extracts_of(year.collection))
    rows = {name: table for name, table in tables if table is not None}
    lists = lists_from_extracts(year.collection)
    filled = {name: _filled(lists[name], table) for name, table in rows.items() if name in lists}
    if children is not None:
        rows = {name: table.loc[table["child_id"].isin(list(children))] for name, table in rows.items()}
    files = {name: _opened(all_extracts()[name], table) for name, table in rows.items()}
    return HeldExtracts(files, filled, _of_the_year(year, month_end, files), month_end)


def _filled(as_list: AsList, table: pandas.DataFrame) -> AsList:
    """Say of a list which of its columns hold anything."""
    holding = set(table.columns[table.notna().any()])
    return replace(as_list, filled=frozenset(name for name, column in as_list.columns.items() if column in holding))


def _opened(declared: Declared, rows: pandas.DataFrame) -> Opened:
    """Open published rows, numbered from 1, as a file's are."""
    numbered = rows.set_axis(range(1, len(rows) + 1))
    table = as_typed(declared.name, numbered).drop(columns="row_number")
    arrival = Arrival(declared.title, "", numbered, 0)
    return Opened(arrival, Recognised(declared, numbered, {}, (), (), ()), table, {}, "")


def _of_the_year(year: CollectionYear, month_end: date, files: Mapping[str, Opened]) -> dict[str, frozenset[int]]:
    """Return the rows that the year's return would hold; what has no days of its own goes by its children."""
    lists = lists_from_extracts(year.collection)
    spans = {name: _days_of(file, year.collection, lists.get(name)) for name, file in files.items()}
    first, last = year.begins, min(month_end, year.ends)
    rows = {
        name: frozenset(row for row, (begins, ends) in days.items() if begins <= last and ends >= first)
        for name, days in spans.items()
        if days is not None
    }
    child_of = {name: file.values_of("child_id") for name, file in files.items()}
    children = {child for name, lying in rows.items() for row, child in child_of[name].items() if row in lying}
    undated = child_of.keys() - rows.keys()
    return rows | {
        name: frozenset(row for row, child in child_of[name].items() if child in children) for name in undated
    }


def _days_of(file: Opened, collection: str, as_list: AsList | None) -> dict[int, tuple[date, date]] | None:
    """Return the first and the last day of each row, as far as they are told; None of an extract without days."""
    declared, rows = file.declared, [int(row) for row in file.table.index]
    begin, until = declared.open_between
    only = _only_day(collection, declared.name)
    if only or begin not in file.table:
        day = only or declared.dated_by
        if day not in file.table:
            return None
        days = {row: (happened.date(), happened.date()) for row, happened in file.values_of(day).items()}
        return days if not only else dict.fromkeys(rows, (date.min, date.max)) | days
    begins, ends = file.values_of(begin), file.values_of(until) if until in file.table else {}
    at_once = _over_at_once(file, collection, as_list)
    return {
        row: (
            begins[row].date() if row in begins else date.min,
            ends[row].date() if row in ends else begins[row].date() if row in at_once & begins.keys() else date.max,
        )
        for row in rows
    }


def _only_day(collection: str, extract: str) -> str:
    """Return the day by which alone a row is in a return or not, where one is declared."""
    return next((listed.day for listed in held_lists(collection).values() if listed.extract == extract), "")


def _over_at_once(file: Opened, collection: str, as_list: AsList | None) -> set[int]:
    """Return the rows of which an answer says that they never were open, by the declaration of their list."""
    if as_list is None:
        return set()
    answers = all_returns()[collection].lists[as_list.name].over_where
    columns = {as_list.columns[name]: answer for name, answer in answers.items() if name in as_list.columns}
    return {
        row for column, answer in columns.items() for row, value in file.values_of(column).items() if value == answer
    }
