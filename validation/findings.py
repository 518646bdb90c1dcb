"""A finding: what is wrong, where, and what to do, in one sentence for the person who can put it right."""

from collections.abc import Iterable
from dataclasses import dataclass

from validation.rules import BLOCK, INFO, QUERY

ORDER = {BLOCK: 0, QUERY: 1, INFO: 2}


@dataclass(frozen=True)
class Finding:
    """Say what is wrong with a row, or with a whole file where `row` is None.

    `rows_affected` counts the rows of the same file that break the same rule.
    """

    file: str
    sheet: str
    row: int | None
    column: str | None
    rule: str
    severity: str
    message: str
    rows_affected: int = 1
    extract: str | None = None
    dfe_rule: str = ""

    def to_json(self) -> dict:
        """Return what `check --json` shows of a finding."""
        shown = ("file", "sheet", "row", "column", "rule", "severity", "message", "rows_affected")
        return {name: getattr(self, name) for name in shown}


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Put the gravest findings first, then those of the rule broken most often, then by row."""
    return tuple(sorted(findings, key=_place))


def _place(finding: Finding) -> tuple:
    where = (finding.file, finding.sheet, finding.row or 0, finding.column or "")
    return (ORDER[finding.severity], -finding.rows_affected, finding.rule, *where)
