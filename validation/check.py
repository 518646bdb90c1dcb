"""Check the files of a month: read, recognise, type, judge; nothing is stored, and every row is accounted for."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas

from data.arrivals import UNREADABLE
from data.arrivals.values import dtype_of
from data.extract import Declared, all_extracts
from data.months import begun_month_end, in_words
from data.steps import Told, nobody
from validation.between import all_rules, ask, can_be_asked
from validation.checked import Check, CheckedFile
from validation.columns import column_findings
from validation.compared import Published, compared_findings, nothing_published
from validation.findings import Finding, in_order
from validation.given import Units, given_findings
from validation.layout import layout_findings
from validation.month import month_findings
from validation.opened import Opened
from validation.opening import opened
from validation.returned import OpenedList, list_findings, made_findings
from validation.rules import BLOCK, INFO, Rule, rules_of
from validation.sentences import listed
from validation.suites import broken_rows
from validation.whose import whose_findings

__all__ = ["Check", "CheckedFile", "Finding", "Known", "check"]

Standing = Callable[[str, str], int | None]
"""The version that stands for the month and was made of these very bytes: their sha256, and the sheet."""


READ, COMPARING = 0.4, 0.9
"""The share of a check that is done when every file has been read, and when every file has been judged by itself."""


@dataclass(frozen=True)
class Known:
    """Say what is known besides the files: whose they are, what is published, and why there may be no rows.

    `published` returns the rows of an extract already published for the month, or None; `before` those of the month
    before; `standing` the version that these very bytes are published as, or None. `units` returns the unit of each
    indicator, by which figures already counted are judged.
    """

    published: Published = nothing_published
    before: Published = nothing_published
    standing: Standing = lambda _sha256, _sheet: None
    authority: str | None = None
    nil_return: str | None = None
    units: Units = dict


def check(files: Sequence[tuple[str, bytes]], month: str, known: Known, told: Told = nobody) -> Check:
    """Check files (name and bytes) for a month written 2026-10, or raise `Mendable` where the month is none.

    `known` says what the files are compared with; `told` hears each step as it begins.
    """
    ends = begun_month_end(month)
    openings = opened(_each_told(files, told), ends)
    usable = openings.usable
    titles = [each.declared.title for each in usable]
    told(f"Recognised: {'; '.join(titles) or 'none'}", READ)
    found: dict[str, list[Finding]] = defaultdict(list)
    for number, each in enumerate(usable):
        place = f" ({number + 1} of {len(usable)})" if len(usable) > 1 else ""
        told(f"Checking {titles[number]}{place}", READ + (COMPARING - READ) * number / len(usable))
        found[each.declared.name] += _findings(each, ends, known)
    told("Comparing between extracts", COMPARING)
    for finding in _between_findings(usable, ends, known.published):
        found[str(finding.extract)].append(finding)
    checked = [_accounted(each, in_order(found[each.declared.name])) for each in usable]
    checked = [_unless_published(each, ends, known.standing) for each in checked]
    lists = [_list_told(each, checked, known) for each in openings.lists]
    order = {name: position for position, (name, _) in reversed(list(enumerate(files)))}
    return Check(month, tuple(sorted([*openings.refused, *lists, *checked], key=lambda file: order[file.file])))


def _list_told(each: OpenedList, checked: Sequence[CheckedFile], known: Known) -> CheckedFile:
    """Account for a list of a return, with what is to be said of it as a list."""
    own = [*layout_findings(each), *whose_findings(each, known.authority), *list_findings(each)]
    account = each.told([*own, *(finding for file in checked for finding in file.findings)])
    return replace(account, findings=in_order(replace(finding, extract=None) for finding in own))


def _each_told(files: Sequence[tuple[str, bytes]], told: Told) -> Iterator[tuple[str, bytes]]:
    """Give file after file, and say which one is read."""
    for number, (name, contents) in enumerate(files):
        told(f"Reading {name} ({number + 1} of {len(files)})", READ * number / len(files))
        yield name, contents


def _findings(each: Opened, ends: date, known: Known) -> Iterator[Finding]:
    """Find all that is wrong with one file by itself and beside what was published of it."""
    yield from layout_findings(each, known.nil_return)
    yield from made_findings(each)
    yield from month_findings(each, ends)
    yield from whose_findings(each, known.authority)
    yield from column_findings(each)
    yield from compared_findings(each, ends, known.published, known.before)
    yield from given_findings(each, ends, known.units)
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
    wrong = {(found.file, found.sheet, found.row) for found in findings if found.severity == BLOCK}
    kept = [row for row in each.table.index if each.place_of(row) not in wrong]
    whole = all_extracts()[each.declared.name]
    table = _as_typed(whole, each.table.loc[kept]).set_axis([each.place_of(row)[2] for row in kept])
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


def _between_findings(usable: Sequence[Opened], ends: date, published: Published) -> Iterator[Finding]:
    here = {each.declared.name: each for each in usable if len(each.table)}
    frames = {name: each.table.assign(row_number=each.table.index) for name, each in here.items()}
    for name in all_extracts().keys() - here.keys():
        rows = published(name)
        if rows is not None:
            frames[name] = _as_typed(all_extracts()[name], rows).assign(row_number=0)
    unasked: dict[str, dict[str, bool]] = defaultdict(dict)
    for rule in all_rules():
        about = here.get(rule.extract) or next((here[name] for name in rule.needs if name in here), None)
        if about is None:
            continue
        lacking = [name for name in rule.needs if name not in frames]
        if lacking:
            unasked[about.declared.name] |= dict.fromkeys(lacking, True)
            continue
        if any(name in here and here[name].made for name in rule.needs) and not can_be_asked(rule, frames, ends):
            continue  # it needs a column that the return does not have, which is said of the return
        answers = ask(rule, frames, ends)
        if rule.extract in here:
            for row, sentence in answers:
                yield about.finding(row, rule.column, rule.id, rule.severity, sentence, len(answers), rule.dfe_rule)
        elif answers:
            title = all_extracts()[rule.extract].title.lower()
            message = f"beside this file, {len(answers)} published rows of {title} break a rule: {answers[0][1]}"
            yield about.finding(None, None, rule.id, rule.severity, message, rows_affected=len(answers))
    for name, others in unasked.items():
        titles = listed([all_extracts()[other].title.lower() for other in others])
        message = f"not compared with {titles}: none is here or published for {in_words(ends)}."
        yield here[name].finding(None, None, f"{name}.not_compared", INFO, message)


def _as_typed(declared: Declared, rows: pandas.DataFrame) -> pandas.DataFrame:
    dtypes = {column.name: dtype_of(column) for column in declared.columns}
    return rows.reindex(columns=list(dtypes)).astype(dtypes)
