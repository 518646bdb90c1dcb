"""The one room that speaks to DuckDB: a store in memory, in a file or in an encrypted file, all under one name.

One process owns a store file. One connection is held, and each question gets a cursor of its own, because threads that
share a connection receive each other's rows. Writers queue behind a lock and each change is one transaction.
"""

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from data import extract
from data.errors import Mendable
from data.reader import Reader

Cursor = duckdb.DuckDBPyConnection
SCHEMA_VERSION = 1
HERE = Path(__file__).parent
SAFE = {
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
        self.where = where
        self.invented = invented
        self._furnish()

    @classmethod
    def in_memory(cls, invented: bool = False) -> "Store":
        """Make an empty store that is gone when the process ends."""
        connection = duckdb.connect(":memory:", config=SAFE)
        connection.execute("attach ':memory:' as store")
        return cls(connection, "memory", invented)

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
        return cls(_attach(path, key), str(path))

    @classmethod
    def open_file(cls, path: Path, key: Path | None = None) -> "Store":
        """Open a store file that is there; one that is missing is never made silently.

        Raises:
            Mendable: where it is missing, held by another process, not a store, or the key does not fit.
        """
        if not path.is_file():
            raise Mendable(f"There is no store at {path}. Make one with: python cli.py init --store {path}")
        return cls(_attach(path, key), str(path))

    def close(self) -> None:
        """Write everything out and let go of the file."""
        self._root.close()

    def ask(self, reader: Reader, question: str, **given: Any) -> pd.DataFrame:
        """Answer a question in SQL, confined to the reader's authorities.

        The question must say `readable(authority, $authorities)` wherever it reads what belongs to an authority.

        Raises:
            PermissionError: where the question is not confined: a fault of ours, not of the reader.
        """
        if "$authorities" not in question:
            raise PermissionError("a question to the store must be confined to the reader's authorities")
        with self._root.cursor() as cursor:
            return cursor.execute(question, {"authorities": list(reader.authorities), **given}).df()

    @contextmanager
    def change(self) -> Iterator[Cursor]:
        """Give a cursor in a transaction of its own: all of it is kept, or nothing. Writers wait for each other."""
        with self._writing, self._root.cursor() as cursor:
            cursor.begin()
            try:
                yield cursor
                cursor.commit()
            except BaseException:
                cursor.rollback()
                raise

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

    @classmethod
    def blank(cls) -> "Store":
        """Make a store with an empty table under each extract's bare name, to try definitions in."""
        store = cls.in_memory()
        with store.change() as cursor:
            for declared in extract.all_extracts().values():
                cursor.execute(f"create table memory.main.{declared.name} ({_column_list(declared)})")
        return store

    def _furnish(self) -> None:
        """Make what is missing: schemas, tables, words and reference figures. Then close the doors to the outside."""
        self._root.execute((HERE / "vocabulary.sql").read_text(encoding="utf-8"))
        self._root.execute((HERE / "reference.sql").read_text(encoding="utf-8").replace("{reference}", _reference()))
        self._root.execute((HERE / "store.sql").read_text(encoding="utf-8"))
        with self.change() as cursor:
            _check_version(cursor, self.where)
            for declared in extract.all_extracts().values():
                _make_table(cursor, declared)
        self._root.execute("set enable_external_access = false")
        self._root.execute("set lock_configuration = true")


def _reference() -> str:
    """Return the folder of shipped figures, as SQL wants it written."""
    return str(HERE / "reference").replace("'", "''")


def _attach(path: Path, key: Path | None) -> duckdb.DuckDBPyConnection:
    """Attach a store file, with its key if it has one; say in one sentence why it cannot be."""
    connection = duckdb.connect(":memory:", config=SAFE)
    unlock = ""
    if key is not None:
        _load_encryption(connection)
        unlock = f" (encryption_key '{_secret(key)}')"
    place = str(path).replace("'", "''")
    try:
        connection.execute(f"attach '{place}' as store{unlock}")
    except duckdb.Error as why:
        connection.close()
        raise Mendable(_why_not(path, str(why))) from None
    if key is not None and not _is_encrypted(connection):
        connection.close()
        raise Mendable(
            f"{path} is not encrypted although a key was given. Make a new store with the key and move to it."
        )
    return connection


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


def _secret(key: Path) -> str:
    """Return the key in a form SQL can carry. The file should hold at least 32 random bytes.

    Raises:
        Mendable: where the key file is too short to keep anything secret.
    """
    held = key.read_bytes().strip()
    if len(held) < 32:
        raise Mendable(f"The key in {key} has {len(held)} bytes; a key needs 32 or more. Make a longer one.")
    return hashlib.sha256(held).hexdigest()


def _why_not(path: Path, why: str) -> str:
    """Turn DuckDB's reason for not opening a file into a sentence for a person."""
    if "Wrong encryption key" in why:
        return f"The key does not open {path}. Check that SLAC_STORE_KEY names the key this store was made with."
    if "without a key" in why:
        return f"{path} is encrypted. Set SLAC_STORE_KEY to the file that holds its key."
    if "lock on file" in why:
        holder = why.split("held in ")[-1].split(". See")[0] if "held in " in why else "another process"
        return f"{path} is in use by {holder}. Close the dashboard or command that holds it, then try again."
    if "not a valid DuckDB" in why or "not encrypted" in why.lower():
        return f"{path} is not a store this key and program can read. Restore it from a backup; it was not changed."
    return f"{path} could not be opened: {why.splitlines()[0]}"


def _column_list(declared: extract.Declared) -> str:
    """Write the columns of an extract as SQL."""
    return ", ".join(f"{column.name} {KINDS[type(column)]}" for column in declared.columns)


def _make_table(cursor: Cursor, declared: extract.Declared) -> None:
    """Make the table of an extract, or add the columns declared since it was made."""
    table = f"store.uploaded.{declared.name}"
    cursor.execute(f"create table if not exists {table} (load integer not null, row integer, {_column_list(declared)})")
    for column in declared.columns:
        cursor.execute(f"alter table {table} add column if not exists {column.name} {KINDS[type(column)]}")


def _check_version(cursor: Cursor, where: str) -> None:
    """Number a new store; refuse one of another version."""
    found = cursor.execute("select version from store.ledger.house").fetchone()
    if found is None:
        cursor.execute("insert into store.ledger.house values (?)", [SCHEMA_VERSION])
    elif found[0] != SCHEMA_VERSION:
        raise Mendable(
            f"{where} is a store of version {found[0]}; this program keeps version {SCHEMA_VERSION}. "
            "Use the program it was made with."
        )
