"""The one room that speaks to DuckDB: a store in memory, in a file or in an encrypted file, all under one name.

One process owns a store file. One connection is held, and each question gets a cursor of its own, because threads that
share a connection receive each other's rows. Writers queue behind a lock and each change is one transaction.
"""

import os
import re
import shutil
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, Protocol, Self

import duckdb
import pandas as pd

from data.access import Act, Reader
from data.errors import Mendable
from data.extracts import all_extracts
from data.public_answers import PublicAnswers
from data.store.attachment import Cursor, attach, connected, is_encrypted, let_go, migrate, version_of
from data.store.error_messages import why_not_used
from data.store.journal import write_out
from data.store.migrations import VERSION, copy_before
from data.store.patience import stopped_in_time
from data.store.pseudonyms import AsWritten, begin, pseudonym_key_made, pseudonym_key_of, pseudonyms_of
from data.store.readable import EVERYBODY, must_ask_of_views, see_as, uploaded_names, view_of, views_and_words
from data.store.rehearsal import MEMORY, Readable, Rehearsal
from data.store.spilling import private
from data.store.tables import SCHEMA, columns_held, make_table, make_tables
from data.store.wholeness import must_be_of_one_moment, rows_held
from data.vocabulary.words import vocabulary

HERE = Path(__file__).parent
PARAMETER = re.compile(r"\$\w+")


class Lock(Protocol):
    """Say what whoever wants to change a store waits for: an RLock, or what does as it does across processes."""

    def acquire(self, blocking: bool = True) -> bool:
        """Take it; where that would be to wait and is not wanted, return false."""
        ...

    def release(self) -> None:
        """Let it go."""
        ...

    def __enter__(self) -> Any:
        """Take it for a block."""
        ...

    def __exit__(self, kind: Any, why: Any, trace: Any, /) -> None:
        """Let it go after the block."""
        ...


