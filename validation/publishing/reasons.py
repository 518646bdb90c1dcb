"""Queries and their reasons: what was explained before stays explained, what is new needs a reason of its own."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from data.ledger.query_reasons import Explanation
from validation.files.check_result import Check
from validation.rules.finding import Finding
from validation.rules.severity import QUERY

Reasons = Mapping[str, str]
"""Why queries are right: by rule, and under `EVERY` for every rule that is not named."""
EVERY = ""
NIL_RETURN = ".nil_return"
"""How the rule ends by which an extract without rows is queried, once somebody has said why it has none."""
NAMED = re.compile(r"([a-z0-9_]+(?:\.\w+)+)=(.*)", re.DOTALL)


def reasons_of(texts: Iterable[str]) -> Reasons:
    """Read reasons as they are typed: RULE=TEXT for the queries of one rule, TEXT for all that remain."""
    matches = [(NAMED.fullmatch(text.strip()), text.strip()) for text in texts]
    return {match[1] if match else EVERY: match[2].strip() if match else text for match, text in matches}


def nil_return_reasons(findings: Iterable[Finding], why: str) -> Reasons:
    """Return why there were no rows, by the rules that ask for it; a query about rows is not explained by it."""
    return {finding.rule: why for finding in findings if finding.rule.endswith(NIL_RETURN)} if why else {}


def explained_by(checked: Check, reasons: Reasons) -> Check:
    """Explain the queries that are new with the reasons given for them; blank ones explain nothing."""
    return replace(
        checked,
        files=tuple(
            replace(file, findings=tuple(_explained(finding, reasons) for finding in file.findings))
            for file in checked.files
        ),
    )


def _explained(finding: Finding, reasons: Reasons) -> Finding:
    reason = (reasons.get(finding.rule) or reasons.get(EVERY) or "").strip()
    if finding.severity != QUERY or finding.explained or not reason:
        return finding
    return replace(finding, explained=Explanation(reason))
