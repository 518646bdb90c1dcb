"""A store file is attached: with its key, at its version, or refused in a sentence."""

import shutil
from contextlib import closing, suppress
from pathlib import Path

import duckdb

from data.errors import Mendable
from data.store.error_messages import why_not_opened
from data.store.keys import secret
from data.store.migrations import ONE_FORM, PLANNED, SEALED, VERSION, import_published_plans, into_one_form, steps_from
from data.store.seals import seal_what_stands
from data.store.spilling import beside, clear
from data.store.tables import SCHEMA, make_tables

Cursor = duckdb.DuckDBPyConnection


SAFE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
}


MEMORY_SHARE = 0.625
"""Of what DuckDB would take by itself, which is four fifths of the memory of a computer or a container."""


def attach(path: Path, key: Path | None, read_only: bool = False) -> duckdb.DuckDBPyConnection:
    """Attach a store file, with its key if it has one; say in one sentence why it cannot be."""
    spill = beside(path)
    connection = connected(spill)
    try:
        if key is not None:
            load_encryption(connection)
        attach_beside(connection, path, key, "store", read_only)
    except Mendable:
        connection.close()
        raise
    clear(spill)
    if key is not None and not is_encrypted(connection):
        connection.close()
        raise Mendable(
            f"{path} is not encrypted although a key was given. Make a new store with the key and move to it."
        )
    return connection


def copy_under_key(path: Path, old: Path | None, copy: Path, new: Path) -> None:
    """Copy all tables of a store file into a new one under another key, for its owner alone.

    Raises:
        Mendable: where the one cannot be read or the other not written.
    """
    with closing(attach(path, old, read_only=True)) as connection:
        if old is None:
            load_encryption(connection)
        copy_into(connection, copy, new)


def copy_into(connection: duckdb.DuckDBPyConnection, copy: Path, key: Path | None) -> None:
    """Copy all tables of an attached store into a new file, for its owner alone: only what stands in them is in it.

    Raises:
        Mendable: where it cannot be written.
    """
    attach_beside(connection, copy, key, "copy")
    try:
        connection.execute("copy from database store to copy")
        connection.execute("detach copy")
    except duckdb.Error as why:
        raise why_not_opened(copy, str(why)) from why
    copy.chmod(0o600)


def attach_beside(
    connection: duckdb.DuckDBPyConnection, path: Path, key: Path | None, name: str, read_only: bool = False
) -> None:
    """Attach a file under a name of its own to a connection that has a store already, and its cipher loaded.

    Raises:
        Mendable: where it cannot be opened or made.
    """
    options = ["read_only"] if read_only else []
    options += [f"encryption_key '{secret(key)}'"] if key is not None else []
    place = str(path).replace("'", "''")
    try:
        connection.execute(f"attach '{place}' as {name}" + (f" ({', '.join(options)})" if options else ""))
    except duckdb.Error as why:
        raise why_not_opened(path, str(why)) from None


def connected(spill: Path) -> duckdb.DuckDBPyConnection:
    """Connect to a database in memory that spills into a folder and leaves half of the memory to the pages."""
    connection = duckdb.connect(":memory:", config={**SAFE, "temp_directory": str(spill)})
    if "memory_limit" not in SAFE:
        ((limit,),) = connection.execute("select current_setting('memory_limit')").fetchall()
        size, unit = limit.split()
        connection.execute(f"set memory_limit = '{float(size) * MEMORY_SHARE:.1f} {unit}'")
    return connection


def let_go(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Close a copy and take it away."""
    connection.close()
    shutil.rmtree(folder, ignore_errors=True)


def is_encrypted(connection: duckdb.DuckDBPyConnection) -> bool:
    """Ask DuckDB whether the attached store really is encrypted."""
    answer = connection.execute("select encrypted from duckdb_databases() where database_name = 'store'").fetchone()
    return bool(answer and answer[0])


def load_encryption(connection: duckdb.DuckDBPyConnection) -> None:
    """Load the OpenSSL-backed cipher, and have what spills encrypted by it, which an encrypted store does not see to.

    Raises:
        Mendable: where it does not load: nothing is written then, since the fallback is not safe.
    """
    from duckdb_extensions import import_extension

    try:
        import_extension("httpfs", con=connection)
        connection.execute("load httpfs")
    except (duckdb.Error, OSError, ImportError) as why:
        raise Mendable(
            "The store cannot be encrypted safely here: DuckDB's httpfs extension did not load. "
            "Install requirements.txt again; nothing was written."
        ) from why
    connection.execute("set temp_file_encryption = true")


def version_of(connection: Cursor, path: Path | str) -> int:
    """Return the version of an attached store.

    Raises:
        Mendable: where it is of a newer version, or another program's database.
    """
    with connection.cursor() as cursor:
        try:
            row = cursor.execute("select version from store.ledger.house").fetchone()
        except duckdb.CatalogException:
            row = None
        except duckdb.Error as why:
            raise why_not_opened(Path(path), str(why)) from why
    if row is None:
        raise Mendable(
            f"{path} is a database, but not a store of this dashboard. Name another file; it was not changed."
        )
    if row[0] > VERSION:
        raise Mendable(
            f"{path} is a store of version {row[0]}; this program keeps version {VERSION}. "
            "Use the program it was last opened with; it was not changed."
        )
    return row[0]


def migrate(connection: Cursor, path: Path | str, version: int, kept: str) -> None:
    """Bring an older store up to date in one transaction, and look that no load or event was lost.

    Raises:
        Mendable: where a step fails; `kept` says what is left then.
    """
    counted = "select (select count(*) from store.ledger.loads), (select count(*) from store.ledger.events)"
    with connection.cursor() as cursor:
        rows_before = cursor.execute(counted).fetchone()
        cursor.begin()
        try:
            for step in steps_from(version):
                make_tables(cursor, step)
            if version < ONE_FORM:
                into_one_form(cursor)
            if version < PLANNED:
                make_tables(cursor, SCHEMA.read_text(encoding="utf-8"))
                import_published_plans(cursor)
            if version < SEALED:
                seal_what_stands(cursor)
            cursor.execute("update store.ledger.house set version = ?", [VERSION])
            if cursor.execute(counted).fetchone() != rows_before:
                raise duckdb.DataError("a load or an event would be lost")
            cursor.commit()
        except duckdb.Error as why:
            with suppress(duckdb.TransactionException):
                cursor.rollback()
            raise Mendable(
                f"{path} could not be brought from version {version} to {VERSION}: {str(why).splitlines()[0]} "
                f"It is as it was{kept}."
            ) from why
