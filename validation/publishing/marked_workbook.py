"""The workbook handed back: the rows of every file as they stand, with what to mend beside them, after the findings."""

import json
from collections import defaultdict
from collections.abc import Callable, Container, Sequence
from hashlib import sha256
from typing import Any

from data.arrivals.file_reading import marked
from data.extracts import all_extracts
from data.months import in_words, month_end
from data.program import which_program
from validation.files.check_result import ANOTHER_MONTH, Check
from validation.files.refusal import FELL_OVER
from validation.rules.finding import Finding, in_order
from validation.rules.rule_names import rule_in_words
from validation.rules.severity import BLOCK, INFO, QUERY

SEVERITY = {BLOCK: "To mend", QUERY: "To explain", INFO: "To know"}
File = tuple[str, bytes]
NO_FILE = -1


def marked_workbook(checked: Check, files: Sequence[File], foot_of: Callable[[bytes], str] | None = None) -> bytes:
    """Return an .xlsx of all files of a check that could be read, with a last column of what to mend in each row.

    What has something to mend or to explain stands before what has not. `foot_of` makes of its content the line that
    stands below the findings, whose sheet is passed over when the workbook comes again.

    Raises:
        Mendable: where a file cannot be read again.
    """
    unread = _unread(checked)
    grave = {finding.file for finding in checked.findings if finding.severity != INFO}
    readable = sorted((file for file in files if file[0] not in unread), key=lambda file: file[0] not in grave)
    findings = [_findings_in(checked, file) for file in readable]
    marks = {
        "files": [_beside_rows(of_file) for of_file in findings],
        "about": _about(checked, readable),
        "findings": [*_by_rule(findings), *_of_unread(checked, unread)],
    }
    if foot_of is not None:
        content = json.dumps([marks, [sha256(contents).hexdigest() for _, contents in readable]]).encode()
        marks["foot"] = foot_of(content)
    return marked(readable, marks)


def can_be_marked(checked: Check) -> list[str]:
    """Name the files of a check that were read and have something to mend or to explain."""
    unread = _unread(checked)
    grave = [finding.file for finding in checked.findings if finding.severity != INFO and finding.rule != ANOTHER_MONTH]
    return [name for name in dict.fromkeys(grave) if name not in unread]


def _unread(checked: Check) -> set[str]:
    """Name the files that could not be read, so that there are no rows to write beside."""
    return {finding.file for finding in checked.findings if finding.rule in ("file.not_readable", FELL_OVER)}


def _findings_in(checked: Check, file: File) -> list[Finding]:
    """Return the findings of one file, in order; without those that follow from a month which is in question."""
    name, contents = file
    digest = sha256(contents).hexdigest()  # two files may have one name
    tables = [table for table in checked.files if table.sha256 == digest or table.made_of]
    findings = [finding for table in tables for finding in table.findings if finding.file == name]
    return list(in_order(finding for finding in findings if not (checked.month_question and finding.follows)))


def _about(checked: Check, files: Sequence[File]) -> list[str]:
    """Say what the workbook is, and how it is used."""
    titles = [all_extracts()[table.extract].title for table in checked.files if table.extract]
    names = files[0][0] if len(files) == 1 else f"{len(files)} files"
    recognised = f", recognised as {titles[0]}" if len(titles) == 1 else ""
    return [
        f"{names}, checked as {in_words(month_end(checked.month))}{recognised}",
        "The last column of each sheet says what to mend in each row. Mend it there, save, and check this workbook.",
        which_program(),
    ]


def _by_rule(by_file: Sequence[Sequence[Finding]]) -> list[dict[str, Any]]:
    """Write findings by rule, a line for those of each sheet, with the place of its file: the gravest rules first."""
    alike: dict[tuple, list[Finding]] = defaultdict(list)
    for number, findings in enumerate(by_file):
        for finding in findings:
            alike[number, finding.sheet, finding.rule].append(finding)
    place = {id(finding): position for position, finding in enumerate(in_order(same[0] for same in alike.values()))}
    gravest_first = sorted(alike.items(), key=lambda pair: place[id(pair[1][0])])
    return [_line(number, same) for (number, *_), same in gravest_first]


def _of_unread(checked: Check, unread: Container[str]) -> list[dict[str, Any]]:
    """Write what was found of files that could not be read, which have no sheet here."""
    return [_line(NO_FILE, [finding]) for finding in checked.findings if finding.file in unread]


def _line(number: int, same: Sequence[Finding]) -> dict[str, Any]:
    """Write the findings of one rule in one sheet of a file, which has a place among those that are marked."""
    first = same[0]
    rows = str(len({finding.row for finding in same})) if first.row is not None else "Whole file"
    cells = [SEVERITY[first.severity], rule_in_words(first.rule), first.column or "", rows, first.message]
    return {"file": number, "sheet": first.sheet, "name": first.file, "cells": cells}


def _beside_rows(findings: Sequence[Finding]) -> dict[str, dict[str, str]]:
    """Gather the sentences of each row of each sheet, the gravest first."""
    sentences: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for finding in findings:
        if finding.row is not None:
            sentences[finding.sheet][str(finding.row)].append(_sentence(finding))
    return {sheet: {row: "\n".join(lines) for row, lines in rows.items()} for sheet, rows in sentences.items()}


def _sentence(finding: Finding) -> str:
    """Write a finding for the row it stands beside."""
    column = f"{finding.column}: " if finding.column else ""
    prefix = f"{finding.column}, row {finding.row}: " if finding.column else f"row {finding.row}: "
    return f"{SEVERITY[finding.severity]}: {column}{finding.message.removeprefix(prefix)}"
