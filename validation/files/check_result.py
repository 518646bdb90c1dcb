"""What a check found: each file accounted for, every row counted, and whether the month may be published."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import pandas

from data.codes import collection_year
from data.months import month_end
from validation.rules.finding import Finding, in_order
from validation.rules.severity import BLOCK, QUERY

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
    """Hold what a check found; rows = accepted + set_aside + blank, for each file and in total."""

    month: str
    files: tuple[CheckedFile, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return every finding: the gravest first, then the most frequent rule, then by row."""
        return in_order(finding for file in self.files for finding in file.findings)

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
        return tuple(finding for finding in self.findings if finding.severity == QUERY and finding.explained is None)

    @property
    def unchanged(self) -> bool:
        """Tell whether all that could be published stands published already, exactly as it is."""
        return all(file.unchanged for file in self.files if file.table is not None)

    @property
    def rules_of(self) -> str:
        """Return the collection year whose codes the files were judged by: that of their month, now and ever after."""
        return collection_year(month_end(self.month))

    def to_json(self) -> dict:
        """Return what `check --json` prints."""
        findings = [finding.to_json() for finding in self.findings]
        counted = {"files": len({file.file for file in self.files}), **self.totals}
        return {**counted, "findings": findings, "rules_of": self.rules_of}
