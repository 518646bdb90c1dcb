"""A store on a lake: asked and changed in the same words as one in a file, by as many processes as like.

What differs is here: the lock to write (`write_lock.py`), and that nothing is done on opening where nothing lacks.
"""

import shutil
import threading
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import duckdb

from data.errors import Crossed, Mendable
from data.lake.address import Address
from data.lake.catalogue import (
    NOTHING_WRITTEN,
    attach_lake,
    holds_a_store,
    must_be_free_of_a_store,
    must_take_files,
    no_store,
    reached,
)
from data.lake.small_files import merge_small_files
from data.lake.write_lock import LockAcrossProcesses
from data.store.attachment import Cursor, migrate, version_of
from data.store.error_messages import no_room
from data.store.migrations import VERSION
from data.store.pseudonyms import pseudonym_key_made, pseudonym_key_of, pseudonyms_of
from data.store.rehearsal import RESERVE
from data.store.store import Lock, Store
from data.store.tables import all_columns, is_complete


class Lake(Store):
    """Hold the published months on a lake. Make one with `begin_at` or `open_at`."""

    def __init__(self, lock: LockAcrossProcesses, address: Address, folder: Path, pseudonym_key: Path | None):
        """Take the lock of a connection to which lake and catalogue are attached, and where lake and files are."""
        self.address, self.folder, self._lock = address, folder, lock
        self._stands = holds_a_store(lock.connection)
        super().__init__(lock.connection, str(address), pseudonym_key=pseudonym_key)
        self._stands = True

    @classmethod
    def begin_at(
        cls, address: Address, folder: Path | None, key: Path | None = None, pseudonym_key: Path | None = None
    ) -> "Lake":
        """Make a new store on a lake, encrypted, with pseudonyms under a key of their own.

        Raises:
            Mendable: where a store stands there already, or the catalogue, folder or key will not do.
        """
        people = pseudonym_key_made(pseudonym_key or pseudonym_key_of(key), key)
        connection = reached(address)
        try:
            with LockAcrossProcesses(connection, address) as lock:
                place = attach_lake(connection, address, folder, is_new=True)
                must_be_free_of_a_store(connection, address)
                return cls(lock, address, place, people)
        except BaseException:
            connection.close()
            raise

    @classmethod
    def open_at(
        cls, address: Address, folder: Path | None = None, key: Path | None = None, pseudonym_key: Path | None = None
    ) -> "Lake":
        """Open a store on a lake that is there, bringing an older one up to date.

        Raises:
            Mendable: where it is missing, of a newer version, or the catalogue or folder will not do.
        """
        connection = reached(address)
        try:
            place = attach_lake(connection, address, folder)
            if not holds_a_store(connection):
                raise no_store(address)
            lock = LockAcrossProcesses(connection, address)
            if version_of(connection, str(address)) < VERSION:
                with lock:
                    version = version_of(connection, str(address))  # another may have been first
                    if version < VERSION:
                        migrate(connection, str(address), version, "")
            return cls(lock, address, place, pseudonym_key or pseudonym_key_of(key))
        except BaseException:
            connection.close()
            raise

    @property
    def path(self) -> None:
        """Return nothing: a lake is no file."""
        return None

    def must_have_room(self, size: int) -> None:
        """Refuse, before anything is written, what would fill the disk of the lake's folder; `size` is in bytes.

        Raises:
            Mendable: where it has no room, is not there or takes no files.
        """
        must_take_files(self.folder)
        if shutil.disk_usage(self.folder).free < size + RESERVE:
            raise no_room(str(self.folder))

    def fill_once(self, fill: Callable[[Cursor], None]) -> None:
        """Have the tables that ship filled; where those beside them are not on the lake yet, under the lock."""
        if self._shipped:
            return
        with self.reading() as cursor:
            complete = "reference.releases" in all_columns(cursor)
        with nullcontext() if complete else self._lock:
            super().fill_once(fill)

    def _locks(self) -> tuple[Lock, Lock]:
        """Return what a change waits for, all processes, and what a rehearsal does, which is never kept: this one."""
        return self._lock, threading.RLock()

    def _begin(self, cursor: Cursor) -> None:
        """Begin a change, unless the store was brought to a newer version since this process opened it."""
        cursor.begin()
        if not self._stands:
            return
        ((version,),) = cursor.execute("select house.version from store.ledger.house as house").fetchall()
        if version != VERSION:
            raise Mendable(
                f"{self.where} was brought to version {version} by a newer program, and this one keeps {VERSION}. "
                f"Start the newer one. {NOTHING_WRITTEN}"
            )

    def _keep(self, cursor: Cursor) -> None:
        """Keep a change, unless the lock was lost on the way, or what waits for no lock changed the same."""
        self._lock.must_hold()
        try:
            cursor.commit()
        except duckdb.TransactionException as why:
            if "conflict" not in str(why):
                raise
            raise Crossed(f"Somebody else changed the same in {self.where} at that moment. {NOTHING_WRITTEN}") from why

    def _settle(self, cursor: Cursor, is_acknowledged: bool) -> None:  # noqa: ARG002 - all is kept alike
        """Make what was kept quick to read."""
        merge_small_files(cursor)

    def _make_tables(self, pseudonym_key: Path | None) -> None:
        """Make what is missing; where nothing is, as mostly, nobody waits for the lock."""
        with self.reading() as cursor:
            complete = is_complete(cursor)
            if complete:
                self.pseudonyms = pseudonyms_of(cursor, pseudonym_key)
        if not complete:
            super()._make_tables(pseudonym_key)
