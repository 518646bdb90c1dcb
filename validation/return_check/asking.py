"""What a rule of DfE's asks, in words, whichever row breaks it."""

from collections.abc import Mapping
from functools import cache

from data.ledger.query_reasons import sentence_of
from data.returns.collection_years import NAMES
from validation.between import all_rules
from validation.returns.list_rule import list_rules
from validation.rules.finding import Finding


def asks(finding: Finding) -> str:
    """Say what the rule of a finding asks: in general, or of this value where it is a rule of a single one."""
    _, _, name = finding.rule.rpartition(".")
    general = _between().get(finding.rule) or _of_lists().get((finding.dfe_rule, name))
    return general or sentence_of(finding.message)


@cache
def _between() -> Mapping[str, str]:
    """Return what each rule between extracts asks, by its id."""
    return {rule.id: rule.in_general for rule in all_rules()}


@cache
def _of_lists() -> Mapping[tuple[str, str], str]:
    """Return what each rule of the lists of a return asks, by its number and name, whatever it is asked of."""
    return {(rule.number, rule.name): rule.question.in_general for of in NAMES for rule in list_rules(of)}
