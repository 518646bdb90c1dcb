"""A backup put in the place of a store: read through before, counted after, and what lay there is kept beside it."""

import os
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from data.access import Act, Reader
from data.errors import Held, Mendable
from data.ledger.about import About
from data.ledger.audit_log import record
from data.ledger.deeds import Deed
from data.store.attachment import attach, version_of
from data.store.journal import journal_of
from data.store.migrations import VERSION
from data.store.reading_through import Contents, contents_of
from data.store.store import Store
from data.upkeep.backup import copied_by_another, keyed, must_hold, unfinished


@dataclass(frozen=True)
class Restored:
    """Hold what a restored store holds, and where the store now lies that was in its place, if there was one."""

    contents: Contents
    aside: Path | None


def put_back(
    reader: Reader, backup: Path, key: Path | None, place: Path, store_key: Path | None, replace: bool
) -> Restored:
    """Put a backup in the place of a store, under the store's key; `key` is the backup's. The backup stays.

    With `replace`, a store that lies there is moved aside, its journal with it; nothing is deleted.

    Raises:
        Mendable: where a store lies there and may not be replaced, the backup is not whole, or a key is missing.
        Held: where a process holds the store: the dashboard has to be stopped first.
    """
    reader.must(Act.ADMINISTER)
    place = place.resolve()
    if not place.parent.is_dir():
        raise Mendable(f"There is no folder {place.parent} to restore to. Make the folder first.")
    _must_be_replaceable(place, store_key, replace)
    if backup.exists() and place.exists() and backup.samefile(place):
        raise Mendable(f"{backup} is the store itself. Name a backup of it.")
    backed_up = contents_of(backup, key)
    with unfinished(place) as copy:
        copied_by_another(backup, copy)
        with keyed(copy, key, store_key, place) as finished:
            contents = contents_of(finished, store_key)
            must_hold(contents, backed_up.rows, place)
            _enter(finished, store_key, reader, sum(contents.rows.values()))
            aside = _kept_aside(place)
            finished.replace(place)
    return Restored(contents, aside)


def _enter(store: Path, key: Path | None, reader: Reader, rows: int) -> None:
    """Enter into the log of a store that it was restored, unless it is older and has yet to be brought up to date."""
    with closing(attach(store, key)) as connection:
        if version_of(connection, store) == VERSION:
            connection.execute(Store.numbering())
            connection.begin()
            record(connection, reader, Deed.BROUGHT_BACK, About(rows=rows))
            connection.commit()


def _must_be_replaceable(place: Path, key: Path | None, replace: bool) -> None:
    """Refuse to replace a store unasked, or while a process holds it; one that is damaged may be replaced."""
    if not place.exists() and not journal_of(place).exists():
        return
    if place.exists() and not place.is_file():
        raise Mendable(f"{place} is no file, and it has been left as it was. Name another place for the store.")
    fault = ""
    try:
        if place.is_file():
            attach(place, key, read_only=True).close()
    except Held:
        raise
    except Mendable as why:  # damaged, or of another key: that may be why a backup is restored
        fault = f" ({why})"
    if not replace:
        raise Mendable(
            f"A store lies at {place}{fault}, and it has been left as it was. Say --overwrite to put the backup in its "
            "place; the store is kept beside it."
        )


def _kept_aside(place: Path) -> Path | None:
    """Keep what lies in the place of a store under another name, and its journal; return where.

    The store has both names until another takes its place in one step: who is killed between leaves the store there.
    """
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    aside = place.with_name(f"{place.name}.before-{moment}")
    if journal_of(place).exists():
        journal_of(place).replace(journal_of(aside))
    if not place.exists():
        return None
    try:
        os.link(place, aside)
    except OSError:  # not every file system gives a file two names
        place.replace(aside)
    return aside
