"""The one room that speaks to DuckDB: a store in memory, in a file or in an encrypted file, all under one name.

One process owns a store file. One connection is held, and each question gets a cursor of its own, because threads that
share a connection receive each other's rows. Writers queue behind a lock and each change is one transaction.
"""

import os
import re
import shutil
import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import duckdb
import pandas as pd

from data import extract
from data.access import Reader
from data.errors import Mendable
from data.extracts import all_extracts
from data.published.shipped_tables import bring_in
from data.store.error_messages import no_room, why_not_opened, why_not_used
from data.store.keys import secret
from data.store.migrations import VERSION, copy_before, steps_from
from data.store.vocabulary import vocabulary

Cursor = duckdb.DuckDBPyConnection
RESERVE = 16 * 2**20
"""Bytes of disk that stay free: the store's journal and its tidying up need room of their own."""
HERE = Path(__file__).parent
MEMORY = "memory"
PARAMETER = re.compile(r"\$\w+")
SAFE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
}
KINDS: dict[type[extract.Column], str] = {
    extract.Text: "varchar",
    extract.Code: "varchar",
    extract.Codes: "varchar",
    extract.YesNo: "varchar",
    extract.Date: "date",
    extract.Month: "date",
    extract.Number: "double",
    extract.Whole: "integer",
}


