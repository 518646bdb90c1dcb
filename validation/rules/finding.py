"""A finding: what is wrong, where, and what to do, in one sentence for the person who can put it right."""

from collections.abc import Iterable
from dataclasses import dataclass

from data.ledger.query_reasons import Explanation, Query, sentence_of
from validation.rules.severity import BLOCK, INFO, QUERY

ORDER = {BLOCK: 0, QUERY: 1, INFO: 2}


@dataclass(frozen=True)
class Finding:
    """Say what is wrong with a row, or with a whole file where `row` is None.

    `rows_affected` counts the rows of the same file that break the same rule. `subject` is what the row is about, the
    same in every month; `explained` why a query is right, where somebody has said so. `follows` says that it was found
    by the month chosen, which is in question itself.
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
    subject: str = ""
    explained: Explanation | None = None
    follows: bool = False

    @property
    def query(self) -> Query:
        """Return what makes this the same query in another file, wherever its row stands."""
        return self.rule, self.subject, sentence_of(self.message)

    def to_json(self) -> dict:
        """Return what `check --json` shows of a finding; `explained` only where it is.

        `dfe_rule` is the number of DfE's rule, or "" where the rule is our own.
        """
        shown = ("file", "sheet", "row", "column", "rule", "dfe_rule", "severity", "message", "rows_affected")
        explained = {"explained": str(self.explained)} if self.explained else {}
        return {name: getattr(self, name) for name in shown} | explained


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Put the gravest findings first, then those of the rule broken most often, then by row."""
    return tuple(sorted(findings, key=_place))


def _place(finding: Finding) -> tuple:
    where = (finding.file, finding.sheet, finding.row or 0, finding.column or "")
    return (ORDER[finding.severity], -finding.rows_affected, finding.rule, *where)
