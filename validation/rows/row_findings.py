"""What is wrong with single rows of a file, in its own words: each row that breaks a rule of the declaration."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from data.arrivals import UNREADABLE
from validation.files.opened_table import Opened
from validation.rows.broken_rows import broken_rows
from validation.rules.demands import rules_of
from validation.rules.finding import Finding
from validation.rules.rule import Rule
from validation.rules.sentences import Words, sentence_of

UNREAD = ("readable", "in_set", "required")
"""The rules that what could not be read breaks."""


def row_findings(file: Opened, month_end: date) -> Iterator[Finding]:
    """Find the rows that break a rule of the declaration, each with its sentence."""
    broken = broken_rows(file.declared, file.table, month_end)
    for rule in rules_of(file.declared, month_end):
        rows = [row for row in broken[rule.id] if not _told_already(file, rule, row)]
        for row, sentence in zip(rows, _sentences(rule, file, rows), strict=True):
            yield file.finding(row, rule.column, rule.id, rule.severity, sentence, len(rows), rule.dfe_rule)


def _told_already(file: Opened, rule: Rule, row: int) -> bool:
    """Tell whether a row breaks a rule only by a cell of a list that is told where it stands."""
    if file.made is None or rule.kind not in UNREAD:
        return False
    name = f"{UNREADABLE}{rule.column}" if rule.kind == "readable" else rule.column
    return file.is_told_in_its_list(row, rule.column, str(file.table.at[row, name]))


def _sentences(rule: Rule, file: Opened, rows: Sequence[int]) -> Iterator[str]:
    names = [column.name for column in rule.columns]
    shown = [UNREADABLE + name for name in names] if rule.kind == "readable" else names
    records = list(zip(*(file.table.loc[rows, name] for name in shown), strict=True))
    alike: dict[tuple, list[int]] = defaultdict(list)
    for row, values in zip(rows, records, strict=True):
        alike[values].append(row)
    for row, values in zip(rows, records, strict=True):
        # Only these two kinds speak of other rows; for the rest a common fault would cost a long list for each row.
        twins = [twin for twin in alike[values] if twin != row] if rule.kind in ("unique", "one_row_per") else []
        headings = [file.heading_of(row, name, names[0]) for name in names] if len(names) > 1 else []
        yield sentence_of(rule, values, Words([file.row_seen_from(row, twin) for twin in twins], headings))
