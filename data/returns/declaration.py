"""What a return is: lists known by their headings, and how each extract is made of them."""

import importlib
import pkgutil
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from data.heading_spelling import tidy
from data.returns.list_columns import Day, ListColumn

WRITTEN = re.compile(r"\s*/\*(?P<front>.*?)\*/(?P<sql>.*)", re.DOTALL)
LAST_SELECT = re.compile(r"^select\n(?P<columns>.*?)^from ", re.MULTILINE | re.DOTALL)
COLUMN_ENDS = re.compile(r",$\n(?= {4}\S)", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class Listing:
    """Declare one list of a return: its columns, each with what it holds, and what the list is known by.

    `known_by` names the columns that must all be there. `key` tells a thing of the list from another, so that several
    years can be combined; `open_until` is the date a thing has when it is over. Where `yearly`, the answers are of one
    year alone, and those of earlier years are left out.
    """

    title: str
    columns: Mapping[str, ListColumn]
    known_by: Sequence[str]
    key: Sequence[str] = ()
    open_until: str = ""
    yearly: bool = False

    @property
    def days(self) -> tuple[str, ...]:
        """Name the columns that hold days."""
        return tuple(name for name, column in self.columns.items() if isinstance(column, Day))

    def fed_by(self, headings: Sequence[str]) -> dict[str, str]:
        """Return the columns that are there, each with the heading under which it arrived."""
        arrived = {tidy(heading): heading for heading in headings}
        spellings = {name: [tidy(heading) for heading in column.headings] for name, column in self.columns.items()}
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
    our own layout requires and that the lists do not tell of every row.
    """

    extract: str
    sql: str
    whole: str
    needs: Sequence[str] = ()
    may_be_blank: Sequence[str] = ()
    loses: str = ""

    @property
    def given(self) -> dict[str, str]:
        """Return the columns that are made, each with the words of SQL that make it: one to a line of the select."""
        columns = [match["columns"] for match in LAST_SELECT.finditer(self.sql)][-1]
        parts = [part.strip().rpartition(" as ") for part in COLUMN_ENDS.split(columns)]
        return {column.rpartition(".")[2]: how or column for how, _, column in parts}


@dataclass(frozen=True, kw_only=True)
class Return:
    """Declare a return: its title, its lists by name, and whether several years of it may be given at once.

    Where two returns in one upload make the same extract, the one of the lower `precedence` number makes it.
    """

    title: str
    lists: Mapping[str, Listing]
    precedence: int
    years: bool = False
    makings: tuple[Making, ...] = ()


@cache
def all_returns() -> dict[str, Return]:
    """Gather every return declared in this folder, by name, those that take precedence first."""
    folder = Path(__file__).parent
    returns: dict[str, Return] = {}
    for module in pkgutil.iter_modules([str(folder)]):
        if module.ispkg:
            declared: Return = importlib.import_module(f"data.returns.{module.name}").RETURN
            makings = tuple(_making(path) for path in sorted((folder / module.name).glob("*.sql")))
            returns[module.name] = Return(**{**vars(declared), "makings": makings})
    return dict(sorted(returns.items(), key=lambda pair: pair[1].precedence))


@cache
def return_headings() -> frozenset[str]:
    """Return every heading of every list, tidied."""
    return frozenset(
        tidy(heading)
        for declaration in all_returns().values()
        for listing in declaration.lists.values()
        for column in listing.columns.values()
        for heading in column.headings
    )


def _making(path: Path) -> Making:
    written = WRITTEN.fullmatch(path.read_text(encoding="utf-8"))
    if written is None:
        raise TypeError(f"data/returns/{path.parent.name}/{path.name}: begin with front matter between /* and */")
    return Making(extract=path.stem, sql=written["sql"].strip(), **tomllib.loads(written["front"]))
