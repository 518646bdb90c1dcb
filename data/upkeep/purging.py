"""Rows taken out for good: in a copy of the store, of which only what stands is written into the file in its place.

A database that deletes rows keeps their bytes for a while, so a new file is made. Until it takes the store's place,
which is one renaming, the store is as it was. Figures stay as they were published; those of months without rows go on
as figures already counted.
"""

import shutil
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pandas as pd

from data.access import Act, Reader
from data.errors import Mendable
from data.extracts import all_extracts
from data.identities.identifier_table import identifier_table
from data.lake.address import address_of
from data.lake.lake import Lake
from data.lake.scrubbing import scrub
from data.ledger.audit_log import record
from data.ledger.clock import this_moment
from data.ledger.deeds import Deed
from data.ledger.delivery import Incoming
from data.ledger.loads import Stamp, keep_figures_alone
from data.store.attachment import Cursor, attach, copy_into
from data.store.error_messages import no_room
from data.store.pseudonyms import people_in
from data.store.store import Store
from data.store.wholeness import rows_held
from data.upkeep.made_anew import FIGURES, copies_beside, open_with_pseudonyms, unfinished_pair
from data.upkeep.purge_requests import PurgeRequest, must_confirm, rows_going

Counted = Callable[[Store, Reader, str, date], pd.DataFrame]
"""What counts the figures of an authority's month, as rows of figures already counted."""
WRITTEN_IN = ("ledger.", "measured.", "uploaded.aggregates")
"""Tables in which a purge itself writes, or takes out what is of its rows; all others keep every other row."""


@dataclass(frozen=True)
class Purged:
    """Hold what was asked for, and the rows that were taken out: extract, month, load, rows."""

    request: PurgeRequest
    rows: pd.DataFrame
    copies: tuple[Path, ...] = ()
    """Copies beside the store that still hold it, and must be destroyed."""


def purge(
    reader: Reader, place: Path, key: Path | None, pseudonym_key: Path | None, number: int, counted: Counted
) -> Purged:
    """Have done what was asked for: `number` names it, `counted` counts figures that go on without rows.

    Raises:
        Mendable: where the reader may not, asked for it themselves, or there is no room; the store is as it was.
        Held: where a process holds the store: the dashboard has to be stopped first.
    """
    reader.must(Act.GOVERN)
    with closing(open_with_pseudonyms(place, key, pseudonym_key)) as store, store.reading() as cursor:
        must_confirm(cursor, reader, number)
    if shutil.disk_usage(place.parent).free < 3 * place.stat().st_size:
        raise no_room(str(place))
    with unfinished_pair(place) as (work, clean):
        shutil.copyfile(place, work)
        with closing(Store.open_file(work, key, pseudonym_key)) as store:
            done = _taken_out(store, reader, number, counted)
            people = _people_left(store)
        with closing(attach(work, key)) as connection:
            copy_into(connection, clean, key)
        _must_hold_the_rest(place, clean, key, done)
        clean.replace(place)
    _keep_in_table(people)
    return replace(done, copies=tuple(copies_beside(place)))


def purge_on_lake(
    reader: Reader, place: str, key: Path | None, pseudonym_key: Path | None, number: int, counted: Counted
) -> Purged:
    """Have done on a lake what was asked for: rows are deleted in one change, and then their bytes taken away.

    Whoever ends it in between finds the rows deleted, and has `clean-lake` take their bytes away a day later.

    Raises:
        Mendable: where the reader may not, or asked for it themselves, or catalogue or folder will not do.
    """
    reader.must(Act.GOVERN)
    address = address_of(place)
    with closing(Lake.open_at(address, None, key, pseudonym_key)) as lake:
        done = _taken_out(lake, reader, number, counted)
        people = _people_left(lake)
    scrub(address, at_once=True)
    _keep_in_table(people)
    return done


def _keep_in_table(people: set[str]) -> None:
    """Leave nobody in the table that leads back whom no row names any more."""
    table = identifier_table()
    if table is not None and not table.why_not_there():
        table.keep_only(people)


def _taken_out(store: Store, reader: Reader, number: int, counted: Counted) -> Purged:
    """Take rows out of a copy, in one transaction with its entry in the audit log."""
    with store.reading() as cursor:
        request = must_confirm(cursor, reader, number)
        going = rows_going(cursor, request.authority, request.before, request.child)
    months = sorted({moment.date() for moment in going["month"]}) if request.child is None else []
    figures = {month: counted(store, reader, request.authority, month) for month in months}
    with store.change() as cursor:
        stood = _held(cursor)
        moment = this_moment(cursor)
        if request.child is None:
            _months(cursor, reader, request, going, figures)
        else:
            _child(cursor, request, going, store.pseudonyms.known_again_as(request.authority, request.child))
        cursor.execute(
            "update store.ledger.purges set done_at = ?, done_by = ?, child = null where purge = ?",
            [moment, reader.who, number],
        )
        deed = Deed.PURGED if request.child is None else Deed.ERASED
        record(cursor, reader, deed, request.about, at=moment)
        done = Purged(request, going)
        _must_be_the_rest(store.where, done, stood, _held(cursor))
    return done


