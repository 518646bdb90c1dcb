"""What each file was taken for: its extract, its rows, the newest day in it and the verdict on it."""

from collections.abc import Sequence
from datetime import date

from data.extract import Date, Month
from data.extracts import all_extracts
from pages.kit.parts.fold import folded
from pages.kit.parts.table import draw_table
from pages.kit.rows.file_table import FileRow, draw_file_table
from pages.kit.upload.check_verdict import GRAVEST_FIRST, verdict_on
from pages.words import wording
from validation.files.check_result import Check, CheckedFile
from validation.rules.finding import Finding

MANY_LISTS = 4
CAPTION = "Files, and what each was taken for"


def draw_files(checked: Check, ends: date) -> None:
    """Draw the files of a check, the gravest verdict first, and the extracts that were made of lists of returns."""
    rows = file_rows(checked, ends)
    draw_file_table(CAPTION, rows, wording.counted(max(0, len(rows) - 6), "more files"))
    if extracts := [what_was_made(file) for file in checked.files if file.made_of]:
        label = f"{wording.counted(len(extracts), 'extracts')} made of the lists of returns"
        folded(label, "made_of_lists", lambda: draw_table(extracts, label))


def file_rows(checked: Check, ends: date) -> list[FileRow]:
    """Return a row for each table of each file, the gravest verdict first, and then as the files came."""
    rows = [_row(file, checked.findings, ends) for file in checked.files if not file.made_of]
    return sorted(rows, key=lambda row: GRAVEST_FIRST.index(row.verdict))


def _row(file: CheckedFile, findings: Sequence[Finding], ends: date) -> FileRow:
    """Account for the rows of one table of one file: rows = accepted + set aside + blank."""
    extract = all_extracts()[file.extract].title if file.extract else file.title or "Not recognised"
    own = [finding for finding in findings if (finding.file, finding.sheet) == (file.file, file.sheet)]
    verdict, note = verdict_on(file, own)
    return FileRow(
        f"{file.file}, {file.sheet}" if file.sheet else file.file,
        extract,
        wording.number(file.rows),
        wording.number(file.set_aside),
        wording.number(file.blank),
        _newest(file, ends),
        verdict,
        note,
    )


def _newest(file: CheckedFile, ends: date) -> str:
    """Write the newest day in a file on which something happened, up to the month end; a dash where there is none."""
    if file.table is None or file.extract is None:
        return wording.NONE
    newest, of_months = None, False
    for column in all_extracts()[file.extract].columns:
        if isinstance(column, Month) or (isinstance(column, Date) and not column.planned):
            days = [day.date() for day in file.table[column.name].dropna().unique()]
            latest = max((day for day in days if day <= ends), default=None)
            if latest and (newest is None or latest > newest):
                newest, of_months = latest, isinstance(column, Month)
    if newest is None:
        return wording.NONE
    return wording.short_month(newest) if of_months else wording.day(newest)


def what_was_made(file: CheckedFile) -> dict[str, str]:
    """Say what an extract was made of, how many rows it has and from when they are whole."""
    lists = [name.split(", ")[1] for name in file.made_of]
    return {
        "Extract": wording.plain(all_extracts()[str(file.extract)].title),
        "Made of": wording.plain(wording.listed(lists) if len(lists) < MANY_LISTS else f"{lists[0]} to {lists[-1]}"),
        "Rows": wording.number(file.rows),
        "Set aside": wording.number(file.set_aside),
        "Whole from": wording.day(file.whole_from) if file.whole_from else "Always",
    }
