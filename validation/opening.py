"""Open the files of a month: what can be judged goes on, what cannot is refused with its reason."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Any

import pandas

from data.arrivals import UNREADABLE, Arrival, Recognised, read, recognise, typed
from data.errors import Mendable
from data.extract import Declared
from data.parsing.headings import tidy
from validation.checked import CheckedFile
from validation.findings import Finding
from validation.rules import BLOCK, QUERY


@dataclass(frozen=True)
class Opened:
    """Keep what is to be judged: the arrival, the extract it is, its typed rows.

    `repeated` gives, for each row that says the same as an earlier one, that earlier row; it is not in `table`.
    """

    arrival: Arrival
    recognised: Recognised
    table: pandas.DataFrame
    repeated: Mapping[int, int]
    sha256: str

    def texts_of(self, name: str) -> dict[int, str]:
        """Return what was written in a column, by row, where anything was and the row is to be judged."""
        return _by_row(self._judged[name])

    def values_of(self, name: str) -> dict[int, Any]:
        """Return what was read of a column, by row, where anything could be."""
        return _by_row(self.table[name])

    def blanks_of(self, name: str) -> dict[int, str]:
        """Return what was written in a column and read as blank, by row."""
        read = self.table[name].notna() | self.table[UNREADABLE + name].notna()
        return _by_row(self._judged[name].mask(read))

    @cached_property
    def _judged(self) -> pandas.DataFrame:
        """Return the texts of the rows that are to be judged."""
        rows = self.recognised.rows
        return rows.loc[self.table.index] if self.repeated else rows

    @property
    def aside(self) -> int:
        """Count the rows that are not to be judged: ragged ones, closing lines and repetitions."""
        return len(self.arrival.ragged) + len(self.arrival.footers) + len(self.repeated)

    @property
    def declared(self) -> Declared:
        """Return the declaration of the extract that the arrival is."""
        return self.recognised.declared

    def as_checked(self) -> CheckedFile:
        """Account for the rows before any is judged: all of them set aside."""
        read_as = [
            f'"{heading}" read as {column}'
            for column, heading in self.recognised.fed_by.items()
            if tidy(heading) != tidy(column)
        ]
        account = _account(self.arrival, self.sha256)
        notes = (*account.notes, *read_as)
        return replace(account, extract=self.declared.name, ignored=self.recognised.ignored, notes=notes)

    def finding(
        self,
        row: int | None,
        column: str | None,
        rule: str,
        severity: str,
        message: str,
        rows_affected: int = 1,
        dfe_rule: str = "",
    ) -> Finding:
        """Make a finding about a row of this file, or about the file where `row` is None."""
        place = ", ".join(part for part in (column or "", f"row {row}" if row is not None else "") if part)
        message = f"{place}: {message}" if place else f"{self.arrival.where}: {message}"
        file, sheet, extract = self.arrival.file, self.arrival.sheet, self.declared.name
        subject = "" if row is None else self._subjects.get(row, "")
        return Finding(file, sheet, row, column, rule, severity, message, rows_affected, extract, dfe_rule, subject)

    @cached_property
    def _subjects(self) -> dict[int, str]:
        """Return what each row is about: its own identifier, or else what only one row may hold together."""
        unique = [column.name for column in self.declared.columns if column.unique]
        key = unique[:1] or self.declared.one_row_per
        values = zip(*(self.table[name].astype("str").fillna("") for name in key), strict=True)
        return {int(row): ", ".join(each) for row, each in zip(self.table.index, values, strict=False)}


def _by_row(column: Any) -> dict[int, Any]:
    """Return what is not blank in a column, by row."""
    filled = column.dropna()
    return dict(zip(filled.index.tolist(), filled.tolist(), strict=True))


def opened(files: Iterable[tuple[str, bytes]], month_end: date) -> tuple[list[Opened], list[CheckedFile]]:
    """Read and recognise files of a month; return those to judge, and the account of those refused or passed over."""
    usable: list[Opened] = []
    refused: list[CheckedFile] = []
    for name, contents in files:
        digest = sha256(contents).hexdigest()
        try:
            arrivals = read(name, contents)
        except Mendable as reason:
            refused.append(_refused(CheckedFile(name, "", digest), "file.not_readable", str(reason)))
            continue
        known, unknown = _recognised(arrivals, digest, month_end)
        usable += known
        refused += [_passed_over(file) for file in unknown] if known else unknown
    lacking = [each for each in usable if each.recognised.missing_required]
    refused += [_refused_for_columns(each) for each in lacking]
    return _one_for_each_extract([each for each in usable if each not in lacking], refused)


def _recognised(arrivals: Iterable[Arrival], digest: str, month_end: date) -> tuple[list[Opened], list[CheckedFile]]:
    known: list[Opened] = []
    unknown: list[CheckedFile] = []
    for arrival in arrivals:
        try:
            found = recognise(arrival)
        except Mendable as reason:
            unknown.append(_refused(_account(arrival, digest), "file.not_recognised", str(reason)))
            continue
        repeated = _repeated(found)
        texts = found.rows.drop(index=list(repeated))
        table = typed(found.declared, texts, month_end, arrival.from_1904)
        known.append(Opened(arrival, found, table, repeated, digest))
    return known, unknown


def _repeated(found: Recognised) -> dict[int, int]:
    """Return the rows that repeat an earlier row in every column, where the extract may hold a thing only once."""
    declared, rows = found.declared, found.rows
    once = declared.one_row_per or declared.one_open_per or any(column.unique for column in declared.columns)
    again = rows.duplicated()
    if not once or not again.any():
        return {}
    groups = rows.groupby(list(rows.columns), dropna=False, sort=False).ngroup()
    first = dict(zip(groups[~again], groups.index[~again], strict=True))
    return {row: first[group] for row, group in groups[again].items()}


def _one_for_each_extract(
    usable: Sequence[Opened], refused: Sequence[CheckedFile]
) -> tuple[list[Opened], list[CheckedFile]]:
    same: dict[str, list[Opened]] = defaultdict(list)
    for each in usable:
        same[each.declared.name].append(each)
    doubled = []
    for name, files in same.items():
        if len(files) > 1:
            named = " and ".join(each.arrival.where for each in files)
            title = files[0].declared.title.lower()
            reason = f"{named} are both {title}. Choose the right one, or put their rows into one file."
            doubled += [_refused(each.as_checked(), f"{name}.two_files", reason) for each in files]
    return [files[0] for files in same.values() if len(files) == 1], [*refused, *doubled]


def _account(arrival: Arrival, digest: str) -> CheckedFile:
    rows = len(arrival.rows) + len(arrival.ragged) + len(arrival.footers)
    return CheckedFile(
        arrival.file,
        arrival.sheet,
        digest,
        rows=rows + arrival.blank,
        set_aside=rows,
        blank=arrival.blank,
        notes=arrival.notes,
    )


def _refused(file: CheckedFile, rule: str, reason: str) -> CheckedFile:
    finding = Finding(file.file, file.sheet, None, None, rule, BLOCK, reason, max(1, file.set_aside), file.extract)
    return replace(file, findings=(finding,), refused=True)


def _refused_for_columns(each: Opened) -> CheckedFile:
    reason = f"{each.arrival.where}: {each.recognised.missing_sentence()}"
    return _refused(each.as_checked(), f"{each.declared.name}.columns_missing", reason)


def _passed_over(file: CheckedFile) -> CheckedFile:
    """Let a workbook keep a sheet of notes beside its extract, and say that it was not read."""
    where = f"{file.file}, sheet {file.sheet}"
    message = f"{where}: it is none of the extracts, so it was not read. Check that it holds nothing that is wanted."
    finding = replace(file.findings[0], rule="file.sheet_passed_over", severity=QUERY, message=message)
    return replace(file, findings=(finding,), refused=False)
