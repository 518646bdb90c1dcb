"""What the layout of a file tells before any value is judged: what was not taken as it stands, and why."""

from collections.abc import Iterator

from validation.files.opened_table import Opened
from validation.rules.finding import Finding
from validation.rules.sentences import listed
from validation.rules.severity import BLOCK, INFO, QUERY

LAST_ROW_OF_EXCEL = 1_048_576


def layout_findings(each: Opened, nil_return: str | None = None) -> Iterator[Finding]:
    """Find what stands aside, what is missing and what was left out; `nil_return` says why there are no rows."""
    yield from _rows_aside(each)
    yield from _left_out(each)
    if not len(each.table):
        yield _no_rows(each, nil_return)
        return
    yield from _not_in_file(each)
    yield from _read_as_blank(each)


def _rows_aside(each: Opened) -> Iterator[Finding]:
    name, arrival = each.declared.name, each.arrival
    for row, fields in arrival.ragged.items():
        cause = "a separator too many" if fields > arrival.width else "a missing field or another separator"
        found = "1 field" if fields == 1 else f"{fields} fields"
        message = f"it has {found}, expected {arrival.width}. Look for {cause}; none of its values was read."
        yield each.finding(row, None, f"{name}.number_of_fields", BLOCK, message, len(arrival.ragged))
    last = max(each.arrival.rows.index, default=0)
    for row, begins in arrival.footers.items():
        message = f'it begins "{begins}" and is not a row of data, so it was left out.'
        within, severity = (" Rows follow it: check that it is none of them.", QUERY) if row < last else ("", INFO)
        yield each.finding(row, None, f"{name}.closing_line", severity, message + within, len(arrival.footers))
    for row, first in each.repeated.items():
        message = f"it repeats row {first} in every column, so it was counted once."
        yield each.finding(row, None, f"{name}.repeated_row", INFO, message, len(each.repeated))
    if last == LAST_ROW_OF_EXCEL:
        message = f"it ends on row {last:,}, the last that Excel has, so it may have been cut off. Export it as csv."
        yield each.finding(None, None, f"{name}.cut_off", QUERY, message)


def _left_out(each: Opened) -> Iterator[Finding]:
    hidden, ignored = each.arrival.hidden, each.recognised.ignored
    if hidden:
        many = "1 hidden sheet was" if len(hidden) == 1 else f"{len(hidden)} hidden sheets were"
        message = f"{many} ignored: {', '.join(hidden)}. Show and save what belongs to the extract."
        yield each.finding(None, None, "file.hidden_sheets", QUERY, message)
    if ignored:
        many = "1 column was" if len(ignored) == 1 else f"{len(ignored)} columns were"
        message = f"{many} ignored and not kept: {', '.join(ignored)}."
        yield each.finding(None, None, f"{each.declared.name}.columns_ignored", INFO, message)


def _no_rows(each: Opened, nil_return: str | None) -> Finding:
    name = each.declared.name
    if nil_return and not each.aside:
        message = f"a nil return: there were none this month. The reason given: '{nil_return}'."
        return each.finding(None, None, f"{name}.nil_return", QUERY, message)
    if each.of_return:
        message = "there are no rows. If there really were none, say so in the reason; else export again."
        return each.finding(None, None, f"{name}.no_rows", QUERY, message)
    message = "the file has headings but no rows. If there really were none this month, say so; else export again."
    return each.finding(None, None, f"{name}.no_rows", BLOCK, message)


def _not_in_file(each: Opened) -> Iterator[Finding]:
    missing = each.recognised.missing_other
    if missing:
        what = "column" if len(missing) == 1 else "columns"
        named = listed(missing, len(missing))
        message = f"it lacks the {what} {named}, blank on every row. Add what the case system holds."
        rule = f"{each.declared.name}.columns_not_in_file"
        yield each.finding(None, None, rule, INFO, message, rows_affected=len(each.table))


def _read_as_blank(each: Opened) -> Iterator[Finding]:
    for name in each.declared.column_names:
        if blank := each.blanks_of(name):
            counted = "1 value" if len(blank) == 1 else f"{len(blank):,} values"
            row, text = next(iter(blank.items()))
            message = f'{counted} in {name} read as blank, such as "{text}" on row {row}.'
            rule = f"{each.declared.name}.{name}.read_as_blank"
            yield each.finding(None, None, rule, INFO, message, rows_affected=len(blank))
