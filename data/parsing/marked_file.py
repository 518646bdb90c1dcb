"""Mark files: one workbook of their rows as they stand, each at its number, and beside them what there is to mend."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import PurePath
from typing import Any

from data.errors import Mendable
from data.parsing.census import census_sheets
from data.parsing.delimited import records_of
from data.parsing.file_kinds import daily_sheets, is_zip, read_as
from data.parsing.handed_back import FINDINGS, HEADINGS, WHAT_TO_MEND, remarks_at
from data.parsing.heading_row import FIRST_ROWS, find_headings
from data.parsing.text_workbook import HEADING, LAST_ROW, PLAIN, TO_MEND, Cell, Sheet, names_for, workbook_of
from data.parsing.workbook import sheets_of
from data.parsing.zipped_tables import tables_in
from data.returns.ssd.daily_json import is_daily_json

MOST_CELLS = 3_000_000
"""No more cells than these are written back: a sheet beyond them is listed by row number only."""
LEFT_OUT = "There is no room for it in this workbook, and nothing to mend in it: check the file itself beside this."
Record = Sequence[str]
Place = tuple[int, str]
"""The place of a file among those that are marked, and one of its sheets; a csv file has one without a name."""


def marked(contents_of: Callable[[int], bytes], marks: Mapping[str, Any]) -> bytes:
    """Return an .xlsx of the rows of files with a column that says what to mend, after a sheet of the findings by rule.

    `contents_of` gives the bytes of the next file, of a size. `marks` has `files`: of each the `name`, the `size` and,
    by its `sheets`, what to write beside which row; `about`, what the first sheet begins with; `findings`, its lines:
    the place of the `file`, its `sheet`, its `name` and the `cells`; and `foot`, if any, which stands below them. What
    has nothing to mend and finds no room is left out, and said. Every cell is written as text.
    """
    written: dict[Place, Sheet] = {}
    left_out, room = [], MOST_CELLS
    for number, file in enumerate(marks["files"]):
        contents = contents_of(file["size"])
        sheets = _sheets(file["name"], contents)
        for name, records in sheets.items():
            taken, cells = _up_to(records, room)
            beside = {int(row): text for row, text in file["sheets"].get(name, {}).items()}
            title = _title(file["name"], name, len(sheets))
            if cells <= room and len(taken) <= LAST_ROW:
                room -= cells
                written[number, name] = _beside(title, taken, beside)
            elif beside:
                written[number, name] = _listed(title, beside)
            else:
                left_out.append(f"{file['name']}, sheet {name}" if name else file["name"])
    names = dict(zip(written, names_for([FINDINGS, *(sheet.name for sheet in written.values())])[1:], strict=True))
    return workbook_of([_first_sheet(marks, names, left_out), *written.values()])


def _sheets(name: str, contents: bytes) -> dict[str, Iterator[list[str]]]:
    """Give the rows of each sheet of a workbook, of a csv file, or of each csv file of a zip that can be read."""
    if is_zip(name, contents):
        tables = {of: plain for of, plain in tables_in(name, contents) if isinstance(plain, bytes)}
        return {of: records for of, plain in tables.items() if (records := _readable(of, plain)) is not None}
    if is_daily_json(contents):
        return daily_sheets(name, contents)
    return read_as(name, contents, sheets_of, lambda of, plain: {"": records_of(of, plain)}, census_sheets)


def _readable(name: str, plain: bytes) -> Iterator[list[str]] | None:
    """Give the rows of a csv file of a zip, or nothing where they cannot be read: what is said of it says why."""
    try:
        return iter(list(records_of(name, plain)))
    except Mendable:
        return None


def _title(file: str, sheet: str, sheets: int) -> str:
    """Name a sheet after its file or, where the file has several, as it is named there."""
    return sheet if sheet and sheets > 1 else PurePath(file).stem


def _up_to(records: Iterator[list[str]], most: int) -> tuple[list[Record], int]:
    """Hold the rows of a sheet, as far as there is room for their cells; count the cells."""
    taken, cells = [], 0
    for record in records:
        taken.append(record)
        cells += len(record)
        if cells > most:
            break
    return taken, cells


def _beside(name: str, records: Sequence[Record], beside: Mapping[int, str]) -> Sheet:
    """Write every row as it stands, and what to mend to the right of the widest; what was said before is taken out."""
    early = list(islice(records, FIRST_ROWS))
    headings = find_headings(early) + 1 if early else 1
    remarked = remarks_at([text.strip() for text in records[headings - 1]]) if records else None
    if remarked is not None:
        records = [[*record[:remarked], *record[remarked + 1 :]] for record in records]
    width = max((len(record) for record in records), default=0)

    def rows() -> Iterator[tuple[int, list[Cell]]]:
        for number, record in enumerate(records, 1):
            look, remark = (HEADING, WHAT_TO_MEND) if number == headings else (PLAIN, beside.get(number, ""))
            if remark or any(record):
                padding = [("", PLAIN)] * (width - len(record))
                last = (remark, HEADING if number == headings else TO_MEND)
                yield number, [*((text, look) for text in record), *padding, last]

    widths = dict.fromkeys(range(width), 16) | {width: 90}
    return Sheet(name, rows(), widths, headings)


def _listed(name: str, beside: Mapping[int, str]) -> Sheet:
    """List what to mend by row number, where the rows themselves are too many to be written back."""
    why = f"There are too many rows to be written back (more than {MOST_CELLS:,} cells), so they are named here."
    lines = [[(why, PLAIN)], [("Row", HEADING), (WHAT_TO_MEND, HEADING)]]
    lines += [[(str(row), PLAIN), (text, TO_MEND)] for row, text in sorted(beside.items())]
    return Sheet(name, enumerate(lines[:LAST_ROW], 1), {0: 16, 1: 90}, 2)


def _first_sheet(marks: Mapping[str, Any], names: Mapping[Place, str], left_out: Iterable[str]) -> Sheet:
    """Write what the workbook is, and then the findings by rule, each with the sheet where its rows stand."""
    lines = [[text] for text in marks["about"]]
    headed = len(lines)
    lines.append([*HEADINGS])
    for finding in marks["findings"]:
        severity, rule, *rest = finding["cells"]
        where = names.get((finding["file"], finding["sheet"]), finding["name"])
        lines.append([severity, rule, where, *rest])
    lines += [["To know", "left out", name, "", "", LEFT_OUT] for name in left_out]
    lines += [[marks["foot"]]] if marks.get("foot") else []
    rows = [
        [(str(text), HEADING if place in (0, headed) else PLAIN) for text in line] for place, line in enumerate(lines)
    ]
    return Sheet(FINDINGS, enumerate(rows, 1), {0: 14, 1: 28, 2: 31, 3: 24, 4: 10, 5: 110})
