"""The file handed back: its rows as they stand, with what to mend beside them, and the findings by rule before them."""

from collections import defaultdict
from collections.abc import Sequence
from hashlib import sha256
from itertools import groupby

from data.arrivals.file_reading import marked
from data.extracts import all_extracts
from data.months import in_words, month_end
from data.program import which_program
from validation.files.check_result import Check
from validation.files.refusal import FELL_OVER
from validation.rules.finding import Finding, in_order
from validation.rules.rule_names import rule_in_words
from validation.rules.severity import BLOCK, INFO, QUERY

SEVERITY = {BLOCK: "To mend", QUERY: "To explain", INFO: "To know"}
HEADINGS = ["Severity", "Rule", "Column", "Rows", "What was found, and what to do"]


def marked_workbook(checked: Check, file: str, contents: bytes) -> bytes:
    """Return an .xlsx of one file of a check, with a last column that says in words what to mend in each row.

    Raises:
        Mendable: where the file cannot be read, so that there are no rows to write beside.
    """
    digest = sha256(contents).hexdigest()  # two files may have one name
    tables = [file for file in checked.files if file.sha256 == digest or file.made_of]
    findings = in_order(finding for table in tables for finding in table.findings if finding.file == file)
    lines, bold = _by_rule(checked, file, findings)
    return marked(file, contents, {"findings": lines, "bold": bold, "sheets": _beside_rows(findings)})


def can_be_marked(checked: Check) -> list[str]:
    """Name the files of a check that were read and have something to mend or to explain."""
    unread = {finding.file for finding in checked.findings if finding.rule in ("file.not_readable", FELL_OVER)}
    grave = [finding.file for finding in checked.findings if finding.severity != INFO]
    return [name for name in dict.fromkeys(grave) if name not in unread]


def _by_rule(checked: Check, file: str, findings: Sequence[Finding]) -> tuple[list[list[str]], list[int]]:
    """Write the findings of a file by rule, as lines of a sheet; return them and which lines are headings."""
    titles = [
        all_extracts()[checked_file.extract].title
        for checked_file in checked.files
        if checked_file.file == file and checked_file.extract
    ]
    recognised = f", recognised as {' and '.join(titles)}" if titles else ""
    about = f"{file}, checked as {in_words(month_end(checked.month))}{recognised}"
    lines = [[about], ["The last column of the next sheet says what to mend in each row."], [which_program()], HEADINGS]
    for _, group in groupby(findings, key=lambda finding: (finding.sheet, finding.rule)):
        same = list(group)
        first = same[0]
        rows = str(len({finding.row for finding in same})) if first.row is not None else "Whole file"
        lines.append([SEVERITY[first.severity], rule_in_words(first.rule), first.column or "", rows, first.message])
    return lines, [0, 3]


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
