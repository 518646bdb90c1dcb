"""Where a database puts what does not fit into memory: beside the store, or in a folder of this process alone."""

import atexit
import os
import secrets
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

FOR_OWNER_ALONE = 0o077


def beside(store: Path) -> Path:
    """Return the folder for what a store file spills, which DuckDB makes when it needs it and removes.

    From now on that, the store's journal and every other file that this process makes is for its owner alone.
    """
    for_owner_alone()
    return store.resolve().with_name(f"{store.name}.tmp")


def for_owner_alone() -> None:
    """Have every file that this process makes from now on be for its owner alone."""
    os.umask(FOR_OWNER_ALONE)


def clear(folder: Path) -> None:
    """Take away what a killed process left in the folder of a store; only for whoever holds the store."""
    for left in folder.glob("duckdb_temp_*"):
        left.unlink(missing_ok=True)
    if folder.is_dir():
        folder.chmod(0o700)


def private() -> Path:
    """Return a folder for what one database in memory spills; DuckDB makes it when it needs it."""
    return _of_this_process() / secrets.token_hex(8)


@cache
def _of_this_process() -> Path:
    """Make a folder that only this user can enter, gone when the process ends."""
    folder = Path(mkdtemp(prefix="slac-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