class Store:
    """Hold the published months. Make one with `in_memory`, `create` or `open_file`."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, where: str, invented: bool = False):
        """Take a connection to which the store is attached under the name `store`."""
        self._root = connection
        self._writing = threading.RLock()
        self._shipping, self._shipped = threading.Lock(), False
        self.where = where
        self.invented = invented
        self._furnish()

    @classmethod
    def in_memory(cls, invented: bool = False) -> "Store":
        """Make an empty store that is gone when the process ends."""
        connection = duckdb.connect(":memory:", config=SAFE)
        connection.execute("attach ':memory:' as store")
        return cls(connection, MEMORY, invented)

    @classmethod
    def create(cls, path: Path, key: Path | None = None) -> "Store":
        """Make a new store file, encrypted when a key file is given.

        Raises:
            Mendable: where a file lies there already, its folder is missing or the key will not do.
        """
        if path.exists():
            raise Mendable(f"{path} is there already, and it has been left as it was. Choose another name.")
        if not path.parent.is_dir():
            raise Mendable(f"There is no folder {path.parent} to make a store in. Make the folder first.")
        store = cls(_attach(path, key), str(path))
        path.chmod(0o600)
        return store

    @classmethod
    def copied(cls, path: Path) -> "Store":
        """Open a copy of a store file of invented children: as one in memory, it is gone when the process ends."""
        folder = Path(mkdtemp(prefix="invented-"))
        connection = _attach(Path(shutil.copy(path, folder)), None)
        store = cls(connection, MEMORY, invented=True)
        weakref.finalize(store, _let_go, connection, folder)
        if os.name == "posix":  # a process that is killed leaves nothing behind
            (folder / path.name).unlink()
        return store

    @classmethod
    def open_file(cls, path: Path, key: Path | None = None) -> "Store":
        """Open a store file that is there, bringing an older one up to date; one that is missing is never made.

        Raises:
            Mendable: where it is missing, damaged, not a store, of a newer version, or the key does not fit.
            Held: where another process holds it.
        """
        if not path.is_file():
            raise Mendable(f"There is no store at {path}. Make one with: python cli.py init --store {path}")
        connection = _attach(path, key)
        try:
            version = _version_of(connection, path)
            if version < VERSION:
                connection.close()  # writes its journal into the file, so that the copy is whole
                copy = copy_before(path, version)
                connection = _attach(path, key)
                _migrate(connection, path, version, copy)
            return cls(connection, str(path))
        except BaseException:
            connection.close()
            raise

    def close(self) -> None:
        """Write everything out and let go of the file."""
        self._root.close()

    def ask(self, reader: Reader, question: str, **given: Any) -> pd.DataFrame:
        """Answer a question in SQL, confined to the reader's authorities.

        The question must say `readable(authority, $authorities)` wherever it reads what belongs to an authority.

        Raises:
            PermissionError: where the question is not confined: a fault of ours, not of the reader.
        """
        must_be_confined(question)
        with self._in_words(), self._root.cursor() as cursor:
            return cursor.execute(question, {"authorities": list(reader.authorities), **given}).df()

    def ask_public(self, question: str, **given: Any) -> pd.DataFrame:
        """Answer a question in SQL on what all may read: figures published, exchanged, or shipped with the program.

        Raises:
            PermissionError: where it reads any other table: a fault of ours, not of the reader.
        """
        with self._in_words(), self._root.cursor() as cursor:
            self._bring_in_what_ships(cursor)
            read = cursor.get_table_names(PARAMETER.sub("null", question), qualified=True)
            if private := {each for each in read if not each.removeprefix("store.").startswith("reference.")}:
                raise PermissionError(f"a question on what is public may not read {', '.join(sorted(private))}")
            return cursor.execute(question, given).df()

    @contextmanager
    def change(self) -> Iterator[Cursor]:
        """Give a cursor in a transaction of its own: all of it is kept, or nothing. Writers wait for each other.

        Raises:
            Mendable: where the disk is full or the file damaged; nothing was changed.
        """
        with self._writing, self._in_words(), self._root.cursor() as cursor:
            cursor.begin()
            try:
                yield cursor
                cursor.commit()
            except BaseException:
                with suppress(duckdb.TransactionException):  # a commit that failed has been rolled back already
                    cursor.rollback()
                raise

    @contextmanager
    def rehearsal(self) -> Iterator["Rehearsal"]:
        """Give the store as it would be: what is changed there is seen there only, and nothing of it is kept.

        Readers go on reading what stands; writers wait, as they do for any change.
        """
        with self._writing, self._in_words(), self._root.cursor() as cursor:
            cursor.begin()
            try:
                yield Rehearsal(self, cursor)
            finally:
                with suppress(duckdb.TransactionException):  # a statement that failed has rolled it back already
                    cursor.rollback()

    def must_have_room(self, size: int) -> None:
        """Refuse, before anything is written, what would fill the disk; `size` is in bytes.

        Raises:
            Mendable: where that many bytes and a reserve are not free.
        """
        if self.path is not None and shutil.disk_usage(self.path.parent).free < size + RESERVE:
            raise no_room(self.where)

    @property
    def path(self) -> Path | None:
        """Return the file that the store is kept in, if it is kept."""
        return None if self.where == MEMORY else Path(self.where)

    @property
    def encrypted(self) -> bool:
        """Tell whether the store is encrypted."""
        with self._root.cursor() as cursor:
            return _is_encrypted(cursor)

    def columns_of(self, query: str) -> list[str]:
        """Return the columns a query would give, without running it.

        Raises:
            Mendable: with the reason why it cannot be run.
        """
        with self._root.cursor() as cursor:
            try:
                return [row[0] for row in cursor.execute(f"describe {query}").fetchall()]
            except duckdb.Error as why:
                raise Mendable(str(why).split("\n\n")[0].replace("\n", " ")) from why

    def tables_in(self, query: str) -> set[str]:
        """Return the names of the tables a query reads."""
        with self._root.cursor() as cursor:
            try:
                return cursor.get_table_names(query)
            except duckdb.Error as why:
                raise Mendable(str(why).split("\n\n")[0].replace("\n", " ")) from why

    def reads(self, query: str, table: str, column: str) -> bool:
        """Tell whether a query reads a column of a blank store's table: without the column it cannot be run."""
        if column not in query:  # most are not even named, and to try each takes thousands of times as long
            return False
        with self._writing, self._root.cursor() as cursor:
            cursor.begin()
            try:
                cursor.execute(f"alter table memory.main.{table} drop column {column}")
                cursor.execute(f"describe {query}")
            except duckdb.BinderException:
                return True
            finally:
                cursor.rollback()
        return False

    @classmethod
    def blank(cls) -> "Store":
        """Make a store with an empty table under each extract's bare name, to try definitions in."""
        store = cls.in_memory()
        with store.change() as cursor:
            for declared in all_extracts().values():
                cursor.execute(f"create table memory.main.{declared.name} ({_column_list(declared)})")
        return store

    def _bring_in_what_ships(self, cursor: Cursor) -> None:
        """Read the published figures that ship, the first time that they are asked for: opening a store is quick."""
        with self._shipping:
            if not self._shipped:
                bring_in(cursor)
                self._shipped = True

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        """Say in a sentence what is wrong with the disk or the file; all else passes."""
        try:
            yield
        except duckdb.Error as why:
            told = why_not_used(self.where, str(why))
            if told is None:
                raise
            raise told from why

    def _furnish(self) -> None:
        """Make what is missing: schemas, tables, words and reference figures. Then close the doors to the outside."""
        self._root.execute(vocabulary())
        self._root.execute((HERE / "reference.sql").read_text(encoding="utf-8").replace("{reference}", _reference()))
        with self.change() as cursor:
            cursor.execute((HERE / "schema.sql").read_text(encoding="utf-8"))
            new = cursor.execute("select 1 from store.ledger.house").fetchone() is None
            if new:
                cursor.execute("insert into store.ledger.house values (?)", [VERSION])
            held = {} if new else _columns_held(cursor)
            for declared in all_extracts().values():
                _make_table(cursor, declared, held.get(declared.name))
        self._root.execute((HERE / "standing_loads.sql").read_text(encoding="utf-8"))
        self._root.execute("set enable_external_access = false")
        self._root.execute("set lock_configuration = true")


class Rehearsal(Store):
    """Hold a store as it would be, inside a transaction that is rolled back: questions and changes share its cursor."""

    def __init__(self, store: Store, cursor: Cursor):
        """Take the store that is rehearsed on, and the cursor of the transaction."""
        self._cursor = cursor
        self.where = store.where
        self.invented = store.invented

    def ask(self, reader: Reader, question: str, **given: Any) -> pd.DataFrame:
        """Answer a question in SQL as the store would, were the rehearsal kept."""
        must_be_confined(question)
        return self._cursor.execute(question, {"authorities": list(reader.authorities), **given}).df()

    @contextmanager
    def change(self) -> Iterator[Cursor]:
        """Give the cursor of the rehearsal; nothing is kept."""
        yield self._cursor


