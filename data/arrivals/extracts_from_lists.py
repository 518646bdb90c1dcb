"""Extracts made of the lists of returns: what each row was made of is known, and what made nothing is said."""

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, reduce
from pathlib import Path

import numpy
import pandas

from data.arrivals.editions import Combined, combined
from data.arrivals.lists import ListArrived
from data.arrivals.made_extract import Made, Returned, Together, UnreadableCell
from data.arrivals.origins import Origin, Places, RowOrigins
from data.extracts import all_extracts
from data.months import window_begins
from data.returns.declaration import Listing, Making, Return, all_returns, lists_of
from data.returns.held_in import WORD, columns_read
from data.store.scratch import Laid, laid_out
from data.unforeseen import foreseen

NOTHING_MADE = (
    "nothing was made of it: no extract wants it, what it belongs to is not here, or what would be made of it is here "
    "by itself or in another return."
)
DIFFERS = "differs"
"""A column of the SQL that is no column of the extract: a sentence to be answered about what the lists disagree on."""


def made_of(lists: Sequence[ListArrived], month_end: date, ours: Collection[str] = ()) -> Returned:
    """Make every extract that the lists of returns can make, as they stand for a month, but for `ours`: these came."""
    extracts: list[Made] = []
    aside: dict[ListArrived, dict[int, str]] = defaultdict(dict)
    stale: set[Origin] = set()
    together: list[Together] = []
    for folder, of in all_returns().items():
        origins = Places()
        by_name = {name: [one for one in lists if one.of is of and one.name == name] for name in of.lists}
        whole = {name: _whole(arrived, origins, month_end) for name, arrived in by_name.items() if arrived}
        by_name |= {name: [edition.listing for edition in table.editions] for name, table in whole.items()}
        if not whole:
            continue
        together.append(Together(folder, whole, origins))
        frames = {name: table.rows for name, table in whole.items()}
        with laid_out(frames, month_end, empty_lists(of, frames) + _words(), of.derived) as laid:
            for making in _possible(of, whole, ours):
                with foreseen(_places([one for name in lists_of(making, of) for one in by_name[name]])):
                    extracts.append(_made(of, making, laid, whole, origins, month_end))
        for table in whole.values():
            for origin, reason in table.aside.items():
                aside[origins[origin][0]][origins[origin][1]] = reason
            stale |= {origins[origin] for origin in table.stale}
    taken = _by_precedence(extracts)
    for arrived, row in _of_no_use(lists, taken):
        aside[arrived].setdefault(row, NOTHING_MADE)
    return Returned(taken, aside, frozenset(stale), tuple(together))


def _of_no_use(lists: Sequence[ListArrived], taken: Sequence[Made]) -> Iterator[tuple[ListArrived, int]]:
    """Give the rows of lists of which nothing was made; of a list that is looked up, only where none of it was used."""
    used: dict[ListArrived, list[pandas.Index]] = defaultdict(list)
    for extract in taken:
        for arrived, rows in extract.origins.used():
            used[arrived].append(pandas.Index(rows))
    for arrived in lists:
        rows = arrived.arrival.rows.index
        unused = reduce(pandas.Index.difference, used[arrived], rows)
        if not arrived.listing.looked_up or len(unused) == len(rows):
            yield from ((arrived, int(row)) for row in unused)


def _whole(arrived: Sequence[ListArrived], origins: Places, month_end: date) -> Combined:
    """Combine the editions of one list, whose places are added to the origins."""
    with foreseen(_places(arrived)):
        return combined(arrived, origins, month_end)


def _places(lists: Iterable[ListArrived]) -> str:
    """Name the files and sheets of lists."""
    return ", ".join(sorted({one.arrival.where for one in lists}))


def _possible(of: Return, whole: Mapping[str, Combined], ours: Collection[str]) -> Iterable[Making]:
    """Return the makings whose lists are there and whose extract did not come as a file of its own."""
    for making in of.makings:
        wanted = lists_of(making, of)
        if making.extract not in ours and set(making.needs) <= whole.keys() and wanted & whole.keys():
            yield making


def _made(
    of: Return,
    making: Making,
    laid: Laid,
    whole: Mapping[str, Combined],
    origins: Places,
    month_end: date,
) -> Made:
    """Ask a making's SQL of the lists; lists that are not there are empty.

    Raises:
        ValueError: where the SQL made a row of no row of a list, so that nobody could be told where it stands.
    """
    rows = laid.frame(making.sql)
    rows.index = pandas.RangeIndex(1, len(rows) + 1)
    lacking = _lacking(of, making, whole)
    declared = all_extracts()[making.extract].without(lacking).where_blank(making.may_be_blank)
    texts = {name: _once(rows[name].to_numpy(object)) if name in rows else None for name in declared.column_names}
    origins_of_rows = RowOrigins.of(rows.index, origins, rows["origin"])
    if not origins_of_rows.complete:
        raise ValueError(f"{of.title}: {making.extract} has a row that was made of no row of a list")
    differing = rows[DIFFERS].dropna().to_dict() if DIFFERS in rows else {}
    used = [name for name in of.lists if name in lists_of(making, of)]
    return Made(
        of,
        making,
        declared,
        pandas.DataFrame(texts, rows.index, dtype=object),
        origins_of_rows,
        {edition.listing: edition for name in used if name in whole for edition in whole[name].editions},
        lacking,
        _whole_from(making, [whole[name] for name in used if name in whole], month_end),
        differing,
        tuple(cell for name in used if name in whole for cell in _unreadable(making, whole[name], origins)),
    )


