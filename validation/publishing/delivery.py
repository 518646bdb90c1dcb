"""What a submission brings to the store: its accepted rows with their findings, and the headings confirmed now."""

from collections.abc import Sequence

import pandas as pd

from data.heading_spelling import tidy
from data.ledger.delivery import Delivery, Incoming
from validation.files.check_result import CheckedFile
from validation.publishing.submission import Submission
from validation.rules.finding import Finding


def delivery_of(submission: Submission) -> Delivery:
    """Make the files of a submission ready for the store; each keeps all the reasons that were given."""
    reasons = dict.fromkeys(reason.strip() for reason in submission.every_reason.values() if reason.strip())
    reason = "; ".join(reasons) or None
    extracts = [_incoming(file, file.table, reason) for file in submission.check.files if file.table is not None]
    return Delivery(submission.authority, submission.ends, extracts, submission.against)


def headings_confirmed_in(submission: Submission) -> dict[str, dict[str, str]]:
    """Return the headings confirmed now that a file of a submission really has, by extract or list of a return."""
    confirmed = {}
    lists = [file for file in submission.check.files if file.list_name]
    in_lists = {tidy(heading) for file in lists for heading in file.fed_by.values()}
    for file in submission.check.files:
        name = file.list_name or str(file.extract)
        fed = {tidy(heading): column for column, heading in file.fed_by.items()}
        headings = submission.read_as.get(name, {}).items()
        used = {
            heading: column
            for heading, column in headings
            if fed.get(tidy(heading)) == column
            or (file.list_name and tidy(heading) in fed)
            or (file.made_of and tidy(heading) in in_lists)
        }
        if used:
            confirmed[name] = used
    return confirmed


def _incoming(file: CheckedFile, rows: pd.DataFrame, reason: str | None) -> Incoming:
    """Make a checked file ready for the store."""
    return Incoming(
        extract=str(file.extract),
        rows=rows,
        file=file.file,
        sheet=file.sheet,
        sha256=file.sha256,
        blank=file.blank,
        findings=_found(file.findings),
        reason=reason,
        whole_from=file.whole_from,
        lacking=file.lacking,
    )


def _found(findings: Sequence[Finding]) -> pd.DataFrame:
    """Lay findings out as the ledger keeps them."""
    columns = ["row", "column", "rule", "severity", "message", "subject"]
    table = pd.DataFrame([[getattr(finding, name) for name in columns] for finding in findings], columns=columns)
    for column, field in {"reason": "reason", "explained_by": "by", "explained_at": "at"}.items():
        table[column] = [getattr(finding.explained, field, None) for finding in findings]
    return table.astype({"row": "Int64", "explained_at": "datetime64[us]"})
