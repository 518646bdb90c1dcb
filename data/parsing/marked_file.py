"""Mark a file: a workbook of its rows as they stand, each at its own number, and beside them what there is to mend."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from data.parsing.delimited import records_of
from data.parsing.file_kinds import read_as
from data.parsing.heading_row import FIRST_ROWS, find_headings
from data.parsing.text_workbook import HEADING, LAST_ROW, PLAIN, TO_MEND, Cell, Sheet, workbook_of
from data.parsing.workbook import sheets_of

MOST_CELLS = 3_000_000
"""No more cells than these are written back: a file beyond them is listed by row number only."""
FINDINGS, ROWS, WHAT_TO_MEND = "Findings", "Rows", "What to mend"
Record = Sequence[str]


def marked(file_name: str, contents: bytes, marks: Mapping[str, Any]) -> bytes:
    """Return an .xlsx of a file's rows with a column that says what to mend, after a sheet of the findings by rule.

    `marks` has `findings`, the rows of that first sheet, `bold`, which of them are headings, and `sheets`: for each
    sheet of the file what to write beside which row. Every cell is written as text.
    """
    sheets = read_as(file_name, contents, sheets_of, lambda name, plain: {"": records_of(name, plain)})
    written, room = [], MOST_CELLS
    for name, records in sheets.items():
        taken, cells = _up_to(records, room)
        beside = {int(row): text for row, text in marks["sheets"].get(name, {}).items()}
        room -= cells
        too_many = room < 0 or len(taken) > LAST_ROW
        written.append(_listed(name, beside) if too_many else _beside(name, taken, beside))
    return workbook_of([_first_sheet(marks), *written])


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
    """Write every row as it stands, and what to mend to the right of the widest."""
    width = max((len(record) for record in records), default=0)
    early = list(islice(records, FIRST_ROWS))
    headings = find_headings(early) + 1 if early else 1

    def rows() -> Iterator[tuple[int, list[Cell]]]:
        for number, record in enumerate(records, 1):
            look, remark = (HEADING, WHAT_TO_MEND) if number == headings else (PLAIN, beside.get(number, ""))
            if remark or any(record):
                padding = [("", PLAIN)] * (width - len(record))
                last = (remark, HEADING if number == headings else TO_MEND)
                yield number, [*((text, look) for text in record), *padding, last]

    widths = dict.fromkeys(range(width), 16) | {width: 90}
    return Sheet(name or ROWS, rows(), widths, headings)


def _listed(name: str, beside: Mapping[int, str]) -> Sheet:
    """List what to mend by row number, where the rows themselves are too many to be written back."""
    why = f"This sheet has too many rows to be written back (more than {MOST_CELLS:,} cells), so they are named here."
    lines = [[(why, PLAIN)], [("Row", HEADING), (WHAT_TO_MEND, HEADING)]]
    lines += [[(str(row), PLAIN), (text, TO_MEND)] for row, text in sorted(beside.items())]
    return Sheet(name or ROWS, enumerate(lines[:LAST_ROW], 1), {0: 16, 1: 90}, 2)


def _first_sheet(marks: Mapping[str, Any]) -> Sheet:
    """Write the findings by rule."""
    bold = set(marks["bold"])
    rows = [
        [(str(text), HEADING if place in bold else PLAIN) for text in line]
        for place, line in enumerate(marks["findings"])
    ]
    return Sheet(FINDINGS, enumerate(rows, 1), {0: 14, 1: 28, 2: 24, 3: 10, 4: 110})
