"""What the layout of a file tells before any value is judged: what was not taken as it stands, and why."""

from collections.abc import Iterator, Sequence

from data.arrivals.days import EXCEL_BLANK
from data.heading_spelling import UNNAMED
from validation.files.authority import names_authority
from validation.files.opened_table import Opened
from validation.rules.finding import Finding
from validation.rules.sentences import listed
from validation.rules.severity import BLOCK, INFO, QUERY

LAST_ROW_OF_EXCEL = 1_048_576


def layout_findings(file: Opened, nil_return: str | None = None) -> Iterator[Finding]:
    """Find what stands aside, what is missing and what was left out; `nil_return` says why there are no rows."""
    yield from _how_read(file)
    yield from _rows_aside(file)
    yield from _left_out(file)
    yield from _hidden(file)
    yield from _merged(file)
    if not len(file.table):
        yield _no_rows(file, nil_return)
        return
    yield from _not_in_file(file)
    yield from _read_as_blank(file)


def _how_read(file: Opened) -> Iterator[Finding]:
    """Say how a file was read that is not in the plainest form: its encoding, its separator, its headings."""
    if notes := file.as_checked().notes:
        message = f"it was read so: {'; '.join(notes)}. Nothing is to be done where that is right."
        yield file.finding(None, None, f"{file.declared.name}.how_read", INFO, message, len(file.table))


def _rows_aside(file: Opened) -> Iterator[Finding]:
    name, arrival = file.declared.name, file.arrival
    for row, fields in arrival.ragged.items():
        cause = "a separator too many" if fields > arrival.width else "a missing field or another separator"
        count = "1 field" if fields == 1 else f"{fields} fields"
        message = f"it has {count}, expected {arrival.width}. Look for {cause}; none of its values was read."
        yield file.finding(row, None, f"{name}.number_of_fields", BLOCK, message, len(arrival.ragged))
    last = max(file.arrival.rows.index, default=0)
    for row, begins in arrival.footers.items():
        again = row in arrival.headings_again
        kind = "repeats the headings" if again else "is a total" if row in arrival.totals else "is not a row of data"
        message = f'it begins "{begins}" and {kind}, so it was left out.'
        expected = row > last or again or (row in arrival.totals and len(arrival.totals) > 1)
        within, severity = ("", INFO) if expected else (" Rows follow it: check that it is none of them.", QUERY)
        yield file.finding(row, None, f"{name}.closing_line", severity, message + within, len(arrival.footers))
    for row, first in file.repeated.items():
        message = f"it repeats row {file.row_seen_from(row, first)} in every column, so it was counted once."
        yield file.finding(row, None, f"{name}.repeated_row", INFO, message, len(file.repeated))
    if last == LAST_ROW_OF_EXCEL:
        message = f"it ends on row {last:,}, the last that Excel has, so it may have been cut off. Export it as csv."
        yield file.finding(None, None, f"{name}.cut_off", QUERY, message)


def _left_out(file: Opened) -> Iterator[Finding]:
    hidden = file.arrival.hidden
    ignored = [heading for heading in file.recognised.ignored if not names_authority(heading)]
    if hidden:
        many = "1 hidden sheet was" if len(hidden) == 1 else f"{len(hidden)} hidden sheets were"
        message = f"{many} ignored: {', '.join(hidden)}. Show and save what belongs to the extract."
        yield file.finding(None, None, "file.hidden_sheets", QUERY, message)
    if ignored:
        many = "1 column was" if len(ignored) == 1 else f"{len(ignored)} columns were"
        message = f"{many} ignored and not kept: {', '.join(ignored)}."
        yield file.finding(None, None, f"{file.declared.name}.columns_ignored", INFO, message)