def _once(column: numpy.ndarray) -> numpy.ndarray:
    """Return a column as text, None where there is nothing; what stands in many rows is held once."""
    places, texts = pandas.factorize(column)
    return numpy.array([*texts, None], dtype=object)[places]


def _unreadable(making: Making, table: Combined, origins: Places) -> Iterable[UnreadableCell]:
    """Return the cells that a making reads and that nobody could, but for rows left out for those of a later year."""
    left_out = {origins[origin] for origin in table.aside}
    for edition in table.editions:
        wanted = columns_read(making, edition.listing.listing)
        for row, cells in edition.unreadable.items():
            if (edition.listing, row) not in left_out:
                for column in sorted(cells.keys() & wanted):
                    yield UnreadableCell(edition.listing, row, column, cells[column], edition.judged_on)


def _lacking(of: Return, making: Making, whole: Mapping[str, Combined]) -> tuple[str, ...]:
    """Name the columns that the lists at hand cannot give: none says them, or the list or heading is not there."""
    read = lists_of(making, of)
    columns = {column for name in read for column in of.lists[name].columns}
    present = {column for name in read if name in whole for column in whole[name].present}
    expressions = making.given
    lacking = []
    for column in all_extracts()[making.extract].column_names:
        words = {word.removesuffix("_day") for word in WORD.findall(expressions.get(column, ""))}
        of_absent_list = bool(words & (of.lists.keys() - whole.keys()))
        if column not in expressions or of_absent_list or (words & columns and not words & columns & present):
            lacking.append(column)
    return tuple(lacking)


def _whole_from(making: Making, tables: Sequence[Combined], month_end: date) -> date | None:
    """Return the first day from which what was made is whole."""
    if making.whole == "always":
        return None
    if making.whole == "month end" or any(one.listing.arrival.latest_only for of in tables for one in of.editions):
        return month_end
    return window_begins(making.whole, month_end) or max(table.whole_from(month_end) for table in tables)


def _by_precedence(extracts: Sequence[Made]) -> tuple[Made, ...]:
    """Keep, of what two returns make alike, what the first of them makes; children are added together."""
    first: dict[str, Made] = {}
    for extract in extracts:
        earlier = first.get(extract.making.extract)
        if earlier is None:
            first[extract.making.extract] = extract
        elif earlier.whole_from is None and extract.whole_from is None:
            first[extract.making.extract] = _added(earlier, extract)
    return tuple(first.values())


def _added(earlier: Made, extract: Made) -> Made:
    """Add to the rows of one return those of another whose key is not among them."""
    key = list(all_extracts()[extract.making.extract].one_row_per)
    seen = set(earlier.rows[key].itertuples(index=False, name=None))
    new = extract.rows[[row not in seen for row in extract.rows[key].itertuples(index=False, name=None)]]
    shift = len(earlier.rows)
    rows = pandas.concat([earlier.rows, new.set_axis(new.index + shift)])
    lacking = tuple(name for name in earlier.lacking if name in extract.lacking)
    declared = all_extracts()[extract.making.extract].without(lacking)
    texts = pandas.DataFrame({name: rows.get(name) for name in declared.column_names}, rows.index, dtype=object)
    return replace(
        earlier,
        declared=declared,
        rows=texts.where(texts.notna(), None),
        origins=earlier.origins.and_of(extract.origins, map(int, new.index)),
        read={**earlier.read, **extract.read},
        unreadable=(*earlier.unreadable, *extract.unreadable),
        lacking=lacking,
        differs={
            **earlier.differs,
            **{row + shift: remark for row, remark in extract.differs.items() if row in new.index},
        },
    )


def empty_lists(of: Return, there: Container[str]) -> str:
    """Write in SQL the lists of a return that are not there: without rows, laid out as those that arrived are."""
    return "".join(_empty(name, listing) for name, listing in of.lists.items() if name not in there)


def _empty(name: str, listing: Listing) -> str:
    texts = [*listing.columns, *(f"{column}_written" for column in listing.answers)]
    columns = [*(f'"{column}" varchar' for column in texts), *(f"{column}_day date" for column in listing.days)]
    return f"create table {name} ({', '.join(columns)}, origin bigint);\n"


@cache
def _words() -> str:
    return (Path(__file__).parent / "words.sql").read_text(encoding="utf-8")
