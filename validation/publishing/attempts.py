"""An attempt at a month is noted, whatever comes of it, and compared with the one before: 41 errors, now 3."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from data.access import Reader
from data.ledger.attempts import Attempt, note_attempts, tried_before
from data.months import month_end
from data.store.store import Store
from validation.files.check_result import Check, CheckedFile
from validation.rules.severity import BLOCK, QUERY


@dataclass(frozen=True)
class Mended:
    """Hold how often each rule asked for rows of an extract to be mended: in the attempt before, and in this one."""

    extract: str
    before: Mapping[str, int]
    now: Mapping[str, int]

    @property
    def errors(self) -> tuple[int, int]:
        """Count what was to mend before, and what is now."""
        return sum(self.before.values()), sum(self.now.values())

    @property
    def rules(self) -> list[str]:
        """List the rules that spoke in either attempt, the most frequent first."""
        return sorted({*self.before, *self.now}, key=lambda rule: (-self.now.get(rule, 0), -self.before.get(rule, 0)))


def note(store: Store, reader: Reader, authority: str, checked: Check) -> int:
    """Note every table of a check in the ledger of attempts, without any value of a cell; return the submission."""
    attempts = [_attempt(checked, file) for file in checked.files]
    return note_attempts(store, reader, authority, month_end(checked.month), attempts)


def mended(store: Store, reader: Reader, authority: str, checked: Check) -> list[Mended]:
    """Compare each file of a check with the attempt before it; asked before the check is noted itself.

    The rows of a refused file were not judged, so it is neither better nor worse than another.
    """
    all_mended = []
    for file in checked.files:
        if file.extract is None or file.refused:
            continue
        attempt = _attempt(checked, file)
        earlier = tried_before(store, reader, authority, month_end(checked.month), attempt)
        rules_before, rules_now = _to_mend(earlier or {}), _to_mend(attempt.rules)
        if earlier is not None and (rules_before or rules_now):
            all_mended.append(Mended(file.extract, rules_before, rules_now))
    return all_mended


def _attempt(whole: Check, file: CheckedFile) -> Attempt:
    """Write down one table of a check, as if it had been handed in by itself."""
    checked = replace(whole, files=(file,))
    mend = {finding.row for finding in file.findings if finding.severity == BLOCK and finding.row is not None}
    explain = {finding.row for finding in file.findings if finding.severity == QUERY and finding.row is not None}
    totals = checked.totals
    counts = {**totals, "to_mend": len(mend), "to_explain": len(explain - mend)}
    if file.refused:
        counts["to_mend"] = totals["set_aside"]
    decision = "unchanged" if file.unchanged else checked.decision
    return Attempt(file.extract, file.file, file.sheet, file.sha256, decision, counts, _spoke(file))


def _spoke(file: CheckedFile) -> Counter[tuple[str, str]]:
    """Count how often each rule spoke."""
    return Counter((finding.rule, finding.severity) for finding in file.findings)


def _to_mend(rules: Mapping[tuple[str, str], int]) -> dict[str, int]:
    """Keep the rules that ask for something to be mended."""
    return {rule: findings for (rule, severity), findings in rules.items() if severity == BLOCK}
