"""Check the files of a month: read, recognise, type, judge; nothing is stored, and every row is accounted for."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

import pandas

from data.arrivals.headings import Confirmed
from data.arrivals.typed_values import dtype_of
from data.extract import Declared
from data.extracts import all_extracts
from data.ledger.history import Elsewhere as StandsElsewhere
from data.ledger.query_reasons import Explanation, Query
from data.months import begun_month_end, in_words
from data.steps import Listener, silent
from data.unforeseen import Unforeseen, foreseen
from validation.files.against_published import Published, compared_findings, nothing_published
from validation.files.aggregates import Units, given_findings
from validation.files.authority import whose_findings
from validation.files.carried_reasons import carried_forward
from validation.files.check_result import Check, CheckedFile
from validation.files.columns import column_findings
from validation.files.layout import layout_findings
from validation.files.list_cells import unreadable_findings
from validation.files.month import month_findings
from validation.files.month_evidence import tellings
from validation.files.opened_files import open_files
from validation.files.opened_lists import OpenedList, list_findings, made_findings
from validation.files.opened_table import Opened
from validation.files.refusal import fell_over
from validation.files.spellings import Spellings, nobody_findings
from validation.published_elsewhere import with_other_codes_named, with_others_named
from validation.returns.asked import ask_of_lists
from validation.rows.across_extracts import between_findings
from validation.rows.row_findings import row_findings
from validation.rules.finding import Finding, in_order
from validation.rules.severity import INFO
from validation.told_once import blocked, told_once
from validation.wrong_month import with_month_questioned

__all__ = ["Check", "CheckedFile", "Finding", "Known", "check"]

Standing = Callable[[str, str], int | None]
"""The version that stands for the month and was made of these very bytes: their sha256, and the sheet."""
Elsewhere = Callable[[str, str], Sequence[StandsElsewhere]]
"""Where the same bytes stand published for other authorities: their sha256, and the sheet."""
Place = tuple[str, str, int | None]
"""A row of a file: its name, the sheet, the number."""
Explained = Callable[[str], Mapping[Query, Explanation]]
Lead = Callable[[Declared, pandas.DataFrame], pandas.DataFrame]
"""Return published rows of an extract with identifiers in the place of pseudonyms."""


def as_they_stand(_declared: Declared, rows: pandas.DataFrame) -> pandas.DataFrame:
    """Return published rows as they stand."""
    return rows


READ, COMPARING = 0.4, 0.9
"""The share of a check that is done when every file has been read, and when every file has been judged by itself."""


@dataclass(frozen=True)
class Known:
    """Say what is known besides the files: whose they are, what is published, and why there may be no rows.

    `published` returns the rows of an extract already published for the month, or None; `before` those of the month
    before; `standing` the version that these very bytes are published as, or None; `elsewhere` where they stand for
    other authorities; `explained` the queries of an extract that were explained before; `units` the unit of each
    indicator, by which figures already counted are judged; `confirmed` the headings that analysts have said to be those
    of columns; `other_codes` the other codes of the authority, and `under_other_codes` the months published under them.
    `of_year` is the year, such as 2026/27, of the return that is asked for, where only one is.
    """

    published: Published = nothing_published
    before: Published = nothing_published
    standing: Standing = lambda _sha256, _sheet: None
    elsewhere: Elsewhere = lambda _sha256, _sheet: ()
    explained: Explained = lambda _extract: {}
    confirmed: Confirmed = field(default_factory=dict)
    authority: str | None = None
    other_codes: Sequence[str] = ()
    under_other_codes: Mapping[str, Sequence[date]] = field(default_factory=dict)
    nil_return: str | None = None
    of_year: str = ""
    units: Units = dict
    led_back_by: Callable[[Iterable[tuple[Declared, pandas.DataFrame]]], Lead] = lambda _files: as_they_stand

    def beside(self, files: Sequence[Opened]) -> "Known":
        """Return what is known with the identifiers that files hold, where the store keeps pseudonyms for them."""
        lead = self.led_back_by((file.declared, file.table) for file in files)

        def led(published: Published) -> Published:
            @cache
            def rows(extract: str) -> pandas.DataFrame | None:
                stored = published(extract)
                return None if stored is None else lead(all_extracts()[extract], stored)

            return rows

        return replace(self, published=led(self.published), before=led(self.before))


def check(files: Sequence[tuple[str, bytes]], month: str, context: Known, progress: Listener = silent) -> Check:
    """Check files (name and bytes) for a month written 2026-10, or raise `Mendable` where the month is none.

    `known` says what the files are compared with; `told` hears each step as it begins.
    """
    ends = begun_month_end(month)
    openings = open_files(_each_told(files, progress), ends, context.confirmed, context.of_year)
    context = context.beside(openings.usable)
    by_extract, usable, fallen = _judged_alone(openings.usable, ends, context, progress)
    progress("Comparing between extracts", COMPARING)
    keepers = {opened_list.declared.name: opened_list.keeper for opened_list in openings.lists}
    spellings = Spellings(usable, openings.lists)
    for finding in spellings.findings():
        keeper = keepers.get(str(finding.extract), str(finding.extract))
        by_extract[keeper].append(replace(finding, extract=keeper or None))
    on_lists = ask_of_lists(openings.together, openings.lists, usable, ends, context.authority)
    between = between_findings(usable, ends, context.published, context.before, on_lists.numbers, spellings.near)
    for finding in (*between, *on_lists.findings):
        by_extract[finding.extract or ""].append(finding)
    numbered = {_what(finding) for finding in on_lists.findings}
    for opened_list in openings.lists:
        findings = _of_list(opened_list, context)
        by_extract[opened_list.keeper] += (finding for finding in findings if _what(finding) not in numbered)
    rows_aside = {name: blocked(findings) for name, findings in by_extract.items()}
    once = told_once(by_extract, [file.declared.name for file in usable if file.made])
    judged = {name: carried_forward(in_order(findings), context.explained(name)) for name, findings in once.items()}
    checked = [
        _as_found(file, judged.get(file.declared.name, ()), rows_aside.get(file.declared.name, set()), ends, context)
        for file in usable
    ]
    checked = with_others_named(checked, context.elsewhere, context.explained)
    checked = with_other_codes_named(checked, context.authority, context.under_other_codes, context.explained)
    lists = [opened_list.told(judged) for opened_list in openings.lists]
    order = {name: position for position, (name, _) in reversed(list(enumerate(files)))}
    tables = [*openings.refused, *lists, *fallen, *checked]
    accounts = Check(month, tuple(sorted(tables, key=lambda file: order[file.file])))
    return with_month_questioned(accounts, tellings(usable, openings.lists, ends), ends)


def _judged_alone(
    files: Sequence[Opened], ends: date, context: Known, progress: Listener
) -> tuple[dict[str, list[Finding]], list[Opened], list[CheckedFile]]:
    """Judge every file by itself: return findings by extract, files that were judged, those at which we fell over."""
    titles = [file.declared.title for file in files]
    progress(f"Recognised: {'; '.join(titles) or 'none'}", READ)
    by_extract: dict[str, list[Finding]] = defaultdict(list)
    usable: list[Opened] = []
    fallen: list[CheckedFile] = []
    for number, file in enumerate(files):
        place = f" ({number + 1} of {len(files)})" if len(files) > 1 else ""
        progress(f"Checking {titles[number]}{place}", READ + (COMPARING - READ) * number / len(files))
        try:
            with foreseen(file.arrival.where):
                by_extract[file.declared.name] += list(_findings(file, ends, context))
            usable.append(file)
        except Unforeseen as why:
            fallen.append(fell_over(file.as_checked(), why))
    return by_extract, usable, fallen


def _as_found(
    file: Opened, findings: tuple[Finding, ...], aside: Collection[Place], ends: date, context: Known
) -> CheckedFile:
    """Account for a file with all that was found in it, or say that it stands published as it is."""
    with foreseen(file.arrival.where):
        return _unless_published(_accounted(file, findings, aside), ends, context.standing)


def _of_list(opened_list: OpenedList, context: Known) -> Iterator[Finding]:
    """Find what is to be said of a list of a return as a list; it is kept with an extract that was made of it."""
    for finding in (
        *layout_findings(opened_list),
        *column_findings(opened_list),
        *whose_findings(opened_list, context.authority, context.other_codes),
        *list_findings(opened_list),
    ):
        yield replace(finding, extract=opened_list.keeper or None)


def _what(finding: Finding) -> tuple:
    """Return what a finding says of which cell; what DfE's rule says of it is not said again without its number."""
    return finding.file, finding.sheet, finding.row, finding.column, finding.rule.rpartition(".")[2]


