"""The ledger of loads: what was published, by whom, when; what stands now and what stood then.

A load is one extract of one authority and month as uploaded once. It is never changed: publishing the month again
supersedes it, withdrawing hides it, restoring brings it back, and the figures as known on any past day stay what they
were.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType

import pandas as pd

from data.access import Reader
from data.errors import Mendable, Overtaken
from data.extracts import all_extracts
from data.ledger.clock import FOR_EVER, now, this_moment
from data.ledger.conflicts import overtaken, same_as_standing
from data.ledger.numbers import next_number, note_event
from data.store.attachment import Cursor
from data.store.store import Store

NOTHING_EARLIER: Mapping[date, Sequence["Incoming"]] = MappingProxyType({})
Measure = Callable[[Cursor, str, Sequence[date]], None]
"""Measures an authority's months inside the transaction that publishes them."""


@dataclass(frozen=True)
class Incoming:
    """Hold one checked extract, ready to be stored: its typed rows are indexed by row number in the file."""

    extract: str
    rows: pd.DataFrame
    file: str
    sheet: str
    sha256: str
    blank: int
    findings: pd.DataFrame
    """Columns row, column, rule, severity, message, and where they are known subject, reason, explained_by and _at."""
    reason: str | None = None
    whole_from: date | None = None
    """The first day from which the rows are whole; None where that is as the extract's declaration says."""
    lacking: tuple[str, ...] = ()
    """Declared columns that the file did not hold at all."""
    backfilled_from: date | None = None
    """The later month whose file this is made of, as its rows would have stood."""


class Published(list[int]):
    """The numbers of the loads that now stand for what was published, in its order.

    `again` are those of them that stood already; `earlier` the loads of months that were backfilled.
    """

    def __init__(self, loads: Sequence[int], again: Sequence[int], earlier: Sequence[int] = ()):
        """Take all the loads, those that stood already with the same bytes, and those of earlier months."""
        super().__init__(loads)
        self.again, self.earlier = tuple(again), tuple(earlier)


def publish(
    store: Store,
    reader: Reader,
    authority: str,
    month: date,
    incoming: Sequence[Incoming],
    measure: Measure,
    at: datetime | None = None,
    against: int | None = None,
    earlier: Mapping[date, Sequence[Incoming]] = NOTHING_EARLIER,
) -> Published:
    """Store extracts as new loads and measure their month, all in one transaction; return the loads' numbers.

    What stands already with the same bytes and rows is left as it is, so that publishing twice is publishing once.
    `against` is the revision that the extracts were checked against. `earlier` holds what is backfilled, by month: it
    is stored where nothing stands but what was backfilled before.

    Raises:
        Overtaken: where the month was published, withdrawn or restored since that revision.
    """
    reader.must_see_authority(authority)
    store.must_have_room(sum(int(each.rows.memory_usage(deep=True).sum()) for each in incoming))
    with store.change() as cursor:
        moment = at or this_moment(cursor)
        stood = [_same(cursor, authority, month, each) for each in incoming]
        new = [each.extract for each, load in zip(incoming, stood, strict=True) if load is None]
        met = overtaken(cursor, authority, month, new, against, moment) if new and against is not None else None
        if met is not None:
            raise met
        loads = [
            load or _store_load(cursor, reader, authority, month, each, moment)
            for each, load in zip(incoming, stood, strict=True)
        ]
        filled = _backfill(cursor, reader, authority, earlier, moment)
        if new or filled:
            measure(cursor, authority, [*sorted(set(filled.values())), month])
    return Published(loads, [load for load in stood if load is not None], list(filled))


def _backfill(
    cursor: Cursor, reader: Reader, authority: str, earlier: Mapping[date, Sequence[Incoming]], moment: datetime
) -> dict[int, date]:
    """Store extracts of earlier months where no file of those months stands; return the loads with their months."""
    stands = cursor.execute(
        """
        select known.month, known.extract
        from loads_known($moment) as known
        join store.ledger.loads as loads on loads.load = known.load
        where known.authority = $authority and loads.backfilled_from is null
        """,
        {"moment": FOR_EVER, "authority": authority},
    ).fetchall()
    filled = {}
    for month, extracts in earlier.items():
        for each in extracts:
            if (month, each.extract) not in stands and _same(cursor, authority, month, each) is None:
                filled[_store_load(cursor, reader, authority, month, each, moment)] = month
    return filled


def withdraw(store: Store, reader: Reader, load: int, why: str, at: datetime | None = None) -> None:
    """Hide a load from now on; what it superseded stands again. Nothing is deleted.

    Raises:
        Mendable: where there is no such load, it is withdrawn already, or no reason is given.
    """
    _turn(store, reader, load, "withdraw", why, at)


