"""Published rows of extracts, opened as a file's are, and which of them a return of the year would hold."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import pandas

from data.arrivals import Arrival, Recognised
from data.extract import Declared
from data.extracts import all_extracts
from data.returns.collection_years import CollectionYear
from data.returns.declaration import Listing, all_returns
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
        files = list(self.files.values())
        if collection not in JUDGED_ALONE:
            return files
        years = [self.of_the_year[name] for name in self.files]
        return [
            replace(file, table=file.table.loc[file.table.index.isin(rows)])
            for file, rows in zip(files, years, strict=True)
        ]

    def team_of(self, extract: str, row: int) -> str:
        """Return the team of a row: its own, or that which has the child at the month end."""
        table = self.files[extract].table
        own = table["team"].get(row) if "team" in table else None
        if isinstance(own, str):
            return own
        child = table["child_id"].get(row) if "child_id" in table else None
        return self._teams.get(str(child), NO_TEAM)

    def children_of(self, places: Iterable[tuple[str, int]]) -> set[str]:
        """Return the children of some rows, each of an extract."""
        return {str(self.files[extract].table["child_id"].get(row)) for extract, row in places}

    def day_of(self, extract: str, row: int) -> date | None:
        """Return the day of a row: when it began, or happened."""
        declared, table = all_extracts()[extract], self.files[extract].table
        for name in (declared.open_between[0], declared.dated_by):
            if name in table and not pandas.isna(table[name].get(row)):
                return pandas.Timestamp(table[name][row]).date()
        return None

    @cached_property
    def _teams(self) -> dict[str, str]:
        """Return the team of each child; of several, the first by name."""
        teams: dict[str, str] = {}
        for name in TEAM_OF_CHILD:
            if name in self.files:
                known = self._open_rows(name).dropna(subset=["child_id", "team"])
                for child, team in known.groupby("child_id")["team"].min().items():
                    teams.setdefault(str(child), str(team))
        return teams

    def _open_rows(self, name: str) -> pandas.DataFrame:
        """Return the rows of an extract that are open at the month end."""
        table, (_, until) = self.files[name].table, all_extracts()[name].open_between
        return table.loc[table[until].isna() | (table[until] > pandas.Timestamp(self.month_end))]


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
        rows = {name: table.loc[table["child_id"].isin(children)] for name, table in rows.items()}
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
    lists, listings = lists_from_extracts(year.collection), all_returns()[year.collection].lists
    rows, children = {}, set()
    for name, file in files.items():
        as_list = lists.get(name)
        lies = _lies_in_the_year(file, year, month_end, as_list, listings[as_list.name] if as_list else None)
        if lies is not None:
            rows[name] = frozenset(map(int, file.table.index[lies]))
            children |= set(file.table.loc[lies, "child_id"].dropna())
    undated = {name: file.table for name, file in files.items() if name not in rows}
    return rows | {
        name: frozenset(map(int, table.index[table["child_id"].isin(children)])) for name, table in undated.items()
    }


def _lies_in_the_year(
    file: Opened, year: CollectionYear, month_end: date, as_list: AsList | None, listing: Listing | None
) -> pandas.Series | None:
    """Tell of each row whether it was going on, or happened, on a day of the year up to the month end."""
    declared, table = file.declared, file.table
    only = next((listed.day for listed in held_lists(year.collection).values() if listed.extract == declared.name), "")
    first, last = pandas.Timestamp(year.begins), pandas.Timestamp(min(month_end, year.ends))
    begin, until = declared.open_between
    if only:
        return table[only].isna() | table[only].between(first, last)
    if begin in table:
        over = table[until] if until in table else table[begin]
        ended_at_once = _ended_at_once(table, as_list, listing)
        over = over.where(~(over.isna() & ended_at_once), table[begin])
        return (table[begin].isna() | (table[begin] <= last)) & (over.isna() | (over >= first))
    if declared.dated_by in table:
        return table[declared.dated_by].between(first, last)
    return None


def _ended_at_once(table: pandas.DataFrame, as_list: AsList | None, listing: Listing | None) -> pandas.Series:
    """Tell of each row whether one of its answers says that it never was open, by the declaration of its list."""
    never = pandas.Series(False, table.index)
    for name, answer in (listing.over_where if listing else {}).items():
        if as_list and name in as_list.columns:
            never |= table[as_list.columns[name]].eq(answer).fillna(False).astype(bool)
    return never
