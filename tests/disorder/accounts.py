"""What must hold of any files, however disordered: this program never falls over, and every row is accounted for."""

import re
from collections.abc import Iterator, Sequence

import pandas

from data.extracts import all_extracts
from tests.disorder.shapes import Sheet
from validation.files.check_result import Check, CheckedFile
from validation.files.opened_files import Openings
from validation.files.opened_lists import OpenedList
from validation.files.refusal import FELL_OVER
from validation.rules.severity import BLOCK

OURS = {name for declared in all_extracts().values() for name in declared.column_names if "_" in name}
"""The names of our own columns, by which nothing is told of a list of a return."""
WORD = re.compile(r"\w+")


def broken(check: Check, openings: Openings | None, sheets: Sequence[Sheet]) -> Iterator[str]:
    """Say of each thing that does not hold of a check; `openings` is what was opened in the course of it."""
    for finding in check.findings:
        if finding.rule == FELL_OVER:
            yield f"it fell over: {finding.message}"
    for file in check.files:
        yield from _does_not_add_up(file)
    yield from _not_as_handed_in(check, sheets)
    for opened_list in openings.lists if openings else ():
        yield from _lost_of_a_list(opened_list, openings)
        yield from _in_other_words(opened_list, check)


def _does_not_add_up(file: CheckedFile) -> Iterator[str]:
    """Say where the rows of a file are not those accepted, set aside and blank, or not the rows that it holds."""
    where = f"{file.file} {file.sheet} {file.extract or file.title}"
    if file.rows != file.accepted + file.set_aside + file.blank:
        yield f"{where}: {file.rows} rows are not {file.accepted} + {file.set_aside} + {file.blank}"
    if min(file.rows, file.accepted, file.set_aside, file.blank) < 0:
        yield f"{where}: fewer than no rows"
    if file.table is not None and len(file.table) != file.accepted:
        yield f"{where}: {file.accepted} rows accepted, and {len(file.table)} held"
    if file.refused and file.table is not None:
        yield f"{where}: refused, and yet it has rows to publish"
    if file.table is not None and not file.made_of:
        yield from _set_aside_in_silence(file, where)


def _set_aside_in_silence(file: CheckedFile, where: str) -> Iterator[str]:
    """Say where a row was neither accepted nor is told of, or is there twice."""
    table = file.table if file.table is not None else pandas.DataFrame()
    if not table.index.is_unique:
        yield f"{where}: a row was counted twice"
    told = {finding.row for finding in file.findings if finding.row is not None}
    if file.set_aside > len(told - set(table.index)) and not file.unchanged:
        yield f"{where}: {file.set_aside} rows set aside, and {len(told - set(table.index))} of them told"
    if blocked := {finding.row for finding in file.findings if finding.severity == BLOCK} & set(table.index):
        yield f"{where}: rows {sorted(blocked)} block, and yet they were accepted"


def _not_as_handed_in(check: Check, sheets: Sequence[Sheet]) -> Iterator[str]:
    """Say where more or fewer rows were read than were handed in."""
    unread = {finding.file for finding in check.findings if finding.rule == "file.not_readable"}
    if unread or len({sheet.name for sheet in sheets}) < len(sheets):
        return
    handed = sum(len(sheet.rows) for sheet in sheets if sheet.headings)
    if check.totals["rows"] != handed:
        yield f"{handed} rows were handed in, and {check.totals['rows']} read"


def _in_other_words(opened_list: OpenedList, check: Check) -> Iterator[str]:
    """Say what is told of a list by the names of our own columns, or under a heading that it has not."""
    arrival = opened_list.of.arrival
    headings = set(arrival.rows.columns)
    strange = {word for column in arrival.rows for text in arrival.rows[column].dropna() for word in WORD.findall(text)}
    for finding in check.findings:
        if (finding.file, finding.sheet) == (arrival.file, arrival.sheet):
            if finding.column and not headings & {finding.column, *finding.column.split(", ")}:
                yield f"{arrival.where}: {finding.rule} is told under {finding.column}, which it has not"
            text = re.sub('"[^"]*"', "", finding.message.replace(arrival.file, ""))
            if names := OURS & set(WORD.findall(text)) - headings - strange:
                yield f"{arrival.where}: {finding.rule} speaks of {names}: {finding.message}"


def _lost_of_a_list(opened_list: OpenedList, openings: Openings) -> Iterator[str]:
    """Say which rows of a list were accepted, and are in nothing that was made."""
    places = {
        place
        for file in openings.usable
        for row in (*file.table.index, *file.repeated)
        for place in file.places.get(row, ())
    }
    ours = opened_list.of
    rows = ours.arrival.rows.index
    lost = [row for row in rows if (ours, row) not in places and row not in opened_list.left_out]
    if lost and not (ours.listing.looked_up and len(lost) < len(rows)):
        yield f"{ours.arrival.where}: rows {lost} are in nothing that was made, and nobody is told"
