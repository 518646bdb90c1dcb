"""The ledger of loads: what was published, by whom, when; what stands now and what stood then.

A load is one extract of one authority and month as uploaded once. It is never changed: publishing the month again
supersedes it, withdrawing hides it, restoring brings it back, and the figures as known on any past day stay what they
were.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

import pandas as pd

from data.access import Act, Reader
from data.errors import Mendable, Overtaken
from data.extracts import all_extracts
from data.ledger.about import About
from data.ledger.audit_log import record
from data.ledger.clock import FOR_EVER, now, this_moment
from data.ledger.conflicts import already_stored, overtaken
from data.ledger.deeds import Deed
from data.ledger.delivery import Delivery, Incoming, Months, nothing_earlier, through_the_door
from data.ledger.measuring import Measure
from data.ledger.numbers import next_number
from data.store.attachment import Cursor
from data.store.rehearsal import Readable
from data.store.scratch import lay
from data.store.store import Store


@dataclass(frozen=True)
class Stamp:
    """Say whose rows are written, who publishes them, and at which moment (UTC)."""

    authority: str
    reader: Reader
    moment: datetime


@dataclass(frozen=True)
class Turn:
    """Say what becomes of a load, withdraw or restore, why, and when (UTC); where that is None, now.

    `together` tells whether it becomes of all that was published at once with it.
    """

    what: str
    why: str
    at: datetime | None = None
    together: bool = False


class Published(list[int]):
    """The numbers of the loads that now stand for what was published, in its order.

    `again` are those of them that stood already; `earlier` the loads of months that were backfilled.
    """

    def __init__(self, loads: Sequence[int], again: Sequence[int], earlier: Sequence[int] = ()):
        """Take all the loads, those that stood already with the same bytes, and those of earlier months."""
        super().__init__(loads)
        self.again, self.earlier = tuple(again), tuple(earlier)


def store_loads(store: Readable, reader: Reader, delivery: Delivery, measure: Measure) -> Published:
    """Store extracts as new loads and measure their month, all in one transaction; return the loads' numbers.

    What stands already with the same bytes and rows is left as it is, so that publishing twice is publishing once. What
    is backfilled is stored where nothing stands but what was backfilled before; so is what is laid down beside it.

    Raises:
        Overtaken: where the month was published, withdrawn or restored since the revision it was checked against.
        Mendable: where the key of the store's pseudonyms is missing or another, or the disk has no room.
    """
    reader.must(Act.PUBLISH)
    reader.must_see_authority(delivery.authority)
    delivery = through_the_door(store.pseudonyms, delivery)
    store.must_have_room(sum(int(each.rows.memory_usage(deep=True).sum()) for each in delivery.extracts))
    since = delivery.month if delivery.earlier is nothing_earlier else date.min
    loads, again, filled = store.publish(
        delivery.authority, since, delivery.month, partial(_stored, reader, delivery, measure)
    )
    return Published(loads, again, filled)


def _stored(reader: Reader, delivery: Delivery, measure: Measure, cursor: Cursor) -> list[list[int]]:
    """Store and measure a delivery; return its loads, those that stood already, and those of earlier months."""
    stamp = Stamp(delivery.authority, reader, delivery.at or this_moment(cursor))
    stood = already_stored(cursor, delivery)
    met = overtaken(cursor, delivery, stood, stamp.moment)
    if met is not None:
        raise met
    loads = [
        load or _store_load(cursor, stamp, delivery.month, each)
        for each, load in zip(delivery.extracts, stood, strict=True)
    ]
    filled = _backfill(cursor, stamp, delivery.earlier(delivery.extracts))
    laid_down = _backfill(cursor, stamp, [[(delivery.month, extract)] for extract in delivery.beside])
    if filled or laid_down or None in stood:
        measure(cursor, delivery.authority, [*sorted(set(filled.values())), delivery.month])
    return [loads, [load for load in stood if load is not None], list(filled)]


def _backfill(cursor: Cursor, stamp: Stamp, extracts: Iterable[Months]) -> dict[int, date]:
    """Store what nobody handed in for its month, where no file of it stands; return the loads with their months."""
    stands = cursor.execute(
        """
        select known.month, known.extract
        from loads_known($moment) as known
        join store.ledger.loads as loads on loads.load = known.load
        where known.authority = $authority and loads.backfilled_from is null
        """,
        {"moment": FOR_EVER, "authority": stamp.authority},
    ).fetchall()
    filled = {}
    for months in extracts:
        loads: dict[int, Incoming] = {}
        for month, arrival in months:
            is_free = (month, arrival.extract) not in stands
            if is_free and already_stored(cursor, Delivery(stamp.authority, month, [arrival])) == [None]:
                load = _enter_load(cursor, stamp, month, arrival)
                loads[load], filled[load] = arrival, month
        _insert_rows(cursor, loads)
        for load, arrival in loads.items():
            _insert_findings(cursor, stamp, load, arrival.findings)
    return filled


def withdraw(store: Store, reader: Reader, load: int, why: str, at: datetime | None = None) -> None:
    """Hide a load from now on; what it superseded stands again. Nothing is deleted.

    Raises:
        Mendable: where there is no such load, it is withdrawn already, or no reason is given.
    """
    _turn(store, reader, load, Turn("withdraw", why, at))


def restore(store: Store, reader: Reader, load: int, why: str, at: datetime | None = None) -> None:
    """Bring back a withdrawn load from now on; it stands again unless its month was published since.

    Raises:
        Mendable: where there is no such load, it is not withdrawn, or no reason is given.
    """
    _turn(store, reader, load, Turn("restore", why, at))


def withdraw_together(store: Store, reader: Reader, load: int, why: str) -> list[int]:
    """Hide all that was published at once with a load, itself among it, as `withdraw` does; return the loads.

    Raises:
        Mendable: as `withdraw` does.
    """
    return _turn(store, reader, load, Turn("withdraw", why, together=True))


def restore_together(store: Store, reader: Reader, load: int, why: str) -> list[int]:
    """Bring back all that was withdrawn at once with a load, of the same publication; return the loads.

    Raises:
        Mendable: as `restore` does.
    """
    return _turn(store, reader, load, Turn("restore", why, together=True))


def met_since(store: Store, reader: Reader, delivery: Delivery) -> tuple[Overtaken | None, list[int]]:
    """Return what overtook the check of a delivery, if anything; and the loads, were it only to repeat what stands."""
    reader.must(Act.PUBLISH)
    reader.must_see_authority(delivery.authority)
    delivery = through_the_door(store.pseudonyms, delivery)
    with store.reading() as cursor:
        stood = already_stored(cursor, delivery)
        met = overtaken(cursor, delivery, stood, now())
    return met, [] if None in stood else [load for load in stood if load is not None]


def _turn(store: Store, reader: Reader, load: int, turn: Turn) -> list[int]:
    """Write that loads are withdrawn or restored, all at one moment, each with its event."""
    reader.must(Act.PUBLISH)
    if not turn.why.strip():
        noun = "withdrawal" if turn.what == "withdraw" else "restoration"
        raise Mendable(f"A {noun} needs a reason: say why, for whoever reads the history.")
    with store.change() as cursor:
        row = cursor.execute("select authority from store.ledger.loads where load = ?", [load]).fetchone()
        if row is None:
            raise Mendable(f"There is no load {load}. List them with: python cli.py loads")
        reader.must_see_authority(row[0])
        turned = _to_turn(cursor, load, turn.what)
        if load not in turned:
            if turn.what == "restore" and load in _purged(cursor):
                raise Mendable(f"The rows of load {load} were taken out for good; it cannot be restored.")
            state = "is withdrawn already" if turn.what == "withdraw" else "is not withdrawn"
            raise Mendable(f"Load {load} {state}; nothing was changed.")
        moment, turned = turn.at or this_moment(cursor), turned if turn.together else [load]
        for number in turned:
            _enter_turn(cursor, reader, number, replace(turn, at=moment))
    return turned


def _enter_turn(cursor: Cursor, reader: Reader, load: int, turn: Turn) -> None:
    """Write what becomes of one load at a moment, with its event."""
    entry = [next_number(cursor, "turn"), load, turn.what, turn.at, reader.who, turn.why]
    cursor.execute("insert into store.ledger.turns values (?, ?, ?, ?, ?, ?)", entry)
    record(cursor, reader, Deed(turn.what), load=load, at=turn.at)


def _to_turn(cursor: Cursor, load: int, what: str) -> list[int]:
    """List what was published at once with a load, itself among it, and can be withdrawn, or restored.

    What is published at once bears one moment, which no other publication bears; what is restored was withdrawn at one.
    """
    rows = cursor.execute(
        """
        select loads.load, last.turned, last.turned_at
        from store.ledger.loads as named
        join store.ledger.loads as loads
            on loads.authority = named.authority
            and loads.published_at = named.published_at
            and loads.published_by = named.published_by
        left join (
            select load, arg_max(what, turn) as turned, arg_max(turned_at, turn) as turned_at
            from store.ledger.turns
            group by load
        ) as last on last.load = loads.load
        where named.load = ?
        order by loads.load
        """,
        [load],
    ).fetchall()
    if what == "withdraw":
        return [number for number, last, _ in rows if last != "withdraw"]
    when, purged = next(moment for number, _, moment in rows if number == load), _purged(cursor)
    return [number for number, last, moment in rows if last == "withdraw" and moment == when and number not in purged]


def _purged(cursor: Cursor) -> set[int]:
    """Return the loads whose rows were taken out for good."""
    return {load for (load,) in cursor.execute("select load from store.ledger.purged").fetchall()}


def keep_figures_alone(cursor: Cursor, stamp: Stamp, month: date, figures: Incoming, why: str) -> None:
    """Hide all loads of a month whose rows are taken out, and let its figures go on as figures already counted.

    Figures that were given already counted for the month go on beside them.
    """
    gone = f"Rows taken out: {why}"
    standing = cursor.execute(
        "select load, extract from loads_known($moment) where authority = $authority and month = $month",
        {"moment": FOR_EVER, "authority": stamp.authority, "month": month},
    ).fetchall()
    for load, extract in standing:
        if extract != figures.extract:
            _enter_turn(cursor, stamp.reader, load, Turn("withdraw", gone, stamp.moment))
    counted = [load for load, extract in standing if extract == figures.extract]
    rows = [figures.rows]
    if counted:
        names = ", ".join(figures.rows.columns)
        table = f"store.uploaded.{figures.extract}"
        rows.insert(0, cursor.execute(f"select {names} from {table} where load = ?", counted).df())
    key = list(all_extracts()[figures.extract].one_row_per)
    together = pd.concat(rows, ignore_index=True).drop_duplicates(key)
    if len(together):
        arrival = replace(figures, rows=together.set_axis(range(2, len(together) + 2)), reason=gone)
        _store_load(cursor, stamp, month, arrival)


def _store_load(cursor: Cursor, stamp: Stamp, month: date, arrival: Incoming) -> int:
    """Write one load: its rows, findings, ledger entry and event."""
    load = _enter_load(cursor, stamp, month, arrival)
    _insert_rows(cursor, {load: arrival})
    _insert_findings(cursor, stamp, load, arrival.findings)
    return load


def _insert_findings(cursor: Cursor, stamp: Stamp, load: int, findings: pd.DataFrame) -> None:
    """Copy the findings of a load into the store, with who explained what was explained now."""
    if findings.empty:
        return
    cursor.register("found", findings)
    cursor.execute(f"insert into store.ledger.findings by name select {load} as load, * from found")
    cursor.unregister("found")
    cursor.execute(
        "update store.ledger.findings set explained_by = ?, explained_at = ? "
        "where load = ? and reason is not null and explained_by is null",
        [stamp.reader.who, stamp.moment, load],
    )


def _enter_load(cursor: Cursor, stamp: Stamp, month: date, arrival: Incoming) -> int:
    """Write the ledger entry of a load and its event; return its number."""
    load = next_number(cursor, "load")
    version = cursor.execute(
        "select next_version(?, ?::date, ?)", [stamp.authority, month, arrival.extract]
    ).fetchall()[0][0]
    entry = {"load": load, "authority": stamp.authority, "extract": arrival.extract, "month": month, "version": version}
    entry |= {"published_at": stamp.moment, "published_by": stamp.reader.who}
    entry |= {"file": arrival.file, "sheet": arrival.sheet}
    entry |= {"sha256": arrival.sha256, "rows": len(arrival.rows), "blank": arrival.blank, "reason": arrival.reason}
    entry |= {"whole_from": arrival.whole_from, "lacking": ",".join(arrival.lacking) or None}
    entry |= {"backfilled_from": arrival.backfilled_from}
    places = ", ".join(f"${name}" for name in entry)
    cursor.execute(f"insert into store.ledger.loads ({', '.join(entry)}) values ({places})", entry)
    about = About(stamp.authority, arrival.extract, month, version=version, rows=len(arrival.rows))
    record(cursor, stamp.reader, Deed.PUBLISHED, about, load, stamp.moment)
    return load


def _insert_rows(cursor: Cursor, loads: Mapping[int, Incoming]) -> None:
    """Copy the rows of loads of one extract into the store: of many at once, few wait in memory until all is kept."""
    for extract in {arrival.extract for arrival in loads.values()}:
        names = ", ".join(all_extracts()[extract].column_names)
        frames = [arrival.rows.assign(load=load, row_in_file=arrival.rows.index) for load, arrival in loads.items()]
        lay(cursor, "incoming", *frames)
        cursor.execute(
            f"insert into store.uploaded.{extract} (load, row, {names}) select load, row_in_file, {names} from incoming"
        )
        cursor.unregister("incoming")
