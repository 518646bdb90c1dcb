"""A lake is attached: its catalogue reached, its version and folder looked at, or refused in a sentence."""

from contextlib import suppress
from importlib.resources import files
from pathlib import Path

import duckdb

from data.errors import Mendable
from data.lake.address import Address
from data.lake.folder import NOTHING_WRITTEN, claim, must_take_files
from data.lake.write_lock import asked
from data.store.attachment import Cursor, connected, load_encryption
from data.store.spilling import for_owner_alone, private

EXTENSIONS = ("postgres_scanner", "ducklake")
FORMAT = "1.0"
"""The version of DuckLake's catalogues that the pinned DuckDB keeps."""


def reached(address: Address) -> Cursor:
    """Connect to a catalogue, under the name `catalogue`, without attaching the lake.

    Raises:
        Mendable: where DuckDB's extensions are not installed, or PostgreSQL does not answer.
    """
    for_owner_alone()
    connection = connected(private())
    try:
        load_encryption(connection)
        _load_extensions(connection)
        connection.execute(f"attach '{address.in_sql}' as catalogue (type postgres, read_only)")
    except duckdb.Error as why:
        connection.close()
        raise why_not_reached(address, str(why)) from why
    except Mendable:
        connection.close()
        raise
    return connection


def undo(cursor: Cursor) -> None:
    """Undo what was begun on a lake before it is closed, at which DuckDB ends the process where PostgreSQL is away."""
    with suppress(duckdb.Error):  # nothing was begun, or PostgreSQL is away
        cursor.rollback()


def let_go(connection: Cursor) -> None:
    """Close a connection to a lake, with what was begun on it undone."""
    undo(connection)
    connection.close()


def attach_lake(connection: Cursor, address: Address, folder: Path | None, is_new: bool = False) -> Path:
    """Attach a lake as `store`, to a connection that reaches its catalogue; return the folder of its files.

    A new one is begun where the catalogue is empty, or what was begun there was broken off.

    Raises:
        Mendable: where there is none, or one of another version or folder, or its folder refuses.
    """
    try:
        facts = _facts(connection)
    except duckdb.Error as why:
        raise why_not_reached(address, str(why)) from why
    if not facts and not is_new:
        raise no_store(address)
    if facts:
        _must_be_ours(address, facts, folder)
    place = Path(facts["data_path"]) if facts else _named(folder)
    must_take_files(place)
    if not facts:
        claim(connection, place)
    options = ["data_inlining_row_limit 0"]  # rows would stand in the catalogue, in clear
    options += [] if facts else [f"data_path '{_in_sql(place)}/'", "encrypted"]
    options += [] if is_new else ["create_if_not_exists false"]
    try:
        connection.execute(f"attach 'ducklake:postgres:{address.in_sql}' as store ({', '.join(options)})")
    except duckdb.Error as why:
        raise why_not_reached(address, str(why)) from why
    connection.execute(f"set allowed_directories = ['{_in_sql(place)}/']")
    return place


STORE = """
    select 1::text
    from ducklake_table
    join ducklake_schema on ducklake_schema.schema_id = ducklake_table.schema_id
    where schema_name = 'ledger' and table_name = 'house' and ducklake_table.end_snapshot is null
"""


def holds_a_store(connection: Cursor) -> bool:
    """Tell whether a store stands in an attached lake, and not only its beginnings: PostgreSQL knows it soonest."""
    return bool(asked(connection, STORE))


def no_store(address: Address) -> Mendable:
    """Say that no store stands on a lake, or only the beginnings of one that was broken off."""
    return Mendable(f"There is no store at {address}. Make one with: python cli.py init")


def must_be_free_of_a_store(connection: Cursor, address: Address) -> None:
    """Refuse to make a store on a lake where one stands; two regions have two databases.

    Raises:
        Mendable: where one does.
    """
    if holds_a_store(connection):
        raise Mendable(f"A store stands at {address} already, and it has been left as it was. Name another database.")


def why_not_reached(address: Address, why: str) -> Mendable:
    """Turn the database's reason for not reaching a catalogue into a sentence."""
    if "Unable to connect to Postgres" in why:
        reason = why.split("failed: ", 1)[-1].splitlines()[0].removeprefix("FATAL:").strip().rstrip(".")
        return Mendable(
            f"PostgreSQL does not let us in at {address}: {reason}. Start it, or mend the address, then try again. "
            f"{NOTHING_WRITTEN}"
        )
    return Mendable(f"{address} could not be opened: {why.splitlines()[0]} {NOTHING_WRITTEN}")


def _load_extensions(connection: Cursor) -> None:
    """Load what reaches a catalogue and a lake, out of its packages: nothing is ever fetched."""
    ((version,),) = connection.execute("select library_version from pragma_version()").fetchall()
    for name in EXTENSIONS:
        try:
            package = files(f"duckdb_extension_{name}")
            place = package / "extensions" / version / f"{name}.duckdb_extension"
            connection.execute(f"load '{_in_sql(place)}'")
        except (ImportError, duckdb.Error) as why:
            raise Mendable(
                f"A store on a lake needs DuckDB's extension {name} for DuckDB {version}, and it did not load. "
                f"Install requirements-lake.txt. {NOTHING_WRITTEN}"
            ) from why


def _facts(connection: Cursor) -> dict[str, str]:
    """Return what a catalogue says of its lake; nothing where there is none."""
    if asked(connection, "select to_regclass('ducklake_metadata')::text") == [(None,)]:
        return {}
    return dict(asked(connection, "select key, value from ducklake_metadata where scope is null"))


def _must_be_ours(address: Address, facts: dict[str, str], folder: Path | None) -> None:
    """Refuse a lake of another version, one in clear, or one that lies elsewhere than is said."""
    if facts.get("version") != FORMAT:
        raise Mendable(
            f"The catalogue at {address} is of version {facts.get('version')} of DuckLake, and this program keeps "
            f"{FORMAT}. Use the program it was last opened with. {NOTHING_WRITTEN}"
        )
    if facts.get("encrypted") != "true":
        raise Mendable(f"The lake at {address} is not encrypted, and not one of this program's. {NOTHING_WRITTEN}")
    place = Path(facts["data_path"])
    if folder is not None and folder.resolve() != place:
        raise Mendable(
            f"The files of the lake at {address} lie in {place}, and SLAC_LAKE_FOLDER says {folder.resolve()}. "
            f"Name the right one, or none. {NOTHING_WRITTEN}"
        )


def _named(folder: Path | None) -> Path:
    """Return the folder of a lake that is to be made."""
    if folder is None:
        raise Mendable("Say in which folder the lake's files are to lie, for all its machines: set SLAC_LAKE_FOLDER.")
    return folder.resolve()


def _in_sql(path: object) -> str:
    """Write a path within a text of SQL."""
    return str(path).replace("'", "''")
