"""What a check found: each file accounted for, every row counted, and whether the month may be published."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import pandas

from data.codes import collection_year
from data.months import month_end
from validation.rules.finding import Finding, in_order
from validation.rules.severity import BLOCK, QUERY

ANOTHER_MONTH = "upload.of_another_month"
"""The rule by which files are questioned that are evidently of another month than the one chosen."""
COUNTS = ("rows", "accepted", "set_aside", "blank")


@dataclass(frozen=True)
class CheckedFile:
    """Account for one table of one file; `table` holds the accepted rows under their row numbers, or is None.

    `refused` says that the file cannot be used at all; a sheet that is merely passed over is not refused. `unchanged`
    says that these very bytes are what stands published, so that there is nothing to publish. `title` names a list of
    a return, from which extracts are made; what is `made_of` lists is counted with them. `whole_from` is the first day
    from which the rows are whole, where that is not as declared, and `lacking` names columns that were not there.
    `fed_by` gives the heading of each column that was, and `missing` the columns for want of which it was refused.
    `list_name` is the name under which headings of a list of a return are confirmed.
    """

    file: str
    sheet: str
    sha256: str
    extract: str | None = None
    rows: int = 0
    accepted: int = 0
    set_aside: int = 0
    blank: int = 0
    ignored: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    table: pandas.DataFrame | None = None
    findings: tuple[Finding, ...] = ()
    refused: bool = False
    unchanged: bool = False
    title: str = ""
    made_of: tuple[str, ...] = ()
    whole_from: date | None = None
    lacking: tuple[str, ...] = ()
    fed_by: Mapping[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    list_name: str = ""


@dataclass(frozen=True)
class Check:
    """Hold what a check found; rows = accepted + set_aside + blank, for each file and in total.

    `instead` is the month, written 2026-10, that all the files are evidently of, where that is not the one chosen.
    """

    month: str
    files: tuple[CheckedFile, ...]
    instead: str = ""

    @property
    def month_question(self) -> Finding | None:
        """Return the question whether the files are of the month chosen, until somebody has said why they are."""
        questions = (finding for finding in self._all_findings if finding.rule == ANOTHER_MONTH)
        return next((question for question in questions if question.explained is None), None)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return the findings: the gravest first, then the most frequent rule, then by row.

        The question of the month stands before all others, and for those that follow from it.
        """
        question = self.month_question
        if question is None:
            return in_order(self._all_findings)
        return (
            question,
            *in_order(finding for finding in self._all_findings if finding is not question and not finding.follows),
        )

    @property
    def following(self) -> tuple[Finding, ...]:
        """Return the findings that follow from the month chosen, in order, while that is in question."""
        follow = (finding for finding in self._all_findings if finding.follows)
        return in_order(follow) if self.month_question else ()

    @property
    def _all_findings(self) -> list[Finding]:
        return [finding for file in self.files for finding in file.findings]

    @property
    def totals(self) -> dict[str, int]:
        """Add up the rows of all files; what was made of lists is counted with the lists."""
        return {name: sum(getattr(file, name) for file in self.files if not file.made_of) for name in COUNTS}

    @property
    def decision(self) -> str:
        """Return refuse (a file cannot be used), block (errors in rows), query (still to be explained) or accept."""
        if not self.files or any(file.refused for file in self.files):
            return "refuse"
        if any(finding.severity == BLOCK for file in self.files for finding in file.findings):
            return BLOCK
        return QUERY if self.unexplained else "accept"

    @property
    def unexplained(self) -> tuple[Finding, ...]:
        """Return the queries that nobody has explained yet, in order."""
        findings = (*self.findings, *self.following)
        return tuple(finding for finding in findings if finding.severity == QUERY and finding.explained is None)

    @property
    def unchanged(self) -> bool:
        """Tell whether all that could be published stands published already, exactly as it is."""
        return all(file.unchanged for file in self.files if file.table is not None)

    @property
    def rules_of(self) -> str:
        """Return the collection year whose codes the files were judged by: that of their month, now and ever after."""
        return collection_year(month_end(self.month))

    def to_json(self) -> dict:
        """Return what `check --json` prints; `check_as` and `following` only where the month is in question."""
        shape = {"files": len({file.file for file in self.files}), **self.totals}
        shape |= {"findings": [finding.to_json() for finding in self.findings], "rules_of": self.rules_of}
        if self.month_question:
            shape |= {"check_as": self.instead or None, "following": [finding.to_json() for finding in self.following]}
        return shape
