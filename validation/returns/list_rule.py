"""A rule of DfE's on the lists of a return: front matter, and SQL that returns the rows that break it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from data.returns.declaration import WRITTEN, Listing, all_returns
from validation.rules.question import Between
from validation.rules.severity import QUERY

FOLDER = Path(__file__).parent
DERIVED = "derived.sql"
"""The file of a return's folder that makes, of its lists, the tables that several rules ask."""


@dataclass(frozen=True, kw_only=True)
class ListRule:
    """Declare what DfE's rule of a number demands of the rows of lists.

    `at` names the column to look at, as `list.column`, in each list that may have rows that break it. `reads` names
    the columns without which nothing is to be said: a rule is asked where they arrived, and one of `at`. `of_the_year`
    marks what is said of the return of one year as a whole, and so neither of several years together nor of our own
    extracts, which go by months. `since` is the first day of the collection year in which the rule began, `until` the
    last of that in which it ended.
    """

    number: str
    at: tuple[str, ...]
    name: str
    sentence: str
    sql: str
    reads: tuple[str, ...] = ()
    severity: str = QUERY
    of_the_year: bool = False
    since: date = date.min
    until: date = date.max

    @cached_property
    def columns(self) -> dict[str, str]:
        """Return the column to look at, by list."""
        return dict(_parts(place) for place in self.at)

    @property
    def places(self) -> list[tuple[str, str]]:
        """Return the columns without which it is not asked, each with its list."""
        return [_parts(place) for place in (*self.at, *self.reads)]

    def asked_of(self, present: Mapping[str, set[str]], month_end: date) -> bool:
        """Tell whether the columns that are there, by list, are all that it takes in the year of a month."""
        there = [column in present.get(name, ()) for name, column in map(_parts, self.at)]
        read = [column in present.get(name, ()) for name, column in map(_parts, self.reads)]
        return self.is_of(month_end) and any(there) and all(read)

    def is_of(self, month_end: date) -> bool:
        """Tell whether it is a rule of the year of a month."""
        return self.since <= month_end <= self.until

    def lacking(self, present: Mapping[str, set[str]]) -> list[tuple[str, str]]:
        """Return the columns for want of which it is not asked, each with its list."""
        at, read = ([_parts(place) for place in places] for places in (self.at, self.reads))
        missing = [(name, column) for name, column in read if column not in present.get(name, ())]
        return missing if any(column in present.get(name, ()) for name, column in at) else [*at, *missing]

    @property
    def question(self) -> Between:
        """Return it as a question of the lists, whose `row` is the `origin` of a row of one."""
        return Between(f"{self.at[0]}.{self.name}", self.severity, self.sentence, self.sql, self.number)


@cache
def list_rules(name: str) -> tuple[ListRule, ...]:
    """Gather the rules of a return, in the order of their numbers; none where it has no folder here."""
    paths = sorted((FOLDER / name).glob("*.sql"))
    return tuple(read_rule(path, all_returns()[name].lists) for path in paths if path.name != DERIVED)


def read_rule(path: Path, lists: Mapping[str, Listing]) -> ListRule:
    """Read a rule.

    Raises:
        TypeError: where it begins without front matter, or names a list or column that the return has not.
    """
    place = f"validation/returns/{path.parent.name}/{path.name}"
    written = WRITTEN.fullmatch(path.read_text(encoding="utf-8"))
    if written is None:
        raise TypeError(f"{place}: begin with front matter between /* and */")
    front = tomllib.loads(written["front"])
    listed = {name: tuple(front.get(name, ())) for name in ("at", "reads")}
    rule = ListRule(**{**front, **listed, "number": path.stem, "sql": written["sql"].strip()})
    for name, column in map(_parts, (*rule.at, *rule.reads)):
        if name not in lists or column not in lists[name].columns:
            raise TypeError(f"{place}: {name}.{column} is no column of a list")
    return rule


def _parts(place: str) -> tuple[str, str]:
    name, _, column = place.partition(".")
    return name, column
