"""A store on a lake: asked and changed in the same words as one in a file, by as many processes as like.

What differs is here: the lock to write (`write_lock.py`), and that nothing is done on opening where nothing lacks.
"""

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, nullcontext
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from data.access import Act, Reader
from data.errors import Crossed, Mendable
from data.lake.address import Address
from data.lake.catalogue import attach_lake, holds_a_store, let_go, must_be_free_of_a_store, no_store, reached
from data.lake.folder import NOTHING_WRITTEN, must_take_files
from data.lake.small_files import merge_small_files
from data.lake.told_before import AWAY, MOMENT, Answers
from data.lake.workshop import RehearsalOnLake, Workshop
from data.lake.write_lock import UNSURE, LockAcrossProcesses, asked
from data.public_answers import PublicAnswers
from data.store.attachment import Cursor, migrate, version_of
from data.store.error_messages import ABORTED, is_silent, no_room, why_not_used
from data.store.migrations import VERSION
from data.store.pseudonyms import pseudonym_key_made, pseudonym_key_of, pseudonyms_of
from data.store.rehearsal import RESERVE, Publish
from data.store.store import Lock, Store
from data.store.tables import all_columns, is_complete


class Lake(Store):
    """Hold the published months on a lake. Make one with `begin_at` or `open_at`."""

    rehearsed = RehearsalOnLake

    def __init__(self, lock: LockAcrossProcesses, address: Address, folder: Path, pseudonym_key: Path | None):
        """Take the lock of a connection to which lake and catalogue are attached, and where lake and files are."""
        self.address, self.folder, self._lock = address, folder, lock
        self._answers = Answers()
        self._stands = holds_a_store(lock.connection)
        super().__init__(lock.connection, str(address), pseudonym_key=pseudonym_key)
        self._stands = True
        self.public = PublicAnswers(others_write=True)

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
            let_go(connection)
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
        except duckdb.Error as why:
            let_go(connection)
            raise why_not_used(str(address), str(why)) or why from why
        except BaseException:
            let_go(connection)
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

    def ask(self, reader: Reader, question: str, **given: Any) -> pd.DataFrame:
        """Answer as any store does; at once where nothing has moved since, and as it last did while PostgreSQL is away.

        Raises:
            Mendable: as `Store.ask` does, or where PostgreSQL is away and this was not asked before.
        """
        reader.must(Act.AGGREGATES)
        asked_for = (question, tuple(reader.authorities), repr(given))
        try:
            with self._in_words(), self._root.cursor() as cursor:
                ((moment,),) = asked(cursor, MOMENT)
        except Mendable:
            answer = self._answers.kept(asked_for)
            if answer is None:
                raise
            self.silent = AWAY
            return answer
        self.silent = ""
        answer = self._answers.kept(asked_for, moment)
        if answer is None:
            answer = super().ask(reader, question, **given)
            self._answers.keep(asked_for, moment, answer)
        return answer

    def publish(self, authority: str, since: date, until: date, act: Publish) -> list[list[int]]:
        """Have loads stored and measured beside the lake, and carried onto it under the lock: see `workshop.py`.

        Where others moved what it was worked out of, it is done again; at last with the lock held all the while.
        """
        for has_lock in (False, False, True):
            with self._lock if has_lock else nullcontext(), closing(self._workshop(authority, since, until)) as beside:
                acted = beside.act(act)
                with self.change() as cursor:
                    self._must_know_who_was_erased(cursor)
                    if has_lock or beside.still_stands(cursor):
                        return beside.carry(cursor, acted)
        raise AssertionError("with the lock held nothing moves")

    def _must_know_who_was_erased(self, cursor: Cursor) -> None:
        """Refuse what may hold rows of a child whom another process has erased since this one looked.

        Raises:
            Mendable: once for each time; then it is known here, too.
        """
        erased = cursor.execute("select known_again from store.ledger.erased").fetchall()
        if any(known_again not in self.pseudonyms.erased for (known_again,) in erased):
            self.pseudonyms.erased = frozenset(known_again for (known_again,) in erased)
            raise Mendable(
                f"A child was erased while this was published, and may be in it. {NOTHING_WRITTEN} Try again."
            )

    def _workshop(self, authority: str, since: date, until: date) -> Workshop:
        """Return what is needed to publish months, as it stands now."""
        with self.reading() as cursor:
            return Workshop(cursor, self.where, authority, (since, until))

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
        except duckdb.Error as why:
            if isinstance(why, duckdb.TransactionException) and "conflict" in str(why):
                crossed = f"Somebody else changed the same in {self.where} at that moment. {NOTHING_WRITTEN}"
                raise Crossed(crossed) from why
            if is_silent(str(why)) or ABORTED in str(why):
                raise Mendable(UNSURE) from why
            raise

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        """Say in a sentence, too, that the catalogue was cut off, of which DuckLake may keep the first word to itself.

        Then all that is asked is said to be aborted, the first question included. What was aborted by another error
        passes: that one is the cause.
        """
        try:
            with super()._in_words():
                yield
        except duckdb.Error as why:
            if ABORTED not in str(why) or isinstance(why.__context__, duckdb.Error):
                raise
            raise Mendable(
                f"PostgreSQL, which keeps the catalogue of {self.where}, broke off in the middle of an answer. Nothing "
                "was changed. Try again in a moment; where it lasts, tell whoever looks after the server: its log says "
                "why."
            ) from why

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
