"""Why a store cannot be opened, read or written, in a sentence for a person instead of the database's own words."""

import re
from pathlib import Path

from data.errors import Held, Locked, Mendable

NO_ROOM = ("No space left on device", "not enough space on the disk", "Disk quota exceeded")
TOO_LARGE = ("Out of Memory Error", "could not allocate block")
NARROWER = "Nothing was changed. Ask for fewer months, one service or one team, then try again."
DAMAGED = (
    "Corrupt database file",
    "checksum",
    "Computed AES tag differs",
    "Could not read enough bytes",
    "has been invalidated",
    "INTERNAL Error",
)
SILENT = (
    *("Unable to connect to Postgres", "server closed the connection", "terminating connection"),
    *("no connection to the server", "could not receive data from server", "the database system is"),
    'execute query "ROLLBACK"',  # of a connection that is gone
)
ABORTED = "Current transaction is aborted"
"""What DuckDB says of whatever is asked after a question that failed."""
FILE_OF_A_LAKE = re.compile(r"Cannot open file \"(?P<file>[^\"]+\.parquet)\": (?P<why>[^\n]+)")
HELD = ("lock on file", "being used by another process")


def why_not_opened(path: Path, why: str) -> Mendable:
    """Turn the database's reason for not opening a file into a sentence for a person."""
    if "Wrong encryption key" in why:
        return Mendable(f"The key does not open {path}. Check that SLAC_STORE_KEY names the key it was made with.")
    if "without a key" in why:
        return Locked(f"{path} is encrypted. Set SLAC_STORE_KEY to the file that holds its key.")
    if any(sign in why for sign in HELD):
        holder = why.split("held in ")[-1].split(". See")[0] if "held in " in why else "another process"
        return Held(f"{path} is in use by {holder}. Close the dashboard or command that holds it, then try again.")
    if "with version number" in why:
        match = re.search(r"version number (\d+)", why)
        number = f" ({match[1]})" if match else ""
        return Mendable(
            f"{path} was written by another version of DuckDB{number} than this program's. "
            "Use the program it was last opened with; it was not changed."
        )
    if "not a valid DuckDB" in why or "not encrypted" in why.lower():
        return Mendable(
            f"{path} is not a store this key and program can read. Restore it from a backup; it was not changed."
        )
    return why_not_used(str(path), why) or Mendable(f"{path} could not be opened: {why.splitlines()[0]}")


def why_not_used(where: str, why: str) -> Mendable | None:
    """Say what is wrong with the disk or the file under an open store; None where the fault is of another kind."""
    if any(sign in why for sign in NO_ROOM):
        return no_room(where)
    if is_silent(why):
        return Mendable(
            f"PostgreSQL, which keeps the catalogue of {where}, does not answer. Nothing was changed. Try again in a "
            "moment; where it lasts, tell whoever looks after the server."
        )
    if gone := FILE_OF_A_LAKE.search(why):
        return Mendable(
            f"{gone['file']}, a file of the store at {where}, cannot be read: {gone['why']}. Put it there again from a "
            "backup of its folder, or mount the folder. Nothing was changed."
        )
    if any(sign in why for sign in TOO_LARGE):
        return Mendable(f"This asks for more memory than the store at {where} may use. {NARROWER}")
    if "INTERRUPT" in why:
        return Mendable(f"This took too long, and was stopped so that others need not wait. {NARROWER}")
    if any(sign in why for sign in DAMAGED):
        return damaged(where)
    return None


def is_silent(why: str) -> bool:
    """Tell whether PostgreSQL did not answer."""
    return any(sign in why for sign in SILENT)


def damaged(where: str) -> Mendable:
    """Say that part of a store cannot be read."""
    return Mendable(
        f"{where} is damaged and part of it cannot be read. Restore it from a backup; it was left as it was."
    )


def no_room(where: str) -> Mendable:
    """Say that the disk is full."""
    return Mendable(
        f"There is not enough space on the disk that holds {where}. Nothing was changed. "
        "Make room there, or tell whoever looks after the server, then try again."
    )
