"""Read xlsx workbooks as text: inspect the zip first, so that a hostile or damaged file is refused, not opened."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from data.errors import Mendable
from data.parsing.file_table import Table, table_of
from data.parsing.handed_back import is_sheet_of_findings
from data.parsing.limits import MOST_CELLS, MOST_TIMES, MOST_UNPACKED, SMALL_BYTES
from data.parsing.sheet_layout import Hidden, hidden_in, tell

GUIDANCE_SHEET = "Guidance"
"""The sheet of our own templates that explains the columns; it is never read."""
CODES_SHEET = "Codes"
"""The hidden sheet of our own templates that feeds their drop-downs."""

INCOMPLETE = "the file is incomplete: it may not have finished saving or copying. Save it again and choose it again."
LAST_ROW = re.compile(rb"\br\s?=\s?[\"'][A-Z]{0,3}(\d{1,7})[\"']")
LAST_COLUMN = re.compile(rb"\br\s?=\s?[\"']([A-Z]{1,3})\d")
FROM_1904 = re.compile(rb"\bdate1904\s?=\s?[\"'](?:1|true|on)[\"']")
EXCEL_ERROR = re.compile(rb"<v>(#(?!N/A<)[A-Z0-9/!?]{2,12})</v>")
CELL = re.compile(rb"\br\s?=\s?[\"']([A-Z]{1,3}\d{1,7})[\"']")
UNSAVED_FORMULA = re.compile(
    rb'<c\b(?![^>]{0,200}\bt="str")[^>]{0,200}?\br="([A-Z]{1,3}\d{1,7})"[^>]{0,200}>\s{0,9}'
    rb"<f\b(?:[^>]{0,400}/>|[^>]{0,400}>[^<]{0,9000}</f>)\s{0,9}(?:<v\s?/>|<v></v>)?\s{0,9}</c>"
)


def read_workbook(file_name: str, contents: bytes) -> list[Table]:
    """Read every visible sheet that is not empty, or raise `Mendable` where the workbook cannot be used."""
    from_1904 = _inspect(file_name, contents)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(contents))
        visible, hidden = _sheets(book)
        tables = [table for name in visible if (table := _table(file_name, book.get_sheet_by_name(name)))]
    except CalamineError as error:
        raise Mendable(f"{file_name}: {INCOMPLETE}") from error
    if not tables:
        raise Mendable(f"{file_name}: no visible sheet holds anything. Show the sheet that holds the rows, and save.")
    out_of_sight = hidden_in(contents)
    for table in tables:
        table.hidden, table.from_1904 = hidden, from_1904
        tell(table, book.get_sheet_by_name(table.sheet), out_of_sight.get(table.sheet, Hidden()))
    return tables


def _table(file_name: str, sheet: CalamineSheet) -> Table | None:
    return table_of(file_name, sheet.name, _records(sheet), [])


def sheets_of(file_name: str, contents: bytes) -> dict[str, Iterator[list[str]]]:
    """Give every row of every visible sheet as it stands, the first being row 1."""
    _inspect(file_name, contents)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(contents))
        return {name: _records(book.get_sheet_by_name(name)) for name in _sheets(book)[0]}
    except CalamineError as error:
        raise Mendable(f"{file_name}: {INCOMPLETE}") from error


def _sheets(book: CalamineWorkbook) -> tuple[list[str], list[str]]:
    """Name the sheets that are shown and those that are hidden, leaving out what our own templates add."""
    visible, hidden = [], []
    for sheet in book.sheets_metadata:
        shown = sheet.visible == SheetVisibleEnum.Visible
        ours = sheet.name == GUIDANCE_SHEET or (sheet.name == CODES_SHEET and not shown)
        ours = ours or is_sheet_of_findings(sheet.name, _records_called(book, sheet.name))
        if sheet.typ == SheetTypeEnum.WorkSheet and not ours:
            (visible if shown else hidden).append(sheet.name)
    return visible, hidden


def _records_called(book: CalamineWorkbook, name: str) -> Iterator[list[str]]:
    """Give each row of a sheet, which is opened when the first is wanted."""
    yield from _records(book.get_sheet_by_name(name))


def _records(sheet: CalamineSheet) -> Iterator[list[str]]:
    """Give each row as text from column A on; the library counts rows from 1 but columns from the first filled one."""
    margin = [""] * (sheet.start[1] if sheet.start else 0)
    for row in sheet.iter_rows():
        yield [*margin, *map(_as_text, row)]


def _as_text(cell: object) -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, datetime):
        cell = (cell + timedelta(milliseconds=500)).replace(microsecond=0)  # what was computed may fall a hair short
        midnight = (cell.hour, cell.minute, cell.second) == (0, 0, 0)
        return cell.date().isoformat() if midnight else cell.isoformat(sep=" ", timespec="seconds")
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _inspect(file_name: str, contents: bytes) -> bool:
    """Look at every part before any is opened as a sheet; tell whether the workbook counts its days from 1904."""
    try:
        with zipfile.ZipFile(io.BytesIO(contents)) as archive:
            _refuse_other_archives(file_name, set(archive.namelist()))
            _refuse_bombs(file_name, archive.infolist())
            # Every part is read once: a directory that lies about a size shows up as a failed checksum.
            for entry in archive.infolist():
                _inspect_part(file_name, entry.filename, archive.read(entry))
            return bool(FROM_1904.search(archive.read("xl/workbook.xml")))
    except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError, RuntimeError, zlib.error) as error:
        raise Mendable(f"{file_name}: {INCOMPLETE}") from error


def _refuse_bombs(file_name: str, parts: Sequence[zipfile.ZipInfo]) -> None:
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Mendable(
            f"{file_name}: the workbook expands to more than {MOST_UNPACKED // 1024**2} MB, so it was not opened. "
            "Delete unused rows, sheets and pictures, or save the sheet as csv."
        )
    for part in parts:
        if part.file_size > SMALL_BYTES and part.file_size > MOST_TIMES * part.compress_size:
            raise Mendable(
                f"{file_name}: a part of the workbook expands to more than {MOST_TIMES} times its size ({part.filename}"
                "), as no real sheet does, so it was not opened. Delete unused rows, or save the sheet as csv."
            )


def _refuse_other_archives(file_name: str, names: set[str]) -> None:
    kind = ""
    if "xl/workbook.xml" not in names:
        kind = "an OpenDocument or other compressed file" if "mimetype" in names else "a compressed file"
    if "xl/workbook.bin" in names:
        kind = "a binary workbook (.xlsb)"
    if "xl/vbaProject.bin" in names:
        kind = "a workbook with macros (.xlsm)"
    if kind:
        raise Mendable(f"{file_name}: this is {kind}. The file must be a csv or an xlsx: save it as one of these.")


def _inspect_part(file_name: str, part: str, xml: bytes) -> None:
    # Excel writes UTF-8 and declares no entities; XML in another encoding would slip past the looks taken here.
    if part.endswith((".xml", ".rels")) and any(sign in xml for sign in (b"<!DOCTYPE", b"<!ENTITY", b"\0")):
        raise Mendable(f"{file_name}: the workbook contains invalid XML ({part}). Save it again from Excel.")
    if b"sheetData" not in xml:
        return
    unsaved = UNSAVED_FORMULA.findall(xml) if b"<f" in xml else []
    if unsaved:
        cells = "1 cell contains a formula" if len(unsaved) == 1 else f"{len(unsaved)} cells contain formulas"
        raise Mendable(
            f"{file_name}: {cells} with no saved value, the first being {unsaved[0].decode()}. Open the workbook in "
            "Excel, copy, paste values, and save."
        )
    _refuse_errors(file_name, xml)
    # The reader makes room for the whole rectangle up to the farthest cell, so a lone far cell is refused here.
    rows = max((int(row) for row in set(LAST_ROW.findall(xml))), default=0)
    columns = max((_position(name) for name in set(LAST_COLUMN.findall(xml))), default=0)
    if rows * columns > MOST_CELLS:
        raise Mendable(
            f"{file_name}: a sheet reaches {rows:,} rows by {columns:,} columns, more than can be opened. Delete the "
            "unused rows and columns, or save the sheet as csv."
        )


def _refuse_errors(file_name: str, xml: bytes) -> None:
    """Refuse cells where Excel failed; #N/A alone is how some people write that a value is not known."""
    errors = list(EXCEL_ERROR.finditer(xml))
    if errors:
        cells = "1 cell holds an Excel error" if len(errors) == 1 else f"{len(errors)} cells hold Excel errors"
        cells_before = CELL.findall(xml, max(0, errors[0].start() - 9000), errors[0].start())
        place = f" in {cells_before[-1].decode()}" if cells_before else ""
        raise Mendable(
            f"{file_name}: {cells}, the first being {errors[0][1].decode()}{place}. Mend the formula or clear the "
            "cell, and save."
        )


def _position(name: bytes) -> int:
    position = 0
    for letter in name:
        position = position * 26 + letter - 64
    return position
