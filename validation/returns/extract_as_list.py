"""Our own extracts, looked at as the lists of a return: what a list makes of them, read backwards."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import pandas

from data.returns.declaration import Listing, Making, Return, all_returns, lists_of
from data.returns.written_lists import held_lists

PLAIN = re.compile(r"(?:(?P<list>\w+)\.)?(?P<column>\w+)")


@dataclass(frozen=True)
class AsList:
    """Say which list an extract can stand for, and which of its columns is which of the list's.

    `filled` names those of the list's that hold anything, where only some of the rows are looked at.
    """

    name: str
    columns: Mapping[str, str]
    filled: frozenset[str] | None = None

    def present_in(self, rows: pandas.DataFrame, listing: Listing) -> set[str]:
        """Return which columns of the list are there: what is blank throughout is not, but for days, which may be."""
        if self.filled is not None:
            return {name for name in self.columns if name in listing.days or name in self.filled}
        return {name for name in self.columns if name in listing.days or not all(rows[name].isna())}

    def rows_of(self, table: pandas.DataFrame, listing: Listing) -> pandas.DataFrame:
        """Lay the typed rows of the extract out as the list, a day beside each date."""
        columns: dict[str, object] = {}
        for name in listing.columns:
            values = table[self.columns[name]] if name in self.columns else pandas.Series(None, table.index, "str")
            if name not in listing.days:
                columns[name] = pandas.array(list(values.astype("str")), dtype="str")
                continue
            days = pandas.to_datetime(values)
            columns[name] = pandas.array(list(days.dt.strftime("%d/%m/%Y")), dtype="str")
            columns[f"{name}_day"] = days.to_numpy()
        columns |= {f"{name}_written": pandas.array([None] * len(table), dtype="str") for name in listing.answers}
        return pandas.DataFrame(columns)


@cache
def extracts_as_lists(name: str) -> dict[str, AsList]:
    """Return, by extract, the list of a return that it can stand for: every column the list is known by is copied."""
    of = all_returns()[name]
    pairs = ((making, _as_list(making, of)) for making in of.makings)
    return {making.extract: as_list for making, as_list in pairs if as_list is not None}


@cache
def lists_from_extracts(name: str) -> dict[str, AsList]:
    """Return, by extract, the list of a return that it tells for a month: as copied, or as declared in held.toml."""
    declared = {held.extract: AsList(listing, held.columns) for listing, held in held_lists(name).items()}
    return {**extracts_as_lists(name), **declared}


def _as_list(making: Making, of: Return) -> AsList | None:
    read = lists_of(making, of)
    copied: dict[str, dict[str, str]] = {name: {} for name in read}
    for column, words in making.given.items():
        plain = PLAIN.fullmatch(words)
        place = (plain["list"] or next(iter(read))) if plain else ""
        if plain and place in read and plain["column"] in of.lists[place].columns:
            copied[place].setdefault(plain["column"], column)
    whole = (
        AsList(name, columns) for name, columns in copied.items() if set(of.lists[name].known_by) <= columns.keys()
    )
    return next(whole, None)
