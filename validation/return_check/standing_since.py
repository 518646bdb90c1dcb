"""Since when a finding has stood: the first of the months, one after another, in which the same was to be found."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from data.months import in_words, month_end_before
from validation.rules.finding import Finding

MONTHS_LOOKED_AT = 12
"""How many published months are looked through, one back from another; what stood in all of them is older."""
Key = tuple[str, str]
"""What makes a finding the same in another month: its rule and its subject."""


class Then(NamedTuple):
    """Hold which findings stood in what was published for a month, and of which extracts anything was."""

    standing: Collection[Key]
    extracts: Collection[str]


Stood = Callable[[date, Sequence[Finding]], Then]
"""Return which of some findings stood in what was published for a month end."""


@dataclass(frozen=True)
class Since:
    """Hold the first month in which something stood; `or_before` where what was published before it cannot tell."""

    month: date
    or_before: bool

    def __str__(self) -> str:
        """Write it for a person."""
        return f"{in_words(self.month)}{' or before' if self.or_before else ''}"


def standing_since(
    findings: Sequence[Finding], month: date, months: Sequence[date], stood: Stood
) -> Mapping[Key, Since]:
    """Return since when each finding of a month has stood, by the months published before it without a gap."""
    since = {_key(finding): Since(month, True) for finding in findings}
    standing = list(findings)
    for _ in range(MONTHS_LOOKED_AT - 1):
        month_before = month_end_before(month)
        if not standing or month_before not in months:
            break
        stand = stood(month_before, standing)
        followed = [finding for finding in standing if finding.extract in stand.extracts]
        standing = [finding for finding in followed if _key(finding) in stand.standing]
        since |= {_key(finding): Since(month, False) for finding in followed}
        since |= {_key(finding): Since(month_before, True) for finding in standing}
        month = month_before
    return since


def _key(finding: Finding) -> Key:
    return finding.rule, finding.subject
