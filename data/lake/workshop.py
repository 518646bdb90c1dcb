"""A month is worked out beside the lake, in memory and at a file's price, and carried onto it in one short change.

Nobody waits for that work. Under the lock it is looked whether anything of the borough has moved meanwhile; what others
have published has not: numbers, the moment and the seals of the log then follow on theirs.
"""

from collections.abc import Mapping
from contextlib import closing
from datetime import date, datetime, timedelta
from typing import Any

from data.store.attachment import Cursor, connected, load_encryption
from data.store.rehearsal import Publish, Rehearsal
from data.store.seals import seal_what_stands
from data.store.spilling import private
from data.store.store import Store

NEEDED = {
    "ledger.loads": (("max(load) as last",), "authority = $authority or load = last"),
    "ledger.turns": ((), "list_contains($loads, load)"),
    "ledger.events": (
        ("max(event) as last", "max(happened_at) as latest"),
        "list_contains($loads, load) or event = last or happened_at = latest",
    ),
    "ledger.attempts": (("max(checked_at) as latest",), "checked_at = latest"),
    "ledger.headings": (("max(confirmed_at) as latest",), "confirmed_at = latest"),
    "measured.measurements": (
        ("max(measurement) as last",),
        "authority = $authority and month between $since and $until or measurement = last",
    ),
}
"""What is needed of each table to publish months of an authority: what is last of all, and which rows.

Numbers and moments that are given beside the lake follow on what is last of all.
"""
LOADS = "select list(load) from store.ledger.loads where authority = $authority"
STANDING = """
    select extract, list(load)
    from loads_known(timestamp '9999-01-01')
    where authority = $authority and month between $since and $until
    group by extract
"""
SEEN = """
    select
        (select coalesce(max(load), 0) from store.ledger.loads where authority = $authority),
        (select sum(rows)::varchar from store.ledger.loads where authority = $authority),
        (select count(*) from store.ledger.turns where list_contains($loads, load)),
        (
            select count(*)
            from store.measured.measurements
            where authority = $authority and month between $since and $until
        )
"""
"""What moves with all that months of an authority are published and measured beside."""
LAST = """
    select
        (select coalesce(max(load), 0) from store.ledger.loads),
        (select coalesce(max(event), 0) from store.ledger.events),
        (select coalesce(max(measurement), 0) from store.measured.measurements),
        last_act()
"""
NEW = {
    "ledger.loads": "select * replace ({load} as load, {published_at} as published_at) from {table} "
    "where load > {loads}",
    "ledger.findings": "select * replace ({load} as load, {explained_at} as explained_at) from {table} "
    "where load > {loads}",
    "ledger.events": "select * replace ({event} as event, {load} as load, {happened_at} as happened_at) from {table} "
    "where event > {events}",
    "measured.measurements": "select * replace ({measurement} as measurement, "
    "list_transform(loads, lambda load: {load}) as loads) from {table} where measurement > {measurements}",
    "measured.rows": "select * replace ({measurement} as measurement) from {table} where measurement > {measurements}",
    "measured.figures": "select * replace ({measurement} as measurement) from {table} "
    "where measurement > {measurements}",
}
"""What was written beside the lake, as it is carried onto it; rows of extracts go with the loads."""
ROWS = "select * replace ({load} as load) from {table} where load > {loads}"
NOTHING: Mapping[str, Any] = {}
TICK = timedelta(microseconds=1)


class _Beside(Store):
    """Hold in memory what is written beside a lake, whose name it bears where something is wrong."""

    @property
    def path(self) -> None:
        """Return nothing: it is in memory."""
        return None


