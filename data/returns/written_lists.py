"""Lists of a return written from the extracts that are held for a month: what can be, and which columns cannot."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

import pandas

from data.months import first_day_of_months_to
from data.returns.declaration import Return, all_returns
from data.returns.list_columns import Answer, Day

HELD = "held.toml"
"""The file of a return's folder that says which extract each of its lists is written from."""
OF_A_CHILD = {"sex": "sex", "ethnicity": "ethnicity", "dob": "date_of_birth", "uasc": "unaccompanied"}
WORKED_OUT = ("age", "disability")
"""Columns of a child that are worked out of the extract of children: the years of age, and whether disabled."""
NONE = "NONE"


@dataclass(frozen=True)
class HeldList:
    """Say which extract a list is written from, its columns by ours, and which rows stand in it."""

    extract: str
    columns: Mapping[str, str]
    day: str = ""
    until: str = ""
    months: int = 0
    latest: str = ""
    but: Mapping[str, str] = field(default_factory=dict)


@cache
def held_lists(of: str = "annex_a") -> dict[str, HeldList]:
    """Return how the lists of a return are written, by the list's name; of one that nothing is said of, none."""
    path = Path(__file__).parent / of / HELD
    written = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return {name: HeldList(**held) for name, held in written.items()}


def annex_a() -> Return:
    """Return the declaration of Annex A."""
    return all_returns()["annex_a"]


def columns_lacking(name: str) -> list[str]:
    """Return the headings of a list that nothing held can fill, in their order."""
    columns = annex_a().lists[name].columns
    filled = held_lists()[name].columns.keys()
    of_a_child = {*OF_A_CHILD, *WORKED_OUT} if "child" in filled else set()
    return [column.headings[0] for key, column in columns.items() if key not in filled | of_a_child]


def list_written(name: str, rows: pandas.DataFrame, children: pandas.DataFrame, month: date) -> pandas.DataFrame:
    """Write a list as of a month end under its own headings, in the words of the return.

    `rows` are those that stand for the month of the list's extract, and `children` those of the children; a column that
    nothing fills is blank.
    """
    held, columns = held_lists()[name], annex_a().lists[name].columns
    rows = _standing(held, rows, month)
    people = children.drop_duplicates("child_id").set_index("child_id")
    cells = {}
    for key, column in columns.items():
        if key in held.columns:
            values = rows[held.columns[key]]
        elif "child" in held.columns and key in (*OF_A_CHILD, *WORKED_OUT):
            values = _of_child(key, people, month).reindex(rows["child_id"]).set_axis(rows.index)
        else:
            values = pandas.Series(None, rows.index, "object")
        if isinstance(column, Day):
            values = pandas.to_datetime(values).dt.strftime("%d/%m/%Y")
        if isinstance(column, Answer):
            values = values.map(_words(column))
        cells[column.headings[0]] = values.astype(object).where(values.notna(), None)
    return pandas.DataFrame(cells, index=rows.index).reset_index(drop=True)


def _standing(held: HeldList, rows: pandas.DataFrame, month: date) -> pandas.DataFrame:
    """Return the rows that stand in a list on a month end."""
    last = pandas.Timestamp(month)
    first = pandas.Timestamp(first_day_of_months_to(month, held.months)) if held.months else None
    for name, answer in held.but.items():
        rows = rows.loc[rows[name].ne(answer)]
    if held.day:
        days = pandas.to_datetime(rows[held.day])
        rows = rows.loc[days.between(first, last)]
    if held.until:
        over = pandas.to_datetime(rows[held.until])
        rows = rows.loc[over.isna() | (over >= first)]
    if held.latest:
        rows = rows.sort_values([held.latest, *held.columns.values()]).drop_duplicates("child_id", keep="last")
    return rows


def _of_child(key: str, people: pandas.DataFrame, month: date) -> pandas.Series:
    """Return a column of what children are, by their identifier."""
    if key in OF_A_CHILD:
        return pandas.Series(people[OF_A_CHILD[key]])
    if key == "disability":
        known = pandas.Series(people["disability"])
        return pandas.Series(known.map(lambda codes: "N" if codes == NONE else "Y", na_action="ignore"))
    born = pandas.to_datetime(people["date_of_birth"])
    had_birthday = (born.dt.month * 100 + born.dt.day) <= month.month * 100 + month.day
    years = month.year - born.dt.year - (~had_birthday).astype(int)
    return years.where(born.notna() & (years >= 0)).astype("Int64")


def _words(column: Answer):
    """Return what writes a code in the words of the return; a code that it has no words for stays a code."""
    words = annex_a().answers.get(column.allowed, {})
    return lambda code: words.get(code, code) if isinstance(code, str) else None
