"""Several years of one list, combined: a thing that is in two of them is taken from the later one, never twice."""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date

import pandas

from data.arrivals.days import read_date
from data.arrivals.lists import ListArrived
from data.arrivals.typed_values import tidy_text
from data.codes import collection_year
from data.codes.code_set import year_begins

YEAR = re.compile(r"(?<!\d)20(\d\d)(?!\d)")


@dataclass
class Combined:
    """Hold one list, its years combined; `rows` has its columns as text, a day beside each date, and `origin`.

    `origin` is the place in `origins` of the arrival and row that a row came from. `aside` says of an origin why its
    row is not among `rows`; where the reason is one to look at, it is in `stale`, too. `years` are the first
    days of the collection years in which the latest days of the arrivals lie.
    """

    rows: pandas.DataFrame
    present: set[str]
    aside: dict[int, str] = field(default_factory=dict)
    stale: set[int] = field(default_factory=set)
    years: frozenset[date] = frozenset()

    def whole_from(self, month_end: date) -> date:
        """Return the 1 April since which no year is missing up to a month; what is earlier is not vouched for."""
        begins = year_begins(collection_year(month_end))
        while (earlier := begins.replace(year=begins.year - 1)) in self.years:
            begins = earlier
        return begins


def combined(arrived: Sequence[ListArrived], origins: list[tuple[ListArrived, int]]) -> Combined:
    """Combine the arrivals of one list; add to `origins` where each row came from."""
    editions = [(_frame(listing, origins), listing) for listing in arrived]
    editions.sort(key=lambda edition: _age(*edition))
    frames = [frame.assign(edition=number) for number, (frame, _) in enumerate(editions)]
    whole = Combined(pandas.concat(frames, ignore_index=True), {name for listing in arrived for name in listing.fed_by})
    latest = [_latest_day(frame, listing) for frame, listing in editions]
    whole.years = frozenset(year_begins(collection_year(day)) for day in latest if day)
    if len(editions) > 1:
        _leave_out(whole, editions[-1][1], [listing.arrival.where for _, listing in editions])
    whole.rows = whole.rows.drop(columns="edition")
    return whole


def _frame(each: ListArrived, origins: list[tuple[ListArrived, int]]) -> pandas.DataFrame:
    """Lay a list out under its own columns, with a day beside each date."""
    rows, listing = each.arrival.rows, each.listing
    columns: dict[str, object] = {"origin": range(len(origins), len(origins) + len(rows))}
    for name in listing.columns:
        texts = list(rows[each.fed_by[name]]) if name in each.fed_by else [None] * len(rows)
        columns[name] = pandas.array([text and tidy_text(text) for text in texts], dtype="str")
        if name in listing.dates:
            columns[f"{name}_day"] = pandas.to_datetime(pandas.Series(map(_day, texts), rows.index, dtype=object))
    origins.extend((each, int(row)) for row in rows.index)
    return pandas.DataFrame(columns, index=rows.index)


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    with suppress(ValueError):
        return read_date(tidy_text(text))
    return None


def _latest_day(frame: pandas.DataFrame, listing: ListArrived) -> date | None:
    """Return the latest day of anything that happened, births apart."""
    days = [frame[f"{name}_day"].dropna() for name in listing.listing.dates if name != "dob"]
    return max((column.max().date() for column in days if len(column)), default=None)


def _age(frame: pandas.DataFrame, listing: ListArrived) -> tuple[date, str]:
    """Order years of a list by the latest day in them, or else by the year in the file's name."""
    years = YEAR.findall(listing.arrival.file)
    return _latest_day(frame, listing) or date.min, max(years, default="")


def _leave_out(whole: Combined, of: ListArrived, names: Sequence[str]) -> None:
    """Take out what a later year says anew, and what stood open and is in no later year."""
    listing, last = of.listing, len(names) - 1
    keys = [f"{name}_day" if name in listing.dates else name for name in listing.key]
    newest = whole.rows.groupby(keys, dropna=False)["edition"].transform("max")
    is_open = whole.rows[listing.open_until].isna() if listing.open_until else pandas.Series(False, whole.rows.index)
    columns = zip(whole.rows["origin"], whole.rows["edition"], newest, is_open, strict=True)
    for origin, edition, later, still_open in columns:
        if edition < later:
            whole.aside[origin] = f"{names[later]} has it too, and the later one is taken."
        elif edition < last and listing.yearly:
            whole.aside[origin] = f"its answers are of an earlier year; those of {names[last]} are taken."
        elif edition < last and still_open:
            whole.aside[origin] = (
                f"it was open when this was made, and {names[edition + 1]} does not have it, so it was left out. "
                "Check that it was corrected since."
            )
            whole.stale.add(origin)
    whole.rows = whole.rows.loc[~whole.rows["origin"].isin(list(whole.aside))].reset_index(drop=True)
