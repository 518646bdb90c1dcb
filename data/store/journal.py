"""The journal: what was changed is written from it into the store file before it is acknowledged.

DuckDB commits to a journal beside the file (`house.duckdb.wal`) and writes that into the file when it has grown, or
when the store is closed. A copy of the file alone would lack what stands in the journal, so it is written out after
every change. Readers are not broken off and do not wait: only rows that a reader may still see as they were before (an
update, a column added) have to wait for that reader, and the ledger adds rows and takes none back.
"""

import shutil
import time
from pathlib import Path

import duckdb

from data.errors import Mendable
from data.store.attachment import Cursor

PATIENCE = 10.0
"""Seconds to wait for readers who may still see what was before."""
PAUSE = 0.01
ROOM = 8 * 2**20
"""Bytes of disk to write a journal out in, beside twice its size: where that fails half way DuckDB gives a store up."""
READER_IN_THE_WAY = "there are other write transactions active"


def journal_of(store: Path) -> Path:
    """Return where the journal of a store file lies, if there is one."""
    return store.with_name(f"{store.name}.wal")


def write_out(cursor: Cursor, store: Path) -> None:
    """Write what was committed into the store file; where there is no journal nothing is to be done.

    Raises:
        Mendable: where it stands in the journal alone, because the disk is full or somebody's question goes on.
    """
    journal, until = journal_of(store), time.monotonic() + PATIENCE
    while journal.exists() and (size := journal.stat().st_size):
        if shutil.disk_usage(store.parent).free < ROOM + 2 * size:
            raise in_the_journal_alone(store, "there is not enough space on its disk")
        try:
            cursor.execute("checkpoint store")
            return
        except duckdb.TransactionException as why:
            if READER_IN_THE_WAY not in str(why):
                raise
            if time.monotonic() > until:
                raise in_the_journal_alone(store, "somebody's question to it has not ended yet") from why
            time.sleep(PAUSE)
        except duckdb.Error as why:
            raise in_the_journal_alone(store, str(why).splitlines()[0].rstrip(".")) from why


def in_the_journal_alone(store: Path, why: str) -> Mendable:
    """Say that a change is kept, and is not in the store file yet."""
    return Mendable(
        f"What you did was kept in {journal_of(store)}, and could not be written into {store} yet: {why}. Do not do it "
        "again. Until the next change succeeds or the dashboard is started again, a copy of the store has to take both."
    )
