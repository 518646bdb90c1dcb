"""The folder of a lake's files, which all its machines mount: whether it takes files, whose it is, and its clock."""

import tempfile
from datetime import UTC, datetime
from pathlib import Path

from data.errors import Mendable
from data.lake.write_lock import asked
from data.store.attachment import Cursor

NOTHING_WRITTEN = "Nothing was written."
WHOSE = "whose-lake"
"""The file that says whose a folder is."""
CATALOGUE = """
    select (select system_identifier::text from pg_control_system()) || ' ' || oid::text
    from pg_database
    where datname = current_database()
"""


def must_take_files(place: Path) -> None:
    """Refuse a folder that is not there, or takes no files.

    Raises:
        Mendable: saying which.
    """
    if not place.is_dir():
        raise Mendable(f"There is no folder {place} for the lake's files: make it, or mount it. {NOTHING_WRITTEN}")
    try:
        tempfile.TemporaryFile(dir=place).close()
    except OSError as why:
        raise Mendable(
            f"The folder {place} of the lake takes no files: {why.strerror}. Let the user of the dashboard write in "
            f"it. {NOTHING_WRITTEN}"
        ) from why


def claim(connection: Cursor, folder: Path) -> None:
    """Say in a folder whose it is: files that another catalogue names are never to be taken for nobody's.

    Raises:
        Mendable: where something lies in it already.
    """
    if _whose(folder) == _catalogue(connection):  # it was broken off before the lake was begun
        return
    if any(each.name != WHOSE or _whose(folder) for each in folder.iterdir()):  # it may be killed as it says whose
        raise Mendable(
            f"Something lies in {folder}, which may be another lake's: two lakes have two databases and two folders. "
            f"Name an empty one. {NOTHING_WRITTEN}"
        )
    (folder / WHOSE).write_text(_catalogue(connection), encoding="utf-8")


def must_be_its_own(connection: Cursor, folder: Path) -> None:
    """Refuse to take anything away from a folder that does not say that it is of this catalogue alone.

    Raises:
        Mendable: where it does not.
    """
    if _whose(folder) != _catalogue(connection):
        raise Mendable(
            f"{folder} does not say that it belongs to this catalogue alone, and what another lake needs may lie "
            f'there. Where no other does, write "{_catalogue(connection)}" into {folder / WHOSE}, then try again. '
            "Nothing was taken away."
        )


def moment_of(folder: Path) -> datetime:
    """Return the moment by the clock of a folder, which this computer's may differ from."""
    with tempfile.NamedTemporaryFile(dir=folder) as file:
        return datetime.fromtimestamp(Path(file.name).stat().st_mtime, UTC)


def _whose(folder: Path) -> str:
    """Return what a folder says of whose it is."""
    marker = folder / WHOSE
    return marker.read_text(encoding="utf-8").strip() if marker.is_file() else ""


def _catalogue(connection: Cursor) -> str:
    """Return what tells a catalogue from every other one."""
    return asked(connection, CATALOGUE)[0][0]
