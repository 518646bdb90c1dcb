"""Read a zip of csv files: each is a table of its own, and one that cannot be read does not stop the others."""

import io
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from data.errors import Mendable
from data.parsing.limits import MEGABYTE, MOST_MEMBERS, MOST_TIMES, MOST_UNPACKED, SMALL_BYTES, TABLE_BY_TABLE

OURS = ("xl/workbook.xml", "mimetype", "xl/workbook.bin", "word/document.xml", "ppt/presentation.xml")
"""Parts by which a zip is told that it is a document of an office program."""
LEFT_BY_SYSTEMS = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


def is_zip_of_tables(contents: bytes) -> bool:
    """Tell whether a zip holds csv files, and is none of the documents that are zips, too."""
    try:
        with zipfile.ZipFile(io.BytesIO(contents)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError):
        return False
    return any(_is_table(name) for name in names) and not set(OURS) & set(names)


def tables_in(file_name: str, contents: bytes) -> Iterator[tuple[str, bytes | Mendable]]:
    """Give each file of a zip by its name: its bytes, or why it is not read; raise `Mendable` for what is too much."""
    with zipfile.ZipFile(io.BytesIO(contents)) as archive:
        members = [one for one in archive.infolist() if not one.is_dir() and not _left_by_system(one.filename)]
        _refuse_too_much(file_name, members)
        times = Counter(PurePosixPath(one.filename).name for one in members)
        for member in members:
            own = PurePosixPath(member.filename).name
            yield own if times[own] == 1 else member.filename, _contents_of(file_name, archive, member)


def _is_table(name: str) -> bool:
    return name.lower().endswith(".csv") and not _left_by_system(name)


def _left_by_system(name: str) -> bool:
    return name.startswith(LEFT_BY_SYSTEMS[0]) or name.endswith(LEFT_BY_SYSTEMS[1:])


def _refuse_too_much(file_name: str, members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MOST_MEMBERS:
        raise Mendable(
            f"{file_name}: it holds {len(members):,} files, and no more than {MOST_MEMBERS} are read. Zip the tables "
            "that are wanted, and nothing beside them."
        )
    if sum(member.file_size for member in members) > MOST_UNPACKED:
        raise Mendable(
            f"{file_name}: its tables come to more than {MOST_UNPACKED // MEGABYTE} MB, so it was not opened. "
            f"{TABLE_BY_TABLE}"
        )
    for member in members:
        if member.file_size > SMALL_BYTES and member.file_size > MOST_TIMES * member.compress_size:
            raise Mendable(
                f"{file_name}: a file in it ({member.filename}) expands to more than {MOST_TIMES} times its size, as "
                f"no real table does, so it was not opened. {TABLE_BY_TABLE}"
            )


def _contents_of(file_name: str, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes | Mendable:
    """Return the bytes of a file of a zip, or the reason why they cannot be had."""
    where = f"{file_name}, sheet {PurePosixPath(member.filename).name}"
    if not _is_table(member.filename):
        return Mendable(f"{where}: it is no csv, so it was not read. Check that it holds nothing that is wanted.")
    if member.flag_bits & 1:
        return Mendable(f"{where}: it is protected by a password. Zip it again without one.")
    try:
        return archive.read(member)
    except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError, RuntimeError, zlib.error):
        return Mendable(
            f"{where}: it is damaged, or was cut off while it was copied. Zip it again, and choose the zip."
        )
