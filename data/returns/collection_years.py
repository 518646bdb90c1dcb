"""The years of DfE's collections that are known here, each with the day by which its return is to be sent."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from data.codes.code_set import year_begins, year_ends
from data.errors import Mendable

YEARS = Path(__file__).with_suffix(".toml")
NAMES = {"ssda903": "SSDA903 return", "cin": "CIN census"}
"""The collections that go by years, as they are named where one is asked for, and as people call them."""


@dataclass(frozen=True)
class CollectionYear:
    """Hold one year of a collection, written 2026/27; `read_at` is where the day was read, if it was."""

    collection: str
    year: str
    due: date
    source: str
    read_at: str = ""

    @property
    def title(self) -> str:
        """Name the return, with its year."""
        return f"{NAMES[self.collection]} {self.year}"

    @property
    def begins(self) -> date:
        """Return its first day."""
        return year_begins(self.year)

    @property
    def ends(self) -> date:
        """Return its last day."""
        return year_ends(self.year)

    def countdown(self, today: date) -> str:
        """Say by when it is to be sent, and in how many days."""
        days = (self.due - today).days
        when = f"in {days} days" if days > 1 else "tomorrow" if days == 1 else "today" if days == 0 else "which is over"
        return f"To be sent by {self.due.day} {self.due:%B %Y}, {when}."

    @property
    def how_known(self) -> str:
        """Say whether the day by which it is to be sent is DfE's own, and where it was read."""
        if self.read_at:
            return f"That day was read at its source: {self.read_at}. {self.source}"
        return f"DfE's own day for {self.year} could not be read; this one is ours: {self.source}"


@cache
def years_of(collection: str) -> Mapping[str, CollectionYear]:
    """Return the years of a collection that are known, the earliest first."""
    written = tomllib.loads(YEARS.read_text(encoding="utf-8")).get(collection, {})
    return {year: CollectionYear(collection, year, **about) for year, about in sorted(written.items())}


def year_asked(collection: str, year: str) -> CollectionYear:
    """Return the year of a collection that is asked for.

    Raises:
        Mendable: where the collection or its year is not known.
    """
    if collection not in NAMES:
        raise Mendable(f'There is no return "{collection}". Use one of {", ".join(NAMES)}.')
    years = years_of(collection)
    if year not in years:
        first, *_, last = years
        raise Mendable(
            f'"{year}" is no year of the {NAMES[collection]} that is known here. Write one of {first} to {last}, '
            f"such as {last}."
        )
    return years[year]