class Workshop:
    """Hold what is needed to publish months of an authority, in memory, as a lake stood at one moment."""

    def __init__(self, cursor: Cursor, where: str, authority: str, months: tuple[date, date]):
        """Take what is needed of some months from a cursor that sees one moment of a lake, and the name of that."""
        since, until = months
        self._given: dict[str, Any] = {"authority": authority, "since": since, "until": until, "loads": [0]}
        connection = connected(private())
        load_encryption(connection)
        connection.execute("attach ':memory:' as store")
        self.store = _Beside(connection, where)
        with self.store.change() as inner:
            for table, (last, which) in NEEDED.items():
                of_all = f", (select {', '.join(last)} from store.{table}) as of_all" if last else ""
                question = f"select rows.* from store.{table} as rows{of_all} where {which}"
                _bring(inner, table, cursor, question, self._given)
                if table == "ledger.loads":
                    self._given["loads"] = _row(inner, LOADS, self._given)[0] or [0]
            self._seen, self._last = _row(inner, SEEN, self._given), _row(inner, LAST)
            for name, loads in inner.execute(STANDING, _asked(STANDING, self._given)).fetchall():
                _bring(inner, f"uploaded.{name}", cursor, f"from store.uploaded.{name} where load in {(*loads, 0)}")

    def close(self) -> None:
        """Let it go."""
        self.store.close()

    def still_stands(self, cursor: Cursor) -> bool:
        """Tell whether all that was needed is as it was."""
        return _row(cursor, SEEN, self._given) == self._seen

    def act(self, act: Publish) -> list[list[int]]:
        """Have loads stored and measured here; return their numbers, which are not theirs yet."""
        with self.store.change() as cursor:
            return act(cursor)

    def carry(self, cursor: Cursor, acted: list[list[int]]) -> list[list[int]]:
        """Carry what was written here onto the lake, in the change of a cursor; return the numbers of loads there."""
        loads, events, measurements, last_act = self._last
        last_load, last_event, last_measurement, moment = _row(cursor, LAST)
        with self.store.reading() as inner:
            new = inner.execute(f"select load, extract, published_at from store.ledger.loads where load > {loads}")
            entries = new.fetchall()
            words = {"loads": loads, "events": events, "measurements": measurements}
            words |= {
                "load": _after("load", loads, last_load),
                "event": _after("event", events, last_event),
                "measurement": _after("measurement", measurements, last_measurement),
            } | _moments({at for *_, at in entries}, last_act, moment)
            for table in (*NEW, *sorted({f"uploaded.{extract}" for _, extract, _ in entries})):
                question = NEW.get(table, ROWS).format(table=f"store.{table}", **words)
                _bring(cursor, table, inner, question)
        seal_what_stands(cursor, last_event)
        return [[load + last_load - loads if load > loads else load for load in some] for some in acted]


class RehearsalOnLake(Rehearsal):
    """Hold a lake as it would be: what is published in it is worked out beside it, too."""

    def publish(self, authority: str, since: date, until: date, act: Publish) -> list[list[int]]:
        """Have loads stored and measured beside the lake, and carried into what is rolled back."""
        with closing(Workshop(self._cursor, self.where, authority, (since, until))) as beside:
            return beside.carry(self._cursor, beside.act(act))


def _row(cursor: Cursor, question: str, given: Mapping[str, Any] = NOTHING) -> tuple:
    """Return the one row of an answer."""
    return cursor.execute(question, _asked(question, given)).fetchall()[0]


def _bring(into: Cursor, table: str, out_of: Cursor, question: str, given: Mapping[str, Any] = NOTHING) -> None:
    """Bring the rows that one database answers into a table of another; where there are none, nothing is written."""
    brought = out_of.execute(question, _asked(question, given)).to_arrow_table()
    if len(brought):
        into.register("brought", brought)
        into.execute(f"insert into store.{table} by name from brought")
        into.unregister("brought")


def _asked(question: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parameters that a question has, of those that there are."""
    return {name: value for name, value in given.items() if f"${name}" in question}


def _after(number: str, last_then: int, last_now: int) -> str:
    """Write a number that was given after one, as it follows on another; one given before stays."""
    return f"case when {number} > {last_then} then {number} + {last_now - last_then} else {number} end"


def _moments(written: set[datetime], before: datetime | None, last: datetime | None) -> dict[str, str]:
    """Write the moments of what was done here: just after the last act, where somebody acted later meanwhile.

    A moment that somebody gave, which is before the acts that were known, stays.
    """
    late = {at: last + TICK for at in written if last is not None and at <= last and (before is None or at > before)}
    whens = "".join(f" when {{name}} = timestamp '{at}' then timestamp '{then}'" for at, then in late.items())
    template = f"case{whens} else {{name}} end" if whens else "{name}"
    return {name: template.format(name=name) for name in ("published_at", "explained_at", "happened_at")}
