"""Say what a file really is by its first bytes, whatever its name ends in, and read it or refuse it."""

from collections.abc import Callable, Iterator
from typing import Any

from data.errors import Mendable
from data.parsing.census import is_census, read_census
from data.parsing.delimited import read_delimited
from data.parsing.file_table import Table, refused_table, table_of
from data.parsing.limits import MOST_BYTES, MOST_BYTES_OF_CENSUS, MOST_BYTES_OF_JSON, TABLE_BY_TABLE
from data.parsing.workbook import read_workbook
from data.parsing.zipped_tables import is_zip_of_tables, tables_in
from data.returns.ssd.daily_json import is_daily_json, tables_of

Read = Callable[[str, bytes], Any]
REMEDY = "The file must be a csv or an xlsx: save or export it as one of these."
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OTHER_KINDS = {
    b"%PDF": "a PDF",
    b"MZ": "a Windows program",
    b"\x7fELF": "a program",
    b"PAR1": "a parquet file",
    b"\x1f\x8b": "a compressed file",
    b"7z\xbc\xaf": "a compressed file",
    b"Rar!": "a compressed file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"{\\rtf": "a Word document",
    b"SQLite format 3": "a database",
}
WEB_PAGE = (b"<!doctype", b"<html", b"<table", b"<?xml", b"<style", b"<meta", b"<head", b"<div")
EXCEL_NAMES = (".xlsx", ".xls", ".xlsm", ".xlsb")


def parse(file_name: str, contents: bytes) -> list[Table]:
    """Read every table of a csv, xlsx, census, JSON or zip of csv files as text; raise `Mendable` for what is none.

    A file of a zip that cannot be used is a table that says why.
    """
    if is_zip(file_name, contents):
        return [_zipped(file_name, name, plain) for name, plain in tables_in(file_name, contents)]
    if is_daily_json(contents):
        return list(_daily_tables(file_name, contents))
    return read_as(file_name, contents, read_workbook, lambda name, plain: [read_delimited(name, plain)], read_census)


def _daily_tables(file_name: str, contents: bytes) -> Iterator[Table]:
    """Lay out what goes to DfE each day as the tables of the dataset that it is made of."""
    if len(contents) > MOST_BYTES_OF_JSON:
        raise Mendable(
            f"{file_name}: JSON must be smaller than {MOST_BYTES_OF_JSON // 1024**2} MB. Give the dataset as csv."
        )
    tables, notes = tables_of(file_name, contents)
    for title, rows in tables.items():
        records = [list(rows[0]), *(list(row.values()) for row in rows)]
        table = table_of(file_name, title, records, notes if title == next(iter(tables)) else [])
        if table is not None:
            table.latest_only = True
            yield table


def daily_sheets(file_name: str, contents: bytes) -> dict[str, Iterator[list[str]]]:
    """Give every row of every table of JSON as it is numbered, the headings being row 1."""
    tables, _ = tables_of(file_name, contents)
    return {title: iter([list(rows[0]), *(list(row.values()) for row in rows)]) for title, rows in tables.items()}


def is_zip(file_name: str, contents: bytes) -> bool:
    """Tell whether a file is a zip of tables; raise `Mendable` where it is a larger one than is read."""
    if not contents.startswith(b"PK") or not is_zip_of_tables(contents):
        return False
    if len(contents) > MOST_BYTES:
        most = MOST_BYTES // 1024**2
        raise Mendable(f"{file_name}: the selected zip must be smaller than {most} MB. {TABLE_BY_TABLE}")
    return True


def _zipped(file_name: str, name: str, plain: bytes | Mendable) -> Table:
    """Read a file of a zip, or say why it cannot be read."""
    if isinstance(plain, Mendable):
        return refused_table(name, str(plain))
    try:
        where = f"{file_name}, sheet {name}"
        [table] = read_as(where, plain, read_workbook, lambda _, text: [read_delimited(where, text)], _not_in_a_zip)
    except Mendable as reason:
        return refused_table(name, str(reason))
    except ValueError:
        return refused_table(name, f"{where}: it holds more than one table. Save each as a csv.")
    table.sheet = name
    return table


def _not_in_a_zip(where: str, _contents: bytes) -> list[Table]:
    raise Mendable(f"{where}: this is a return as XML, and of a zip only csv files are read. Choose it by itself.")


def read_as(file_name: str, contents: bytes, workbook: Read, delimited: Read, census: Read) -> Any:
    """Read a file as the workbook, the delimited text or the census that it really is, or refuse it as none of them."""
    if not contents:
        raise Mendable(f"{file_name}: the selected file is empty. Export it again; it should hold at least headings.")
    if is_census(contents):
        if len(contents) > MOST_BYTES_OF_CENSUS:
            most = MOST_BYTES_OF_CENSUS // 1024**2
            raise Mendable(f"{file_name}: a return as XML must be smaller than {most} MB. Export one year of it.")
        return census(file_name, contents)
    if len(contents) > MOST_BYTES:
        raise Mendable(
            f"{file_name}: the selected file must be smaller than {MOST_BYTES // 1024**2} MB. Export fewer columns or "
            "a shorter window, or save it as .xlsx, which is smaller."
        )
    _refuse_other_kinds(file_name, contents)
    if contents.startswith(b"PK"):
        return workbook(file_name, contents)
    start = contents[:1000].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    named_excel = file_name.lower().endswith(EXCEL_NAMES)
    if start.startswith(WEB_PAGE):
        saved = " saved with an Excel name" if named_excel else ""
        raise Mendable(f"{file_name}: this is really a web page{saved}. Open it in Excel and save it as .xlsx.")
    if named_excel:
        raise Mendable(
            f"{file_name}: this is not an Excel workbook but text, such as a csv, saved with an Excel name. "
            "Change the end of its name to .csv, or open it in Excel and save it as .xlsx."
        )
    return delimited(file_name, contents)


def _refuse_other_kinds(file_name: str, contents: bytes) -> None:
    for first_bytes, kind in OTHER_KINDS.items():
        if contents.startswith(first_bytes):
            raise Mendable(f"{file_name}: this is {kind}, not a table. {REMEDY}")
    if contents[8:12] == b"DUCK":
        raise Mendable(f"{file_name}: this is a database, not a table. {REMEDY}")
    if contents.startswith(OLD_OFFICE):
        if "EncryptedPackage".encode("utf-16-le") in contents:
            raise Mendable(
                f"{file_name}: the workbook is password protected. Open it in Excel, choose File, Info, Protect "
                "Workbook, Encrypt with Password, clear the password, and save."
            )
        raise Mendable(f"{file_name}: this is an old Office file (.xls). In Excel choose File, Save As, .xlsx.")
