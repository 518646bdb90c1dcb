"""Queries that were explained before stay explained, with the reason then given."""

from collections.abc import Mapping
from dataclasses import replace

from data.ledger.query_reasons import Explanation, Query
from validation.rules.finding import Finding
from validation.rules.severity import QUERY


def carried_forward(findings: tuple[Finding, ...], explained: Mapping[Query, Explanation]) -> tuple[Finding, ...]:
    """Explain the queries that were explained before, with the reason then given."""
    if not explained:
        return findings
    return tuple(
        replace(finding, explained=explained.get(finding.query)) if finding.severity == QUERY else finding
        for finding in findings
    )