def _months(
    cursor: Cursor, reader: Reader, request: PurgeRequest, going: pd.DataFrame, figures: Mapping[date, pd.DataFrame]
) -> None:
    """Take out all rows of loads of months, and let their figures go on as figures already counted."""
    loads = [int(load) for load in going["load"]]
    stamp = Stamp(request.authority, reader, this_moment(cursor))
    for month, rows in figures.items():
        keep_figures_alone(cursor, stamp, month, _as_counted(rows), request.why)
    for name in set(going["extract"]):
        cursor.execute(f"delete from store.uploaded.{name} where list_contains(?, load)", [loads])
    cursor.execute("insert into store.ledger.purged select unnest(?::integer[]), ?", [loads, request.purge])
    cursor.execute("delete from store.ledger.findings where list_contains(?, load)", [loads])
    cursor.execute("update store.ledger.loads set rows = 0 where list_contains(?, load)", [loads])
    of_loads = "select measurement from store.measured.measurements where list_has_any(loads, ?::integer[])"
    cursor.execute(f"delete from store.measured.rows where measurement in ({of_loads})", [loads])
    cursor.execute("delete from store.measured.answers where authority = ?", [request.authority])


def _child(cursor: Cursor, request: PurgeRequest, going: pd.DataFrame, known_again: str) -> None:
    """Take out all rows of a child, who stays counted in the figures as they were published, and is named by none."""
    for extract, load, rows in going[["extract", "load", "rows"]].itertuples(index=False):
        cursor.execute(
            "delete from store.ledger.findings where load = ? and row in "
            f"(select row from store.uploaded.{extract} where load = ? and child_id = ?)",
            [load, load, request.child],
        )
        cursor.execute(f"delete from store.uploaded.{extract} where load = ? and child_id = ?", [load, request.child])
        cursor.execute("update store.ledger.loads set rows = rows - ? where load = ?", [int(rows), int(load)])
    cursor.execute(
        """
        update store.measured.rows as rows
        set child_id = null, subject = 'erased ' || ? || ' ' || rows.rowid
        where rows.child_id = ? or rows.subject = ?
        """,
        [request.purge, request.child, request.child],
    )
    cursor.execute("delete from store.measured.answers where authority = ?", [request.authority])
    cursor.execute(
        "insert into store.ledger.erased select ?, ? "
        "where not exists (select 1 from store.ledger.erased as erased where erased.known_again = ?)",
        [known_again, request.purge, known_again],
    )


def _as_counted(rows: pd.DataFrame) -> Incoming:
    """Return figures as they are kept when their rows are not."""
    findings = pd.DataFrame(columns=["row", "column", "rule", "severity", "message"])
    digest = sha256(rows.to_csv(index=False).encode()).hexdigest()
    return Incoming("aggregates", rows, "figures of rows taken out", "", digest, 0, findings)


def _people_left(store: Store) -> set[str]:
    """Return the pseudonyms of everybody whom a row still names; an audit, only while it is there itself."""
    columns = [
        (name, column)
        for name, declared in all_extracts().items()
        for column, whom in people_in(declared).items()
        if whom != "audit" or name == "audits"
    ]
    question = " union ".join(f"select {column} from store.uploaded.{name}" for name, column in columns)
    with store.reading() as cursor:
        return {pseudonym for (pseudonym,) in cursor.execute(question).fetchall() if pseudonym is not None}


def _held(cursor: Cursor) -> tuple[dict[str, int], set[str]]:
    """Return the rows of every table of a store, and its figures."""
    return rows_held(cursor), {repr(row) for row in cursor.execute(FIGURES).fetchall()}


def _must_hold_the_rest(place: Path, clean: Path, key: Path | None, done: Purged) -> None:
    """Refuse a new file that lacks a row that was to stay, or has another figure."""
    files = []
    for path in (place, clean):
        with closing(attach(path, key, read_only=True)) as connection:
            files.append(_held(connection))
    _must_be_the_rest(str(place), done, *files)


def _must_be_the_rest(
    where: str, done: Purged, before: tuple[dict[str, int], set[str]], after: tuple[dict[str, int], set[str]]
) -> None:
    """Refuse what lacks a row that was to stay, or has another figure."""
    going: Counter[str] = Counter()
    for extract, rows in done.rows[["extract", "rows"]].itertuples(index=False):
        going[f"uploaded.{extract}"] += int(rows)
    odd = [
        table
        for table, rows in before[0].items()
        if not table.startswith(WRITTEN_IN) and after[0].get(table) != rows - going[table]
    ]
    if odd or not before[1] <= after[1]:
        raise Mendable(f"{where} was left as it was: {odd[0] if odd else 'a figure'} would not have come out whole.")