def must_be_confined(question: str) -> None:
    """Refuse a question that is not confined to the reader's authorities.

    Raises:
        PermissionError: a fault of ours, not of the reader.
    """
    if "$authorities" not in question:
        raise PermissionError("a question to the store must be confined to the reader's authorities")


def _reference() -> str:
    """Return the folder of shipped figures, as SQL wants it written."""
    return str(HERE.parent / "reference").replace("'", "''")


def _attach(path: Path, key: Path | None) -> duckdb.DuckDBPyConnection:
    """Attach a store file, with its key if it has one; say in one sentence why it cannot be."""
    connection = duckdb.connect(":memory:", config=SAFE)
    unlock = ""
    if key is not None:
        _load_encryption(connection)
        unlock = f" (encryption_key '{secret(key)}')"
    place = str(path).replace("'", "''")
    try:
        connection.execute(f"attach '{place}' as store{unlock}")
    except duckdb.Error as why:
        connection.close()
        raise why_not_opened(path, str(why)) from None
    if key is not None and not _is_encrypted(connection):
        connection.close()
        raise Mendable(
            f"{path} is not encrypted although a key was given. Make a new store with the key and move to it."
        )
    return connection


def _let_go(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Close a copy and take it away."""
    connection.close()
    shutil.rmtree(folder, ignore_errors=True)


def _is_encrypted(connection: duckdb.DuckDBPyConnection) -> bool:
    """Ask DuckDB whether the attached store really is encrypted."""
    answer = connection.execute("select encrypted from duckdb_databases() where database_name = 'store'").fetchone()
    return bool(answer and answer[0])


def _load_encryption(connection: duckdb.DuckDBPyConnection) -> None:
    """Load the OpenSSL-backed cipher; without it nothing is written, since the fallback is not safe."""
    from duckdb_extensions import import_extension

    try:
        import_extension("httpfs", con=connection)
        connection.execute("load httpfs")
    except (duckdb.Error, OSError, ImportError) as why:
        raise Mendable(
            "The store cannot be encrypted safely here: DuckDB's httpfs extension did not load. "
            "Install requirements.txt again; nothing was written."
        ) from why


def _column_list(declared: extract.Declared) -> str:
    """Write the columns of an extract as SQL."""
    return ", ".join(f"{column.name} {KINDS[type(column)]}" for column in declared.columns)


def _columns_held(cursor: Cursor) -> dict[str, set[str]]:
    """Return the columns of each extract's table that the store has already."""
    found = cursor.execute(
        "select table_name, list(column_name) from duckdb_columns() "
        "where database_name = 'store' and schema_name = 'uploaded' group by table_name"
    ).fetchall()
    return {table: set(columns) for table, columns in found}


def _make_table(cursor: Cursor, declared: extract.Declared, held: set[str] | None) -> None:
    """Make the table of an extract, or add the columns declared since it was made."""
    table = f"store.uploaded.{declared.name}"
    if held is None:
        cursor.execute(f"create table {table} (load integer not null, row integer, {_column_list(declared)})")
        return
    for column in declared.columns:
        if column.name not in held:
            cursor.execute(f"alter table {table} add column {column.name} {KINDS[type(column)]}")


def _version_of(connection: Cursor, path: Path) -> int:
    """Return the version of an attached store.

    Raises:
        Mendable: where it is of a newer version, or another program's database.
    """
    with connection.cursor() as cursor:
        try:
            found = cursor.execute("select version from store.ledger.house").fetchone()
        except duckdb.CatalogException:
            found = None
        except duckdb.Error as why:
            raise why_not_opened(path, str(why)) from why
    if found is None:
        raise Mendable(
            f"{path} is a database, but not a store of this dashboard. Name another file; it was not changed."
        )
    if found[0] > VERSION:
        raise Mendable(
            f"{path} is a store of version {found[0]}; this program keeps version {VERSION}. "
            "Use the program it was last opened with; it was not changed."
        )
    return found[0]


def _migrate(connection: Cursor, path: Path, version: int, copy: Path) -> None:
    """Bring an older store up to date in one transaction, and look that no load or event was lost."""
    counted = "select (select count(*) from store.ledger.loads), (select count(*) from store.ledger.events)"
    with connection.cursor() as cursor:
        before = cursor.execute(counted).fetchone()
        cursor.begin()
        try:
            for step in steps_from(version):
                cursor.execute(step)
            cursor.execute("update store.ledger.house set version = ?", [VERSION])
            if cursor.execute(counted).fetchone() != before:
                raise duckdb.DataError("a load or an event would be lost")
            cursor.commit()
        except duckdb.Error as why:
            with suppress(duckdb.TransactionException):
                cursor.rollback()
            raise Mendable(
                f"{path} could not be brought from version {version} to {VERSION}: {str(why).splitlines()[0]} "
                f"It is as it was, and a copy of it is {copy}."
            ) from why
