"""What a check found, on a terminal and in a workbook that says in each row what to mend."""

import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from data.audit.exports import SENSITIVE
from pages.terminal.parts.app import FELL_OVER
from pages.terminal.parts.arguments import extract_called
from pages.terminal.parts.file_named import marked
from pages.terminal.parts.task import tell, write
from validation.files.check_result import Check
from validation.files.refusal import FELL_OVER as FALLEN_RULE
from validation.publishing.attempts import Mended

MOST_LINES = 200
"""So many lines are printed at most, unless each row is asked for: nobody reads more."""
CLOSING_LINES = 4


def say_findings(checked: Check, as_json: bool, each_row: bool = False) -> None:
    """Print what a check found, worst and most frequent first; where it is too much, once for each rule of a file."""
    shape = checked.to_json()
    if as_json:
        tell(json.dumps(shape, indent=2))
        return
    for line in _lines(shape["findings"], each_row):
        tell(line)
    if checked.following:
        verb = "finding follows" if len(checked.following) == 1 else "findings follow"
        tell(f"{len(checked.following):,} more {verb} from the month chosen; --json lists them.")
    files = len(shape["files"]) if isinstance(shape["files"], list) else shape["files"]
    tell(
        f"{shape['rows']} rows in {files} {'file' if files == 1 else 'files'}: "
        f"{shape['accepted']} accepted, {shape['set_aside']} set aside, {shape['blank']} blank."
    )
    say_month(checked)


def _lines(findings: Sequence[Mapping[str, Any]], each_row: bool) -> list[str]:
    """Return a line for each finding or, where these are too many and not asked for, for each rule of each file."""
    most = MOST_LINES - CLOSING_LINES
    if each_row or len(findings) <= most:
        return [_line(finding) for finding in findings]
    groups: dict[tuple, list[Mapping[str, Any]]] = defaultdict(list)
    for finding in findings:
        groups[*(finding[name] for name in ("severity", "file", "sheet", "rule")), "explained" in finding].append(
            finding
        )
    lines = [f"{_line(findings[0])}{_and_more(findings[1:])}" for findings in groups.values()]
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{len(lines) - most + 1:,} more rules of a file are broken."]
    return [*lines, f"{len(findings):,} findings are grouped by the rule they are of; --all prints each of them."]


def _line(finding: Mapping[str, Any]) -> str:
    """Write a finding with its file and sheet, once where its sentence begins with them."""
    place = f"{finding['file']}, sheet {finding['sheet']}" if finding["sheet"] else finding["file"]
    message = finding["message"]
    sentence = message if message.startswith(finding["file"]) else f"{place}: {message}"
    explained = f" {finding['explained']}" if "explained" in finding else ""
    number = f" (DfE rule {finding['dfe_rule']})" if finding["dfe_rule"] else ""
    return f"{finding['severity']}: {sentence}{explained}{number}"


def _and_more(findings: Sequence[Mapping[str, Any]]) -> str:
    """Say how many more findings a line stands for, and where the next of them is."""
    if not findings:
        return ""
    row = next((finding["row"] for finding in findings if finding["row"] is not None), None)
    where = f", the next on row {row}" if row is not None else ""
    return f" [{len(findings):,} more by the same rule{where}]"


def say_month(checked: Check) -> None:
    """Say which month to name, where the files are evidently of another than was named."""
    if checked.instead and checked.month_question:
        tell(f"To put the month right, say --month {checked.instead} in place of --month {checked.month}.", err=True)


def refused_with(checked: Check) -> int:
    """Return the exit status of files that are refused: 1, or 3 where this program fell over at one, said in a line."""
    fallen = [finding for finding in checked.findings if finding.rule == FALLEN_RULE]
    if not fallen:
        return 1
    tell(f"Error: {fallen[0].message}", err=True)
    return FELL_OVER


def say_mended(mended: Sequence[Mended]) -> None:
    """Say how many errors there were in the attempt before, and how many there are now."""
    for attempt in mended:
        was, is_now = attempt.errors
        tell(f"{extract_called(attempt.extract).title}: {was} errors → {is_now}, since the attempt before.", err=True)


def say_unexplained(checked: Check) -> None:
    """Say how queries are explained, naming the rules whose queries are not yet."""
    rules = ", ".join(dict.fromkeys(each.rule for each in checked.unexplained))
    tell(
        f"Nothing was published. Mend the rows, or say why they are right with --reason TEXT, or with "
        f"--reason RULE=TEXT for {rules}.",
        err=True,
    )


def mark(
    checked: Check, contents: Sequence[tuple[str, bytes]], out: Path | None, foot_of: Callable[[bytes], str]
) -> None:
    """Write the files as one workbook that says what to mend or to explain in each row, where there is anything.

    `foot_of` enters in the audit log what is handed out, and returns the line below the findings.
    """
    if out is None:
        return
    from validation.publishing.marked_workbook import can_be_marked, marked_workbook

    if not can_be_marked(checked):
        tell("No file was marked: nothing is to be mended or explained, or none could be read.", err=True)
        return
    workbook = marked_workbook(checked, contents, foot_of)
    out = marked(out, SENSITIVE, f"{checked.month}_to_mend", workbook)
    write(out, workbook)
    tell(f"Wrote {out}: the rows of each file, with what to mend in the last column.", err=True)
