"""The ledger of loads: what was published, by whom, when; what stands now and what stood then.

A load is one extract of one authority and month as uploaded once. It is never changed: publishing the month again
supersedes it, withdrawing hides it, restoring brings it back, and the figures as known on any past day stay what they
were.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType

import pandas as pd

from data.access import Reader
from data.errors import Mendable, Overtaken
from data.extracts import all_extracts
from data.ledger.conflicts import overtaken, same_as_standing
from data.store.store import Cursor, Store

FOR_EVER = datetime(9999, 1, 1)  # noqa: DTZ001 - the store keeps UTC without a zone
CLOCK_MAY_SLIP = timedelta(hours=1)
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


def now() -> datetime:
    """Return this moment in UTC, without a zone, as the store keeps it."""
    return datetime.now(UTC).replace(tzinfo=None)


def end_of(day: date | None) -> datetime:
    """Return the first moment after a day, or for ever where no day is given: `as known on` that day.

    A moment stands for itself: what was known just before it.
    """
    if isinstance(day, datetime):
        return day
    return FOR_EVER if day is None else datetime.combine(day, datetime.min.time()) + timedelta(days=1)


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
        moment = at or _moment(cursor)
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
    with store.change() as cursor:
        stood = [_same(cursor, authority, month, each) for each in incoming]
        new = [each.extract for each, load in zip(incoming, stood, strict=True) if load is None]
        met = overtaken(cursor, authority, month, new, against, now()) if new else None
    return met, [load for load in stood if load is not None]


def history(store: Store, reader: Reader) -> pd.DataFrame:
    """List every load, newest first, with what became of it: current, superseded or withdrawn, and its last turn."""
    return store.ask(
        reader,
        """
        select
            loads.* replace (lacking_of(loads.lacking) as lacking),
            case when turned.what = 'withdraw' then turned.turned_at end as withdrawn_at,
            case when turned.what = 'withdraw' then turned.turned_by end as withdrawn_by,
            case when turned.what = 'restore' then turned.turned_at end as restored_at,
            case when turned.what = 'restore' then turned.turned_by end as restored_by,
            turned.why,
            case
                when turned.what = 'withdraw' then 'withdrawn'
                when known.load is not null then 'current'
                else 'superseded'
            end as state
        from store.ledger.loads as loads
        left join (
            select * from store.ledger.turns
            qualify row_number() over (partition by load order by turn desc) = 1
        ) as turned on turned.load = loads.load
        left join loads_known($moment) as known on known.load = loads.load
        where readable(loads.authority, $authorities)
        order by loads.load desc
        """,
        moment=FOR_EVER,
    )


def turns(store: Store, reader: Reader) -> pd.DataFrame:
    """List every withdrawal and restoration, oldest first: turn, load, what, turned_at, turned_by, why."""
    return store.ask(
        reader,
        """
        select turns.*
        from store.ledger.turns as turns
        join store.ledger.loads as loads on loads.load = turns.load
        where readable(loads.authority, $authorities)
        order by turns.turn
        """,
    )


def loads_told(store: Store, reader: Reader) -> list[dict]:
    """Return the history of loads in plain values, as `loads --json` prints it, each with its turns."""
    known = history(store, reader)
    known["month"] = known["month"].dt.strftime("%Y-%m")
    known["whole_from"] = pd.to_datetime(known["whole_from"]).dt.strftime("%Y-%m-%d")
    known["backfilled_from"] = pd.to_datetime(known["backfilled_from"]).dt.strftime("%Y-%m")
    known["lacking"] = [list(lacking) for lacking in known["lacking"]]
    for moment in ("published_at", "withdrawn_at", "restored_at"):
        known[moment] = known[moment].dt.strftime("%Y-%m-%dT%H:%M:%SZ")
    told = known.astype(object).where(known.notna(), None).to_dict("records")
    taken = turns(store, reader)
    taken["at"] = taken["turned_at"].dt.strftime("%Y-%m-%dT%H:%M:%SZ")
    taken = taken.rename(columns={"turned_by": "by"})
    for each in told:
        each["turns"] = taken.loc[taken["load"] == each["load"], ["what", "at", "by", "why"]].to_dict("records")
    return told


def published_rows(store: Store, reader: Reader, authority: str, month: date, extract: str) -> pd.DataFrame | None:
    """Return the rows that stand for an extract of a month, or None where it has not been published."""
    declared = all_extracts()[extract]
    standing = store.ask(
        reader,
        """
        select load from loads_known($moment)
        where authority = $authority and month = $month and extract = $extract
            and readable(authority, $authorities)
        """,
        moment=FOR_EVER,
        authority=authority,
        month=month,
        extract=extract,
    )
    if standing.empty:
        return None
    return store.ask(
        reader,
        f"""
        select {", ".join(f"rows.{name}" for name in declared.column_names)}
        from store.uploaded.{extract} as rows
        join store.ledger.loads as loads on loads.load = rows.load
        where rows.load = $load and readable(loads.authority, $authorities)
        order by rows.row
        """,
        load=int(standing["load"].iloc[0]),
    )


def standing_version(store: Store, reader: Reader, authority: str, month: date, sha256: str, sheet: str) -> int | None:
    """Return the version that stands for a month and was made of these very bytes, or None."""
    found = store.ask(
        reader,
        """
        select loads.version
        from loads_known($moment) as known
        join store.ledger.loads as loads on loads.load = known.load
        where known.authority = $authority and known.month = $month and loads.sha256 = $sha256
            and loads.sheet = $sheet and readable(known.authority, $authorities)
        """,
        moment=FOR_EVER,
        authority=authority,
        month=month,
        sha256=sha256,
        sheet=sheet,
    )
    return None if found.empty else int(found["version"].iloc[0])


def revision(store: Store, reader: Reader) -> int:
    """Return a number that moves with every publish, withdrawal and restoration: what every cache is keyed by."""
    return int(
        store.ask(
            reader,
            """
            select coalesce(max(events.event), 0) as revision
            from store.ledger.events as events
            left join store.ledger.loads as loads on loads.load = events.load
            where loads.load is null or readable(loads.authority, $authorities)
            """,
        )["revision"].iloc[0]
    )


def months_held(store: Store, reader: Reader, authority: str) -> list[date]:
    """List the month ends from the first to the last month an authority has published, gaps included."""
    held = store.ask(
        reader,
        """
        select last_day(unnest(generate_series(min(month), max(month), interval 1 month))::date) as month
        from loads_known($moment)
        where authority = $authority and readable(authority, $authorities)
        """,
        moment=FOR_EVER,
        authority=authority,
    )
    return sorted({moment.date() for moment in held["month"]})


def authorities_held(store: Store, reader: Reader) -> dict[str, str]:
    """Return the authorities with a published month, code to name; an unknown code names itself."""
    held = store.ask(
        reader,
        """
        select distinct known.authority, coalesce(named.name, known.authority) as name
        from loads_known($moment) as known
        left join reference.authorities as named on named.authority = known.authority
        where readable(known.authority, $authorities)
        order by name
        """,
        moment=FOR_EVER,
    )
    return dict(zip(held["authority"], held["name"], strict=True))


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
        moment, turn = at or _moment(cursor), next_number(cursor, "store.ledger.turns", "turn")
        entry = [turn, load, what, moment, reader.who, why]
        cursor.execute("insert into store.ledger.turns values (?, ?, ?, ?, ?, ?)", entry)
        _note_event(cursor, moment, reader.who, what, load)


def _moment(cursor: Cursor) -> datetime:
    """Return this moment, or the last event's where the clock was set back a little: what was known stays known."""
    moment = now()
    last = cursor.execute("select max(happened_at) from store.ledger.events").fetchall()[0][0]
    return last if last is not None and moment < last < moment + CLOCK_MAY_SLIP else moment


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
    _note_event(cursor, moment, reader.who, "publish", load)
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


def _note_event(cursor: Cursor, moment: datetime, who: str, what: str, load: int) -> None:
    """Add to the audit log."""
    event = next_number(cursor, "store.ledger.events", "event")
    cursor.execute("insert into store.ledger.events values (?, ?, ?, ?, ?)", [event, moment, who, what, load])


def note_change(cursor: Cursor, reader: Reader, what: str) -> None:
    """Note in the audit log what was kept beside the loads: every cache is keyed by the log's last event."""
    event = next_number(cursor, "store.ledger.events", "event")
    cursor.execute("insert into store.ledger.events values (?, ?, ?, ?, null)", [event, now(), reader.who, what])


def next_number(cursor: Cursor, table: str, number: str) -> int:
    """Return the next number of a table whose numbers only grow."""
    return cursor.execute(f"select coalesce(max({number}), 0) + 1 from {table}").fetchall()[0][0]
