"""A backup of a store, under a key of its own: it bears its name once it was read through and its rows were counted."""

import secrets
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.access import Act, Reader
from data.errors import Mendable
from data.ledger.about import About
from data.ledger.audit_log import record
from data.ledger.deeds import Deed
from data.store.attachment import copy_under_key
from data.store.error_messages import no_room
from data.store.keys import secret
from data.store.reading_through import Contents, contents_of
from data.store.rehearsal import RESERVE
from data.store.store import Store

COPY = """
import os, shutil, sys
os.umask(0o077)
try:
    with open(sys.argv[1], "rb") as held, open(sys.argv[2], "xb") as copy:
        shutil.copyfileobj(held, copy, 2**22)
        copy.flush()
        os.fsync(copy.fileno())
except OSError as why:
    sys.exit(str(why))
"""


def back_up(store: Store, reader: Reader, place: Path, store_key: Path | None, key: Path | None) -> Contents:
    """Copy a store that may be in use to a place where nothing lies, encrypted with a key if one is given.

    Changes wait while its bytes are copied, and readers do not. Return what the backup holds.

    Raises:
        Mendable: where the place is taken or has no room, or the copy cannot be read or holds other rows.
    """
    reader.must(Act.ADMINISTER)
    if store.path is None:
        raise Mendable("These are invented children, and nothing of them is kept: there is no store to back up.")
    must_be_free(place)
    with unfinished(place) as copy:
        with store.standing_still() as rows:
            copied_by_another(store.path, copy)
        with keyed(copy, store_key, key, place) as finished:
            contents = contents_of(finished, key)
            must_hold(contents, rows, place)
            finished.replace(place)
    with store.change() as cursor:
        record(cursor, reader, Deed.BACKED_UP, About(rows=sum(rows.values())))
    return contents


def must_be_free(place: Path) -> None:
    """Refuse a place where something lies already, whatever it is, or a folder that is not there.

    Raises:
        Mendable: saying which.
    """
    if not place.parent.is_dir():
        raise Mendable(f"There is no folder {place.parent} to write {place.name} to. Make the folder first.")
    if place.exists():
        raise Mendable(f"{place} is there already, and it has been left as it was. Choose another name.")


def must_hold(contents: Contents, rows: dict[str, int], place: Path) -> None:
    """Refuse a copy of which a table has other rows than were counted in what it is a copy of."""
    odd = [table for table in {*rows, *contents.rows} if rows.get(table) != contents.rows.get(table)]
    if odd:
        raise Mendable(
            f"The copy for {place} has other rows of {min(odd)} than the store. Nothing was kept; try again."
        )


@contextmanager
def unfinished(place: Path) -> Iterator[Path]:
    """Give a name beside a place for what is not finished, and take away what still bears it in the end."""
    path = place.with_name(f"{place.name}.{secrets.token_hex(4)}.unfinished")
    try:
        yield path
    finally:
        for leftover in place.parent.glob(f"{path.name}*"):
            shutil.rmtree(leftover) if leftover.is_dir() else leftover.unlink()


@contextmanager
def keyed(copy: Path, old: Path | None, new: Path | None, place: Path) -> Iterator[Path]:
    """Give a copy of a store under another key; itself, where the keys are the same.

    Raises:
        Mendable: where it would no longer be encrypted: children's data are never put in clear by a copy of them.
    """
    if new == old or (old and new and secret(old) == secret(new)):
        yield copy
        return
    if new is None:
        raise Mendable(f"{place} would not be encrypted, and what it is made of is. Say with which key.")
    with unfinished(place) as rekeyed:
        copy_under_key(copy, old, rekeyed, new)
        yield rekeyed


def copied_by_another(path: Path, copy: Path) -> None:
    """Have another process copy a file that this one may hold: to close it here would give up the lock on it.

    Raises:
        Mendable: where there is no room, or the file cannot be copied.
    """
    if shutil.disk_usage(copy.parent).free < path.stat().st_size + RESERVE:
        raise no_room(str(copy))
    words = [sys.executable, "-I", "-c", COPY, str(path), str(copy)]
    process = subprocess.run(words, capture_output=True, text=True, check=False)
    if process.returncode:
        raise Mendable(f"{path} could not be copied: {process.stderr.strip()}. It was not changed.")