def _each_told(files: Sequence[tuple[str, bytes]], progress: Listener) -> Iterator[tuple[str, bytes]]:
    """Give file after file, and say which one is read."""
    for number, (name, contents) in enumerate(files):
        progress(f"Reading {name} ({number + 1} of {len(files)})", READ * number / len(files))
        yield name, contents


def _findings(file: Opened, ends: date, context: Known) -> Iterator[Finding]:
    """Find all that is wrong with one file by itself and beside what was published of it."""
    yield from layout_findings(file, context.nil_return)
    yield from made_findings(file)
    yield from unreadable_findings(file)
    yield from month_findings(file, ends)
    yield from whose_findings(file, context.authority, context.other_codes)
    yield from column_findings(file)
    yield from nobody_findings(file)
    yield from compared_findings(file, ends, context.published, context.before)
    yield from given_findings(file, ends, context.units)
    yield from row_findings(file, ends)


def _unless_published(file: CheckedFile, ends: date, standing: Standing) -> CheckedFile:
    """Say of a file that stands published as it is that nothing changes, instead of comparing it with itself."""
    version = standing(file.sha256, file.sheet)
    if version is None:
        return file
    message = f"{file.file}: Already published as {in_words(ends)}, version {version}. Nothing changed."
    finding = Finding(file.file, file.sheet, None, None, "file.already_published", INFO, message, extract=file.extract)
    return replace(file, findings=(finding,), unchanged=True)


def _accounted(file: Opened, findings: tuple[Finding, ...], aside: Collection[Place]) -> CheckedFile:
    dtypes = {column.name: dtype_of(column) for column in all_extracts()[file.declared.name].columns}
    table = file.table.reindex(columns=list(dtypes))
    if rows := file.rows_at(aside):
        table = table.drop(index=rows)
    table = table.astype(dtypes)
    if file.places:
        table = table.set_axis(file.places.seen(table.index))
    return replace(
        file.as_checked(),
        accepted=len(table),
        set_aside=len(file.table) - len(table) + file.aside,
        table=table,
        findings=findings,
    )