def restore(store: Store, reader: Reader, load: int, why: str, at: datetime | None = None) -> None:
    """Bring back a withdrawn load from now on; it stands again unless its month was published since.

    Raises:
        Mendable: where there is no such load, it is not withdrawn, or no reason is given.
    """
    _turn(store, reader, load, "restore", why, at)


def met_since(
    store: Store, reader: Reader, authority: str, month: date, incoming: Sequence[Incoming], against: int
) -> tuple[Overtaken | None, list[int]]:
    """Return what a publish would meet: what overtook its check, if anything, and the loads it would only repeat."""
    reader.must_see_authority(authority)
    with store.reading() as cursor:
        stood = [_same(cursor, authority, month, each) for each in incoming]
        new = [each.extract for each, load in zip(incoming, stood, strict=True) if load is None]
        met = overtaken(cursor, authority, month, new, against, now()) if new else None
    return met, [load for load in stood if load is not None]


def _same(cursor: Cursor, authority: str, month: date, each: Incoming) -> int | None:
    """Return the standing load that an incoming extract would only repeat."""
    told = (each.sha256, each.whole_from, each.lacking)
    return same_as_standing(cursor, authority, month, each.extract, told, each.rows)


def _turn(store: Store, reader: Reader, load: int, what: str, why: str, at: datetime | None) -> None:
    """Write that a load is withdrawn or restored, with its event."""
    if not why.strip():
        noun = "withdrawal" if what == "withdraw" else "restoration"
        raise Mendable(f"A {noun} needs a reason: say why, for whoever reads the history.")
    with store.change() as cursor:
        found = cursor.execute("select authority from store.ledger.loads where load = ?", [load]).fetchone()
        if found is None:
            raise Mendable(f"There is no load {load}. List them with: python cli.py loads")
        reader.must_see_authority(found[0])
        last = cursor.execute("select arg_max(what, turn) from store.ledger.turns where load = ?", [load]).fetchall()
        if (last[0][0] == "withdraw") == (what == "withdraw"):
            state = "is withdrawn already" if what == "withdraw" else "is not withdrawn"
            raise Mendable(f"Load {load} {state}; nothing was changed.")
        moment, turn = at or this_moment(cursor), next_number(cursor, "store.ledger.turns", "turn")
        entry = [turn, load, what, moment, reader.who, why]
        cursor.execute("insert into store.ledger.turns values (?, ?, ?, ?, ?, ?)", entry)
        note_event(cursor, moment, reader.who, what, load)


def _store_load(cursor: Cursor, reader: Reader, authority: str, month: date, each: Incoming, moment: datetime) -> int:
    """Write one load: its rows, findings, ledger entry and event."""
    load = next_number(cursor, "store.ledger.loads", "load")
    version = cursor.execute(
        "select count(*) + 1 from store.ledger.loads where authority = ? and month = ? and extract = ?",
        [authority, month, each.extract],
    ).fetchall()[0][0]
    entry = {"load": load, "authority": authority, "extract": each.extract, "month": month, "version": version}
    entry |= {"published_at": moment, "published_by": reader.who, "file": each.file, "sheet": each.sheet}
    entry |= {"sha256": each.sha256, "rows": len(each.rows), "blank": each.blank, "reason": each.reason}
    entry |= {"whole_from": each.whole_from, "lacking": ",".join(each.lacking) or None}
    entry |= {"backfilled_from": each.backfilled_from}
    places = ", ".join(f"${name}" for name in entry)
    cursor.execute(f"insert into store.ledger.loads ({', '.join(entry)}) values ({places})", entry)
    _insert_rows(cursor, load, each)
    cursor.execute(
        "update store.ledger.findings set explained_by = ?, explained_at = ? "
        "where load = ? and reason is not null and explained_by is null",
        [reader.who, moment, load],
    )
    note_event(cursor, moment, reader.who, "publish", load)
    return load


def _insert_rows(cursor: Cursor, load: int, each: Incoming) -> None:
    """Copy the rows and findings of a load into the store."""
    names = ", ".join(all_extracts()[each.extract].column_names)
    cursor.register("incoming", each.rows.rename_axis("row_in_file").reset_index())
    cursor.execute(
        f"insert into store.uploaded.{each.extract} (load, row, {names}) "
        f"select {load}, row_in_file, {names} from incoming"
    )
    cursor.unregister("incoming")
    if not each.findings.empty:
        cursor.register("found", each.findings)
        cursor.execute(f"insert into store.ledger.findings by name select {load} as load, * from found")
        cursor.unregister("found")
