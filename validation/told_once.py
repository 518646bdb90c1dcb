"""What is wrong with one cell of a list is told once, however many extracts are made of it, and these are named."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from data.extracts import all_extracts
from validation.rules.finding import ORDER, Finding
from validation.rules.sentences import listed
from validation.rules.severity import BLOCK

OF_THE_CELL = {"after_month_end", "each_in_set", "in_set", "longest", "pattern", "placeholder", "readable", "required"}
"""The kinds of rule that speak of one cell alone, in whatever words: of two extracts they say the same."""
AFTER_MONTH_END, AFTER_THE_YEAR = "after_month_end", "after_the_year"


def told_once(by_extract: Mapping[str, Sequence[Finding]], made: Sequence[str]) -> dict[str, list[Finding]]:
    """Return the findings by extract, those of one cell once, with the first of the extracts `made` of it.

    What blocks as after the month end is not also asked about as after the year, and bears DfE's number for that.
    """
    alike: dict[tuple, dict[str, Finding]] = {}
    late = _of_kind(by_extract, AFTER_MONTH_END).keys()
    numbers = {cell: one.dfe_rule for cell, one in _of_kind(by_extract, AFTER_THE_YEAR).items()}
    for name in made:
        for finding in by_extract.get(name, ()):
            if finding.row is not None and finding.column:
                alike.setdefault(_what(finding), {}).setdefault(name, finding)
    once: dict[str, list[Finding]] = {}
    for name, findings in by_extract.items():
        telling = (one for one in findings if _kind(one) != AFTER_THE_YEAR or _cell(one) not in late)
        leading = [_of_several(one, alike.get(_what(one), {})) for one in telling if _leads(name, one, alike)]
        once[name] = [
            replace(one, dfe_rule=one.dfe_rule or numbers.get(_cell(one), "")) if _kind(one) == AFTER_MONTH_END else one
            for one in leading
        ]
    return once


def _of_kind(by_extract: Mapping[str, Sequence[Finding]], kind: str) -> dict[tuple, Finding]:
    """Return the findings of a kind by their cell."""
    return {_cell(one): one for findings in by_extract.values() for one in findings if _kind(one) == kind}


def _leads(name: str, finding: Finding, alike: Mapping[tuple, Mapping[str, Finding]]) -> bool:
    """Tell whether a finding is told with an extract: no extract before it tells the same of the cell."""
    of = alike.get(_what(finding), {})
    return name not in of or name == next(iter(of))


def _of_several(finding: Finding, of: Mapping[str, Finding]) -> Finding:
    """Say of a finding which extracts the cell feeds, where it feeds several; the gravest and DfE's number stand."""
    if len(of) < 2 or finding.extract not in of:
        return finding
    gravest = min(of.values(), key=lambda one: ORDER[one.severity])
    number = next((one.dfe_rule for one in of.values() if one.dfe_rule), "")
    titles = listed([all_extracts()[name].title.lower() for name in of], len(of))
    message = f"{finding.message} It feeds {titles}."
    return replace(finding, severity=gravest.severity, dfe_rule=number, message=message)


def blocked(findings: Sequence[Finding]) -> set[tuple[str, str, int | None]]:
    """Return the rows that cannot be taken: file, sheet and row."""
    return {(finding.file, finding.sheet, finding.row) for finding in findings if finding.severity == BLOCK}


def _kind(finding: Finding) -> str:
    return finding.rule.rpartition(".")[2]


def _cell(finding: Finding) -> tuple:
    return finding.file, finding.sheet, finding.row, finding.column


def _what(finding: Finding) -> tuple:
    """Return what is said of which cell; of what speaks of more than the cell, the sentence itself."""
    kind = _kind(finding)
    return *_cell(finding), kind, "" if kind in OF_THE_CELL else finding.message
