"""A store carried from a file to a lake or back: there in one step, or not at all; what it came from stays."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from data.access import Act, Reader
from data.errors import Mendable
from data.lake.address import Address
from data.lake.catalogue import attach_lake, must_be_free_of_a_store, reached, undo
from data.lake.crossing import LAKE, carry
from data.lake.lake import Lake
from data.lake.write_lock import LockAcrossProcesses
from data.ledger.about import About
from data.ledger.audit_log import record
from data.ledger.deeds import Deed
from data.published.shipped_tables import TABLES
from data.store.attachment import Cursor, attach_beside
from data.store.reading_through import Contents, contents_of
from data.store.tables import SCHEMA
from data.upkeep.backup import must_be_free, must_hold, unfinished
from data.upkeep.made_anew import open_with_pseudonyms

FILE = "file"
"""The name under which a file is attached beside a lake."""


def carried_to_lake(
    reader: Reader, place: Path, key: Path | None, address: Address, folder: Path | None
) -> dict[str, int]:
    """Carry a store file, which stays as it is, to a lake where none stands yet; return the rows of every table.

    Raises:
        Mendable: where a store stands there, or file, catalogue or folder will not do; or where identifiers of records
            may hold a child's own and the key to find it is missing: no lake is made anew. There is none then.
        Held: where a process holds the file: the dashboard has to be stopped first.
    """
    reader.must(Act.ADMINISTER)
    with closing(open_with_pseudonyms(place, key)) as store:
        if not store.pseudonyms.in_records:
            store.pseudonyms.must_have_key()
    with _both(address, folder, is_new=True) as connection, LockAcrossProcesses(connection, address):
        must_be_free_of_a_store(connection, address)
        attach_beside(connection, place, key, FILE, read_only=True)
        rows = _carried(connection, FILE, LAKE)
    with closing(Lake.open_at(address, folder, key)) as lake, lake.change() as cursor:
        record(cursor, reader, Deed.CARRIED, About(rows=sum(rows.values())))
    return rows


def carried_to_file(
    reader: Reader, address: Address, place: Path, key: Path | None, deed: Deed = Deed.CARRIED
) -> Contents:
    """Carry a store from a lake, which stays as it is and may be in use, to an encrypted file; return what that holds.

    As which deed is entered in the lake's audit log.

    Raises:
        Mendable: where something lies at the place, or catalogue, folder or key will not do; nothing lies there then.
    """
    reader.must(Act.ADMINISTER)
    must_be_free(place)
    if key is None:
        raise Mendable(
            f"{place} would not be encrypted, and the lake is. Say with which key: --new-key, or --key-file."
        )
    with unfinished(place) as copy:
        with _both(address, None) as connection:
            attach_beside(connection, copy, key, FILE)
            rows = _carried(connection, LAKE, FILE)
        contents = contents_of(copy, key)
        must_hold(contents, rows, place)
        copy.chmod(0o600)
        copy.replace(place)
    with closing(Lake.open_at(address, None, key)) as lake, lake.change() as cursor:
        record(cursor, reader, deed, About(rows=sum(rows.values())))
    return contents


@contextmanager
def _both(address: Address, folder: Path | None, is_new: bool = False) -> Iterator[Cursor]:
    """Give a connection to a lake that no store has closed yet, to attach a file beside it."""
    if not is_new:
        Lake.open_at(address, folder).close()  # brings an older one up to date
    with closing(reached(address)) as connection:
        attach_lake(connection, address, folder, is_new)
        yield connection


def _carried(connection: Cursor, origin: str, target: str) -> dict[str, int]:
    """Carry all tables across in one transaction."""
    with connection.cursor() as cursor:
        cursor.begin()
        try:
            rows = carry(cursor, origin, target, [path.read_text(encoding="utf-8") for path in (SCHEMA, TABLES)])
            cursor.commit()
        except BaseException:
            undo(cursor)
            raise
    return rows
