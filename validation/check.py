"""Check the files of a month: read, recognise, type, judge; nothing is stored, and every row is accounted for."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas

from data.arrivals import UNREADABLE
from data.explanations import Explanation, Query
from data.months import begun_month_end, in_words
from validation.across import between_findings
from validation.checked import Check, CheckedFile
from validation.columns import column_findings
from validation.compared import Published, compared_findings, nothing_published
from validation.explaining import carried_forward
from validation.findings import Finding, in_order
from validation.layout import layout_findings
from validation.month import month_findings
from validation.opening import Opened, opened
from validation.rules import BLOCK, INFO, Rule, rules_of
from validation.suites import broken_rows
from validation.whose import whose_findings

__all__ = ["Check", "CheckedFile", "Finding", "Known", "check"]

Standing = Callable[[str, str], int | None]
"""The version that stands for the month and was made of these very bytes: their sha256, and the sheet."""
Explained = Callable[[str], Mapping[Query, Explanation]]


@dataclass(frozen=True)
class Known:
    """Say what is known besides the files: whose they are, what is published, and why there may be no rows.

    `published` returns the rows of an extract already published for the month, or None; `before` those of the month
    before; `standing` the version that these very bytes are published as, or None; `explained` the queries of an
    extract that were explained before.
    """

    published: Published = nothing_published
    before: Published = nothing_published
    standing: Standing = lambda _sha256, _sheet: None
    explained: Explained = lambda _extract: {}
    authority: str | None = None
    nil_return: str | None = None


def check(files: Sequence[tuple[str, bytes]], month: str, known: Known | Published) -> Check:
    """Check files (name and bytes) for a month written 2026-10, or raise `Mendable` where the month is none.

    `known` says what the files are compared with; the rows published for the month alone will do.
    """
    ends = begun_month_end(month)
    known = known if isinstance(known, Known) else Known(published=known)
    usable, refused = opened(files, ends)
    found: dict[str, list[Finding]] = defaultdict(list)
    for each in usable:
        found[each.declared.name] += _findings(each, ends, known)
    for finding in between_findings(usable, ends, known.published, known.before):
        found[str(finding.extract)].append(finding)
    judged = {name: carried_forward(in_order(findings), known.explained(name)) for name, findings in found.items()}
    checked = [_accounted(each, judged.get(each.declared.name, ())) for each in usable]
    checked = [_unless_published(each, ends, known.standing) for each in checked]
    order = {name: position for position, (name, _) in reversed(list(enumerate(files)))}
    return Check(month, tuple(sorted([*refused, *checked], key=lambda file: order[file.file])))


def _findings(each: Opened, ends: date, known: Known) -> Iterator[Finding]:
    """Find all that is wrong with one file by itself and beside what was published of it."""
    yield from layout_findings(each, known.nil_return)
    yield from month_findings(each, ends)
    yield from whose_findings(each, known.authority)
    yield from column_findings(each)
    yield from compared_findings(each, ends, known.published, known.before)
    yield from _row_findings(each, ends)


def _unless_published(file: CheckedFile, ends: date, standing: Standing) -> CheckedFile:
    """Say of a file that stands published as it is that nothing changes, instead of comparing it with itself."""
    version = standing(file.sha256, file.sheet)
    if version is None:
        return file
    message = f"{file.file}: Already published as {in_words(ends)}, version {version}. Nothing changed."
    finding = Finding(file.file, file.sheet, None, None, "file.already_published", INFO, message, extract=file.extract)
    return replace(file, findings=(finding,), unchanged=True)


def _accounted(each: Opened, findings: tuple[Finding, ...]) -> CheckedFile:
    wrong = {finding.row for finding in findings if finding.severity == BLOCK and finding.row is not None}
    table = each.table.loc[~each.table.index.isin(list(wrong)), each.declared.column_names]
    return replace(
        each.as_checked(),
        accepted=len(table),
        set_aside=len(each.table) - len(table) + each.aside,
        table=table,
        findings=findings,
    )


def _row_findings(each: Opened, ends: date) -> Iterator[Finding]:
    broken = broken_rows(each.declared, each.table, ends)
    for rule in rules_of(each.declared, ends):
        rows = broken[rule.id]
        for row, sentence in zip(rows, _sentences(rule, each.table, rows), strict=True):
            yield each.finding(row, rule.column, rule.id, rule.severity, sentence, len(rows), rule.dfe_rule)


def _sentences(rule: Rule, table: pandas.DataFrame, rows: Sequence[int]) -> Iterator[str]:
    names = [column.name for column in rule.columns]
    shown = [UNREADABLE + name for name in names] if rule.kind == "readable" else names
    records = list(zip(*(table.loc[rows, name] for name in shown), strict=True))
    alike: dict[tuple, list[int]] = defaultdict(list)
    for row, values in zip(rows, records, strict=True):
        alike[values].append(row)
    for row, values in zip(rows, records, strict=True):
        # Only these two kinds speak of other rows; for the rest a common fault would cost a long list for each row.
        also = [other for other in alike[values] if other != row] if rule.kind in ("unique", "one_row_per") else []
        yield rule.sentence(values, also)
