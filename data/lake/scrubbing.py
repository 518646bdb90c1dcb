"""What was deleted on a lake, and what nobody needs any more, taken out of its folder and its catalogue.

A deleted row stays in its file, the file in the lake's history, and its smallest and largest values in the catalogue,
until all three are written anew.
"""

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import duckdb

from data.errors import Mendable
from data.lake.address import Address
from data.lake.catalogue import attach_lake, reached
from data.lake.folder import moment_of, must_be_its_own
from data.lake.write_lock import LockAcrossProcesses, asked
from data.store.attachment import Cursor
from data.store.error_messages import ABORTED, is_silent

GONE = timedelta(days=1)
"""After so long nobody still reads an earlier moment, nor writes a file: a change takes minutes at most."""
WHENEVER = "9999-01-01T00:00:00+00:00"
LEFT = (
    "select path from ducklake_delete_orphaned_files('store', older_than => $until::timestamptz, dry_run => $is_look)"
)
REWRITE = "call ducklake_rewrite_data_files('store', delete_threshold => 0)"
EXPIRE = "select count(*) from ducklake_expire_snapshots('store', older_than => $until::timestamptz)"
CLEAN = "select count(*) from ducklake_cleanup_old_files('store', older_than => $until::timestamptz)"
FORGET = "update ducklake_table_column_stats set min_value = null, max_value = null"
"""A table's smallest and largest value stay where all of a file is deleted; those of its files tell enough."""
BROKE_OFF = (
    "PostgreSQL, which keeps the catalogue of {address}, broke off while its folder was cleaned. What was deleted "
    "stays deleted, and its bytes may lie there still: take them away with: python cli.py clean-lake"
)
TABLES = "select tablename::text from pg_tables where schemaname = current_schema() order by 1"


def scrub(address: Address, at_once: bool = False) -> int:
    """Write anew what holds deleted rows, and take away what nobody needs; return how many left files were there.

    What was deleted goes a day later, so that whoever reads an earlier moment goes on; `at_once` it goes now, from the
    catalogue's own pages, too, and whoever reads at this moment is told that a file is missing.

    Raises:
        Mendable: where catalogue or folder will not do, PostgreSQL breaks off, or somebody else changes the store for
            too long.
    """
    with closing(reached(address)) as connection:
        folder = attach_lake(connection, address, None)
        must_be_its_own(connection, folder)
        connection.execute(f"attach '{address.in_sql}' as rewriting (type postgres)")
        try:
            with LockAcrossProcesses(connection, address):
                number = _take_away(connection, folder, at_once)
            if at_once:  # the lock is a transaction, for whose sake PostgreSQL would keep what was deleted meanwhile
                _write_catalogue_anew(connection)
        except duckdb.Error as why:
            if is_silent(str(why)) or ABORTED in str(why):
                raise Mendable(BROKE_OFF.format(address=address)) from why
            raise
    return number


def _take_away(connection: Cursor, folder: Path, at_once: bool) -> int:
    """Take away left files and what was deleted, a day ago or at once; return how many left files there were."""
    day_ago = (moment_of(folder) - GONE).isoformat()
    number = _take_away_left_files(connection, day_ago)
    connection.execute(REWRITE).fetchall()
    for question in (EXPIRE, CLEAN):
        connection.execute(question, {"until": WHENEVER if at_once else day_ago}).fetchall()
    _done(connection, FORGET)
    return number


def _take_away_left_files(cursor: Cursor, until: str) -> int:
    """Take away files that the catalogue does not name and nobody wrote to since; return how many."""
    files = cursor.execute(LEFT, {"until": until, "is_look": True}).fetchall()
    if files:
        cursor.execute(LEFT, {"until": until, "is_look": False}).fetchall()
    return len(files)


def _write_catalogue_anew(connection: Cursor) -> None:
    """Leave no deleted row in the pages of the catalogue's tables, nor in what PostgreSQL keeps of them to plan by."""
    for (table,) in asked(connection, TABLES):
        _done(connection, f'vacuum (full, analyze) "{table}"')
    _done(connection, "vacuum full pg_catalog.pg_statistic")
    _done(connection, "checkpoint")


def _done(connection: Cursor, statement: str) -> None:
    """Have PostgreSQL do something outside of any transaction."""
    connection.execute(f"call postgres_execute('rewriting', '{statement}', use_transaction => false)").fetchall()
