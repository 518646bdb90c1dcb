"""What a return is: lists known by their headings, and how each extract is made of them."""

import importlib
import pkgutil
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType

from data.codes import CodeSet
from data.heading_spelling import tidy
from data.returns.list_columns import Answer, Day, ListColumn

NONE_CONFIRMED: Mapping[str, str] = MappingProxyType({})
WRITTEN = re.compile(r"\s*/\*(?P<front>.*?)\*/(?P<sql>.*)", re.DOTALL)
LAST_SELECT = re.compile(r"^select\n(?P<columns>.*?)^from ", re.MULTILINE | re.DOTALL)
READ = re.compile(r'\b(?:from|join)\s+"?(\w+)"?', re.IGNORECASE)
TABLE = re.compile(r"^create table (?P<name>\w+) as\n(?P<sql>.*?);$", re.MULTILINE | re.DOTALL)
DERIVED = "derived.sql"
"""Beside the extracts of a return: the macros and tables, made of its lists, that several of them are made with."""
COLUMN_ENDS = re.compile(r",$\n(?= {4}\S)", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class Listing:
    """Declare one list of a return: its columns, each with what it holds, and what the list is known by.

    `known_by` names the columns that must all be there. `key` tells a thing of the list from another, so that several
    years can be combined; `open_until` is the date a thing has when it is over, and `over_where` gives answers of one
    that never was open. Where `yearly`, the answers are of one year alone, and those of earlier years are left out.
    What is `looked_up` tells more of the rows of other lists: nothing is missed where nothing was made of some of its
    rows, and something is where nothing was made of any. `as_of` names the column of the day of which all of it tells.
    """

    title: str
    columns: Mapping[str, ListColumn]
    known_by: Sequence[str]
    key: Sequence[str] = ()
    open_until: str = ""
    over_where: Mapping[str, str] = field(default_factory=dict)
    yearly: bool = False
    looked_up: bool = False
    as_of: str = ""

    @property
    def days(self) -> tuple[str, ...]:
        """Name the columns that hold days."""
        return tuple(name for name, column in self.columns.items() if isinstance(column, Day))

    @property
    def answers(self) -> tuple[str, ...]:
        """Name the columns that hold answers of a closed set."""
        return tuple(name for name, column in self.columns.items() if isinstance(column, Answer))

    @cached_property
    def _spellings(self) -> dict[str, tuple[str, ...]]:
        """Return the headings of each column, tidied."""
        return {name: tuple(map(tidy, column.headings)) for name, column in self.columns.items()}

    def column_called(self, name: str) -> str | None:
        """Return the column that a person means by its own name or by one of its headings."""
        called = tidy(name)
        return next(
            (column for column, headings in self._spellings.items() if called in (tidy(column), *headings)),
            None,
        )

    def fed_by(self, headings: Sequence[str], confirmed: Mapping[str, str] = NONE_CONFIRMED) -> dict[str, str]:
        """Return the columns that are there, each with the heading under which it arrived.

        `confirmed` gives headings that an analyst has said to be those of columns; they stand behind its own.
        """
        arrived = {tidy(heading): heading for heading in headings}
        spellings = dict(self._spellings)
        for heading, column in confirmed.items():
            spellings[column] = (*spellings[column], tidy(heading))
        return {
            column: next(arrived[name] for name in names if name in arrived)
            for column, names in spellings.items()
            if not arrived.keys().isdisjoint(names)
        }


@dataclass(frozen=True, kw_only=True)
class Making:
    """Hold how an extract is made of lists: the SQL, how far back that makes it whole, and what is lost.

    `whole` is "always", "month end", "6 months" and the like, or "1 April" for a return of a year. `needs` names the
    lists without which nothing is made; any other list of the SQL may be missing. `may_be_blank` names columns that
    our own layout requires and that the lists do not tell of every row. `held_in` says where a column stands that is
    not named as it is in a line of the select: in columns of lists, as `list.column`, or of the extract; by the row's
    kind where rows of several kinds stand in columns of their own.
    """

    extract: str
    sql: str
    whole: str
    needs: Sequence[str] = ()
    may_be_blank: Sequence[str] = ()
    held_in: Mapping[str, list[str] | Mapping[str, list[str]]] = field(default_factory=dict)
    loses: str = ""

    @cached_property
    def names_read(self) -> tuple[str, ...]:
        """Return the names that the SQL reads from: of lists, of derived tables, and its own."""
        return tuple(READ.findall(self.sql))

    @cached_property
    def given(self) -> dict[str, str]:
        """Return the columns that are made, each with the words of SQL that make it: one to a line of the select."""
        columns = [match["columns"] for match in LAST_SELECT.finditer(self.sql)][-1]
        parts = [part.strip().rpartition(" as ") for part in COLUMN_ENDS.split(columns)]
        return {column.rpartition(".")[2]: how or column for how, _, column in parts}

    def taken_from(self, column: str, listing: Listing) -> str | None:
        """Return the column of a list that a column of the extract is taken from as it is, if it is."""
        name = self.given.get(column, "").rpartition(".")[2].strip('"')
        return name if name in listing.columns else None


@dataclass(frozen=True, kw_only=True)
class Return:
    """Declare a return: its title, its lists by name, and whether several years of it may be given at once.

    Where two returns in one upload make the same extract, the one of the lower `precedence` number makes it. `answers`
    says how it writes the answers of a closed set for which it has other signs than our codes. `derived` is SQL of
    tables made of the lists, that extracts are made with. `passed_over` names the tables that are known and not read,
    each by a heading that no other has.
    """

    title: str
    lists: Mapping[str, Listing]
    precedence: int
    years: bool = False
    answers: Mapping[CodeSet, Mapping[str, str]] = field(default_factory=dict)
    makings: tuple[Making, ...] = ()
    derived: str = ""
    passed_over: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def behind(self) -> dict[str, set[str]]:
        """Return the lists behind each name that SQL reads: a list's own, and those of each derived table."""
        behind = {name: {name} for name in self.lists}
        for match in TABLE.finditer(self.derived):
            behind[match["name"]] = set().union(*(behind.get(name, set()) for name in READ.findall(match["sql"])))
        return behind


def lists_of(making: Making, of: Return) -> set[str]:
    """Return the lists that a making reads, by themselves or in tables derived of them."""
    return set().union(*(of.behind.get(name, set()) for name in making.names_read))


@cache
def all_returns() -> dict[str, Return]:
    """Gather every return declared in this folder, by name, those that take precedence first."""
    folder = Path(__file__).parent
    returns: dict[str, Return] = {}
    for module in pkgutil.iter_modules([str(folder)]):
        if module.ispkg:
            declared: Return = importlib.import_module(f"data.returns.{module.name}").RETURN
            paths = {path.name: path for path in sorted((folder / module.name).glob("*.sql"))}
            derived = paths.pop(DERIVED).read_text(encoding="utf-8") if DERIVED in paths else ""
            makings = tuple(map(_making, paths.values()))
            returns[module.name] = replace(declared, makings=makings, derived=derived)
    return dict(sorted(returns.items(), key=lambda pair: pair[1].precedence))


@cache
def all_lists() -> dict[str, tuple[Return, str]]:
    """Return every list of every return under the name by which headings of it are confirmed: ssda903.episodes."""
    return {f"{key}.{name}": (of, name) for key, of in all_returns().items() for name in of.lists}


@cache
def return_headings() -> frozenset[str]:
    """Return every heading of every list, tidied."""
    return frozenset(
        tidy(heading)
        for declaration in all_returns().values()
        for listing in declaration.lists.values()
        for column in listing.columns.values()
        for heading in column.headings
    ) | {tidy(heading) for declaration in all_returns().values() for heading in declaration.passed_over}


def _making(path: Path) -> Making:
    written = WRITTEN.fullmatch(path.read_text(encoding="utf-8"))
    if written is None:
        raise TypeError(f"data/returns/{path.parent.name}/{path.name}: begin with front matter between /* and */")
    return Making(extract=path.stem, sql=written["sql"].strip(), **tomllib.loads(written["front"]))