def _hidden(file: Opened) -> Iterator[Finding]:
    """Say what was read though nobody sees it who opens the workbook."""
    arrival = file.arrival
    if rows := arrival.hidden_rows:
        many = "1 row is" if len(rows) == 1 else f"{len(rows):,} rows are"
        was = "was" if len(rows) == 1 else "were"
        by = "hidden by a filter" if arrival.filtered else "hidden"
        message = f"{many} {by}, and {was} read: row {listed(rows)}. Take out what does not belong to the extract."
        yield file.finding(None, None, f"{file.declared.name}.hidden_rows", INFO, message, len(rows))
    if columns := [name for name in arrival.hidden_columns if name not in file.recognised.ignored]:
        many = "1 column is" if len(columns) == 1 else f"{len(columns)} columns are"
        was = "was" if len(columns) == 1 else "were"
        message = f"{many} hidden, and {was} read: {listed(columns)}. Take out what does not belong to the extract."
        yield file.finding(None, None, f"{file.declared.name}.hidden_columns", INFO, message, len(file.table))


def _merged(file: Opened) -> Iterator[Finding]:
    """Block merged cells: all but the first of the rows that they cover came without the value."""
    by_heading: dict[str, list[str]] = {}
    for heading, cells in file.arrival.merged:
        by_heading.setdefault(heading, []).append(cells)
    for heading, cells in by_heading.items():
        if heading.startswith(UNNAMED):
            yield _without_heading(file, heading, cells)
        if heading in file.recognised.ignored:
            continue
        remedy = "is one merged cell: write it on each row" if len(cells) == 1 else "are merged cells: write each on"
        remedy += "" if len(cells) == 1 else " every row"
        message = f"{listed(cells)} {remedy}. Unmerge the column in Excel and fill it down."
        yield file.finding(None, heading, f"{file.declared.name}.merged_cells", BLOCK, message, len(cells))


def _without_heading(file: Opened, heading: str, cells: Sequence[str]) -> Finding:
    """Block a column whose heading is merged with that beside it: which of the two it was over, nobody can tell."""
    message = (
        f"{listed(cells)} is one merged cell over several columns, so this one has no heading and was not read. "
        "Unmerge it, and write a heading over each column."
    )
    return file.finding(None, heading, f"{file.declared.name}.merged_headings", BLOCK, message)


def _no_rows(file: Opened, nil_return: str | None) -> Finding:
    name = file.declared.name
    if nil_return and not file.aside:
        message = f"a nil return: there were none this month. The reason given: '{nil_return}'."
        return file.finding(None, None, f"{name}.nil_return", QUERY, message)
    if file.of_return:
        message = "there are no rows. If there really were none, say so in the reason; else export again."
        return file.finding(None, None, f"{name}.no_rows", QUERY, message)
    message = "the file has headings but no rows. If there really were none this month, say so; else export again."
    return file.finding(None, None, f"{name}.no_rows", BLOCK, message)


def _not_in_file(file: Opened) -> Iterator[Finding]:
    missing = file.recognised.missing_other
    if missing:
        noun = "column" if len(missing) == 1 else "columns"
        names = listed(missing, len(missing))
        message = f"it lacks the {noun} {names}, blank on every row. Add what the case system holds."
        rule = f"{file.declared.name}.columns_not_in_file"
        yield file.finding(None, None, rule, INFO, message, rows_affected=len(file.table))


def _read_as_blank(file: Opened) -> Iterator[Finding]:
    for name in file.declared.column_names:
        if blank := file.blanks_of(name):
            counted = "1 value" if len(blank) == 1 else f"{len(blank):,} values"
            row = next(iter(blank))
            zero = next((row for row, text in blank.items() if EXCEL_BLANK.fullmatch(text.strip())), None)
            row = row if zero is None else zero
            shown = f'"{blank[row]}"' if zero is None else f'"{blank[row]}", a blank that Excel shows as 00/01/1900,'
            message = f"{counted} in {name} read as blank, such as {shown} on row {row}."
            rule = f"{file.declared.name}.{name}.read_as_blank"
            yield file.finding(None, None, rule, INFO, message, rows_affected=len(blank))
