"""Several years of one list, combined: a thing that is in two of them is taken from the later one, never twice."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import pandas

from data.arrivals.list_rows import ListRows, rows_of
from data.arrivals.lists import ListArrived
from data.arrivals.origins import Places
from data.codes import collection_year
from data.codes.code_set import year_begins


@dataclass
class Combined:
    """Hold one list, its years combined; `rows` has its columns as text, a day beside each date, and `origin`.

    `origin` is the place in `origins` of the arrival and row that a row came from. `aside` says of an origin why its
    row is not among `rows`; where the reason is one to look at, it is in `stale`, too. `editions` are the arrivals as
    they were read, the oldest first; `years` the first days of the collection years that they are of.
    """

    rows: pandas.DataFrame
    present: set[str]
    editions: tuple[ListRows, ...]
    aside: dict[int, str] = field(default_factory=dict)
    stale: set[int] = field(default_factory=set)
    years: frozenset[date] = frozenset()

    def whole_from(self, month_end: date) -> date:
        """Return the 1 April since which no year is missing up to a month; what is earlier is not vouched for."""
        begins = year_begins(collection_year(month_end))
        while (earlier := begins.replace(year=begins.year - 1)) in self.years:
            begins = earlier
        return begins


def combined(arrived: Sequence[ListArrived], origins: Places, month_end: date) -> Combined:
    """Combine the arrivals of one list; add to `origins` where each row came from.

    A single arrival is taken to be of the month's own year, since whatever was last in it may have been long ago; of
    answers of one year alone no earlier year is whole.
    """
    editions = sorted((rows_of(listing, month_end) for listing in arrived), key=_age)
    frames = [
        edition.table.assign(origin=origins.add(edition.listing, edition.table.index), edition=n)
        for n, edition in enumerate(editions)
    ]
    whole = Combined(
        pandas.concat(frames, ignore_index=True) if len(frames) > 1 else frames[0].reset_index(drop=True),
        {name for listing in arrived for name in listing.fed_by},
        tuple(editions),
    )
    if len(editions) > 1:
        if not editions[-1].listing.listing.yearly:
            whole.years = frozenset(edition.year for edition in editions if edition.year)
        _leave_out(whole, editions[-1].listing, [edition.listing.arrival.where for edition in editions])
    whole.rows = whole.rows.drop(columns="edition")
    return whole


def _age(edition: ListRows) -> tuple[date, str]:
    """Order editions by their year, and by where they stand so that the order they came in says nothing."""
    return edition.year or date.min, edition.listing.arrival.where


def _leave_out(whole: Combined, of: ListArrived, names: Sequence[str]) -> None:
    """Take out what a later year says anew, and what stood open and is in no later year."""
    listing, last = of.listing, len(names) - 1
    keys = [f"{name}_day" if f"{name}_day" in whole.rows else name for name in listing.key]
    # What lacks its key is nobody's later version: it stays, to be found wrong.
    whole_keys = whole.rows[keys].notna().all(axis="columns")
    newest = whole.rows.groupby(keys, dropna=False)["edition"].transform("max").where(whole_keys, whole.rows["edition"])
    is_open = whole.rows[listing.open_until].isna() if listing.open_until else pandas.Series(False, whole.rows.index)
    for name, answer in listing.over_where.items():
        is_open &= whole.rows[name] != answer
    columns = zip(whole.rows["origin"], whole.rows["edition"], newest, is_open, strict=True)
    for origin, edition, later, still_open in columns:
        if edition < later:
            whole.aside[origin] = f"{names[int(later)]} has it too, and the later one is taken."
        elif edition < last and listing.yearly:
            whole.aside[origin] = f"its answers are of an earlier year; those of {names[last]} are taken."
        elif edition < last and still_open:
            whole.aside[origin] = (
                f"it was open when this was made, and {names[edition + 1]} does not have it, so it was left out. "
                "Check that it was corrected since."
            )
            whole.stale.add(origin)
    whole.rows = whole.rows.loc[~whole.rows["origin"].isin(list(whole.aside))].reset_index(drop=True)