class Store(Readable):
    """Hold the published months. Make one with `in_memory`, `create` or `open_file`."""

    rehearsed: type[Rehearsal] = Rehearsal
    """What it is as it would be."""
    silent = ""
    """Says, where it does not answer at this moment, that it tells what it told before."""

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        where: str,
        invented: bool = False,
        pseudonym_key: Path | None = None,
    ):
        """Take a connection to which the store is attached under the name `store`, and where its pseudonym key lies."""
        self._root = connection
        self._writing, self._rehearsing = self._locks()
        self._shipping, self._shipped = threading.Lock(), False
        self._views: frozenset[str] = frozenset()
        self.public = PublicAnswers()
        self.where = where
        self.invented = invented
        self.made_of: Path | None = None
        """The file that this store was made anew of just now, with people as they were written."""
        self._furnish(pseudonym_key)

    @classmethod
    def in_memory(cls, invented: bool = False) -> Self:
        """Make an empty store that is gone when the process ends."""
        connection = connected(private())
        connection.execute("attach ':memory:' as store")
        return cls(connection, MEMORY, invented)

    @classmethod
    def create(
        cls, path: Path, key: Path | None = None, pseudonym_key: Path | None = None, invented: bool = False
    ) -> "Store":
        """Make a new store file, encrypted when a key file is given, with pseudonyms under a key of their own.

        The key of pseudonyms is made where it is missing: at `pseudonym_key`, or where `pseudonym_key_of` looks for it.
        A store of invented children has none, and keeps identifiers as they are.

        Raises:
            Mendable: where a file lies there already, its folder is missing or a key will not do.
        """
        if path.exists():
            raise Mendable(f"{path} is there already, and it has been left as it was. Choose another name.")
        if not path.parent.is_dir():
            raise Mendable(f"There is no folder {path.parent} to make a store in. Make the folder first.")
        connection = attach(path, key)
        people = None if invented else pseudonym_key_made(pseudonym_key or pseudonym_key_of(key), key)
        store = cls(connection, str(path), pseudonym_key=people)
        path.chmod(0o600)
        return store

    @classmethod
    def copied(cls, path: Path) -> "Store":
        """Open a copy of a store file of invented children: as one in memory, it is gone when the process ends."""
        folder = Path(mkdtemp(prefix="invented-"))
        connection = attach(Path(shutil.copy(path, folder)), None)
        store = cls(connection, MEMORY, invented=True)
        weakref.finalize(store, let_go, connection, folder)
        if os.name == "posix":  # a process that is killed leaves nothing behind
            (folder / path.name).unlink()
        return store

    @classmethod
    def open_file(cls, path: Path, key: Path | None = None, pseudonym_key: Path | None = None) -> "Store":
        """Open a store file that is there, bringing an older one up to date; one that is missing is never made.

        Whose key of pseudonyms is lost can still read it.

        Raises:
            Mendable: where it is missing, damaged, not a store, of a newer version, or the key does not fit.
            Held: where another process holds it.
        """
        if not path.is_file():
            raise Mendable(f"There is no store at {path}. Make one with: python cli.py init --store {path}")
        connection = attach(path, key)
        try:
            version = version_of(connection, path)
            if version < VERSION:
                connection.close()  # writes its journal into the file, so that the copy is whole
                copy = copy_before(path, version)
                connection = attach(path, key)
                migrate(connection, path, version, f", and a copy of it is {copy}")
            store = cls(connection, str(path), pseudonym_key=pseudonym_key or pseudonym_key_of(key))
            with store.reading() as cursor:
                must_be_of_one_moment(cursor, path)
            return store
        except BaseException:
            connection.close()
            raise

    def close(self) -> None:
        """Write everything out and let go of the file."""
        self._root.close()

    def ask(self, reader: Reader, question: str, **given: Any) -> pd.DataFrame:
        """Answer a question in SQL of what the reader may see: the views of `data/store/readable.py`.

        Raises:
            Mendable: where the reader may see no figure at all, or it takes too long or more memory than there is.
            PermissionError: where it asks of anything else: a fault of ours, not of the reader.
        """
        reader.must(Act.AGGREGATES)
        uploaded = must_ask_of_views(question)
        with self._in_words(), self._root.cursor() as cursor:
            self._have_views(cursor, uploaded)
            see_as(cursor, reader.authorities)
            with stopped_in_time(cursor):
                return cursor.execute(question, given).df()

    def ask_public(self, question: str, **given: Any) -> pd.DataFrame:
        """Answer a question in SQL on what all may read: figures published, exchanged, or shipped with the program.

        Raises:
            PermissionError: where it reads any other table: a fault of ours, not of the reader.
        """
        with self._in_words(), self._root.cursor() as cursor:
            read = cursor.get_table_names(PARAMETER.sub("null", question), qualified=True)
            if private := {table for table in read if not table.removeprefix("store.").startswith("reference.")}:
                raise PermissionError(f"a question on what is public may not read {', '.join(sorted(private))}")
            return cursor.execute(question, given).df()

    @contextmanager
    def change(self, is_acknowledged: bool = True) -> Iterator[Cursor]:
        """Give a cursor in a transaction of its own: all of it is kept, or nothing. Writers wait for each other.

        What is kept is in the store file itself when the block has ended, and not in a journal beside it: a copy of the
        file holds it. Where `is_acknowledged` is false, nobody is told that it is kept and it can be worked out anew:
        then it may wait in the journal for the next change.

        Raises:
            Mendable: where the disk is full or the file damaged; nothing was changed.
        """
        with self._writing, self._in_words(), self._root.cursor() as cursor:
            see_as(cursor, EVERYBODY)
            try:
                self._begin(cursor)
                yield cursor
                self._keep(cursor)
            except BaseException:
                with suppress(duckdb.Error):  # what failed has been rolled back already, or its server is away
                    cursor.rollback()
                raise
            if is_acknowledged:  # what is worked out anew is never public
                self.public.forget()
            self._settle(cursor, is_acknowledged)

    @contextmanager
    def change_unless_busy(self) -> Iterator[Cursor | None]:
        """Give a cursor as `change` does, for what may wait in the journal; None where it would wait for another."""
        if not self._writing.acquire(blocking=False):
            yield None
            return
        try:
            with self.change(is_acknowledged=False) as cursor:
                yield cursor
        finally:
            self._writing.release()

    @contextmanager
    def addition(self) -> Iterator[Cursor]:
        """Give a cursor in a transaction that waits for nobody: only to add rows to a table that has no order."""
        with self._in_words(), self._root.cursor() as cursor:
            cursor.begin()
            try:
                yield cursor
                cursor.commit()
            except BaseException:
                with suppress(duckdb.Error):  # what failed has been rolled back already, or its server is away
                    cursor.rollback()
                raise

    @contextmanager
    def reading(self) -> Iterator[Cursor]:
        """Give a writer's cursor to look first: it sees all as it stands, waits for nobody, and keeps nothing."""
        with self._in_words(), self._root.cursor() as cursor:
            see_as(cursor, EVERYBODY)
            cursor.begin()
            try:
                yield cursor
            finally:
                with suppress(duckdb.Error):  # what failed has been rolled back already, or its server is away
                    cursor.rollback()

    @contextmanager
    def rehearsal(self) -> Iterator[Rehearsal]:
        """Give the store as it would be: what is changed there is seen there only, and nothing of it is kept.

        Readers go on reading what stands; writers wait, as they do for any change.
        """
        with self._rehearsing, self._in_words(), self._root.cursor() as cursor:
            self._have_views(cursor, uploaded_names())  # inside a transaction that changes the store none can be made
            see_as(cursor, EVERYBODY)
            cursor.begin()
            try:
                yield self.rehearsed(self, cursor)
            finally:
                with suppress(duckdb.Error):  # what failed has been rolled back already, or its server is away
                    cursor.rollback()

    @contextmanager
    def standing_still(self) -> Iterator[dict[str, int]]:
        """Give the rows of every table while nobody changes the store and all of it is in its file, to be copied."""
        with self._writing, self._in_words(), self._root.cursor() as cursor:
            if self.path is not None:
                write_out(cursor, self.path)
            yield rows_held(cursor)

    def at_rest(self) -> bool:
        """Tell whether nobody else is changing or rehearsing on the store, so that a change would not wait."""
        free = self._writing.acquire(blocking=False)
        if free:
            self._writing.release()
        return free

    @property
    def is_kept(self) -> bool:
        """Tell whether the store outlives this process, in a file or on a lake."""
        return self.where != MEMORY

    @property
    def encrypted(self) -> bool:
        """Tell whether the store is encrypted."""
        with self._root.cursor() as cursor:
            return is_encrypted(cursor)

    def fill_once(self, fill: Callable[[Cursor], None]) -> None:
        """Have the tables that ship filled, the first time that they are asked for: opening a store is quick."""
        if self._shipped:
            return
        with self._shipping, self._in_words(), self._root.cursor() as cursor:
            if not self._shipped:
                fill(cursor)
                self._shipped = True

    def _locks(self) -> tuple[Lock, Lock]:
        """Return what a change waits for, and what a rehearsal does: in a file, for each other."""
        writing = threading.RLock()
        return writing, writing

    def _begin(self, cursor: Cursor) -> None:
        """Begin a change."""
        cursor.begin()

    def _keep(self, cursor: Cursor) -> None:
        """Keep a change."""
        cursor.commit()

    def _settle(self, cursor: Cursor, is_acknowledged: bool) -> None:
        """Write what was kept into the file, where somebody is told that it is."""
        if self.path is not None and is_acknowledged:
            write_out(cursor, self.path)

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        """Say in a sentence what is wrong with the disk or the file; all else passes."""
        try:
            yield
        except duckdb.Error as why:
            error = why_not_used(self.where, str(why))
            if error is None:
                raise
            raise error from why

    def _have_views(self, cursor: Cursor, uploaded: frozenset[str]) -> None:
        """Make the views of uploaded tables that are missing: opening a store makes none, for there are many."""
        with self._shipping:
            for name in sorted(uploaded - self._views):
                cursor.execute(view_of(name))
            self._views |= uploaded

    @staticmethod
    def numbering() -> str:
        """Return the SQL that gives the next number of everything, to whoever has the lock to write."""
        return (HERE / "numbers.sql").read_text(encoding="utf-8")

    def _furnish(self, pseudonym_key: Path | None) -> None:
        """Make what is missing: schemas, tables, words and reference figures. Then close the doors to the outside."""
        reference = (HERE / "reference.sql").read_text(encoding="utf-8").replace("{reference}", _reference())
        self._root.execute(f"begin; {vocabulary()} {reference} commit;")
        self._make_tables(pseudonym_key)
        self._root.execute(f"begin; {self.numbering()} {views_and_words()} commit;")
        self._root.execute("set enable_external_access = false")
        self._root.execute("set lock_configuration = true")

    def _make_tables(self, pseudonym_key: Path | None) -> None:
        """Make the tables that are missing, begin a new store, and learn how identifiers are kept."""
        with self.change() as cursor:
            make_tables(cursor, SCHEMA.read_text(encoding="utf-8"))
            new = cursor.execute("select 1 from store.ledger.house").fetchone() is None
            if new:
                cursor.execute("insert into store.ledger.house values (?)", [VERSION])
                if pseudonym_key is not None:
                    begin(cursor, pseudonym_key)
            self.pseudonyms: AsWritten = pseudonyms_of(cursor, pseudonym_key)
            columns = {} if new else columns_held(cursor)
            for declared in all_extracts().values():
                make_table(cursor, declared, columns.get(declared.name))


def is_of_a_store(path: Path) -> bool:
    """Tell whether a file is a store, or a journal, a copy or a door that lies beside one and begins with its name."""
    place = path.resolve()
    names = [place.name, *(place.name[:at] for at, letter in enumerate(place.name) if letter == "." and at)]
    return any(_is_database(place.with_name(name)) for name in names)


def _is_database(path: Path) -> bool:
    """Tell whether a file is a database, encrypted or not."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(12)[8:] == b"DUCK"


def _reference() -> str:
    """Return the folder of shipped figures, as SQL wants it written."""
    return str(HERE.parent / "reference").replace("'", "''")
