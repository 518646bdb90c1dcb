"""What DfE's rules for a return say of the extracts that are published for a month, and which could not be asked."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

from data.extracts import all_extracts
from data.months import in_words
from data.returns.collection_years import CollectionYear
from data.returns.declaration import all_returns
from validation.between import all_rules
from validation.files.against_published import Published
from validation.return_check.dfe_numbers import numbers_of, numbers_of_values
from validation.return_check.held_extracts import HeldExtracts, held_extracts
from validation.return_check.standing_since import Then
from validation.returns.asked import ask_of_extracts
from validation.returns.extract_as_list import lists_from_extracts
from validation.returns.list_rule import list_rules
from validation.rows.across_extracts import between_findings
from validation.rules.finding import Finding
from validation.rules.question import BEFORE, Between

AT_THE_DOOR = "asked of each value when a file is checked: what breaks them is not accepted, or stands with its reason"
NO_RULE = "no rule of this program asks what they ask"


@dataclass(frozen=True)
class MonthJudged:
    """Hold what was found in the extracts of a month, and the numbers asked; `cannot` gives others by the reason."""

    extracts: HeldExtracts
    findings: tuple[Finding, ...]
    judged: tuple[str, ...]
    cannot: Mapping[str, tuple[str, ...]]


def month_judged(
    year: CollectionYear, month_end: date, published: Published, before: Published, authority: str
) -> MonthJudged:
    """Ask every rule of a return's year of what is published for a month; rows of another year are context alone."""
    extracts = held_extracts(year, month_end, published)
    numbers = numbers_of(year.collection, year.year)
    findings, lacking = _of_lists(year, extracts, authority)
    findings += _of_extracts({rule.id for rule in all_rules() if rule.dfe_rule in numbers}, extracts, before)
    cannot = _reasons(year, extracts, numbers, lacking, before)
    unasked = set(chain(*cannot.values()))
    return MonthJudged(extracts, tuple(findings), tuple(sorted(numbers - unasked)), cannot)


def standing_then(
    year: CollectionYear,
    month_end: date,
    published: Published,
    before: Published,
    authority: str,
    sought: Iterable[Finding],
    children: Collection[str],
) -> Then:
    """Return which of some findings, each by its rule and subject, stood in the extracts of an earlier month, too.

    They are of some `children`, and the rows of the others are not looked at: every rule speaks of one child.
    """
    extracts = held_extracts(year, month_end, published, children)
    rules, numbers = {finding.rule for finding in sought}, {finding.dfe_rule for finding in sought}
    findings = [*_of_lists(year, extracts, authority, numbers)[0], *_of_extracts(rules, extracts, before)]
    return Then({(finding.rule, finding.subject) for finding in findings}, extracts.files.keys())


def _of_lists(
    year: CollectionYear, extracts: HeldExtracts, authority: str, only: Collection[str] | None = None
) -> tuple[list[Finding], dict[str, list[tuple[str, str]]]]:
    """Ask DfE's rules for lists of the extracts that tell them."""
    of, files = year.collection, extracts.as_lists(year.collection)
    findings, lacking = ask_of_extracts(of, extracts.lists, files, extracts.month_end, authority, only)
    return [finding for finding in findings if _is_of_the_year(finding, extracts)], lacking


def _of_extracts(rules: Collection[str], extracts: HeldExtracts, before: Published) -> Iterator[Finding]:
    """Ask rules between extracts, by their ids."""
    usable = list(extracts.files.values())
    for finding in between_findings(usable, extracts.month_end, extracts.rows_of, before, only=rules):
        if finding.dfe_rule and _is_of_the_year(finding, extracts):
            yield finding


def _is_of_the_year(finding: Finding, extracts: HeldExtracts) -> bool:
    """Tell whether what is found is of a row that the year's return would hold, or of an extract as a whole."""
    return finding.row is None or finding.row in extracts.of_the_year.get(finding.extract or "", ())


def _reasons(
    year: CollectionYear,
    extracts: HeldExtracts,
    numbers: Collection[str],
    lacking: Mapping[str, list[tuple[str, str]]],
    before: Published,
) -> dict[str, tuple[str, ...]]:
    """Return the numbers that were not asked of the extracts, by why that is."""
    reasons: dict[str, set[str]] = defaultdict(set)
    of_lists = {rule.number for rule in list_rules(year.collection)}
    between: dict[str, list[Between]] = defaultdict(list)
    for rule in all_rules():
        between[rule.dfe_rule].append(rule)
    for number in numbers:
        missing = [_missing(rule, extracts, before) for rule in between.get(number, ())]
        if missing:
            if all(missing):
                reasons[missing[0]].add(number)
        elif number in lacking:
            reasons[_why_lacking(year, extracts, *lacking[number][0])].add(number)
        elif number not in of_lists:
            reasons[AT_THE_DOOR if number in numbers_of_values() else NO_RULE].add(number)
    return {why: tuple(sorted(numbers)) for why, numbers in sorted(reasons.items())}


def _missing(rule: Between, extracts: HeldExtracts, before: Published) -> str:
    """Say for want of which extract a rule was not asked; nothing where all are there."""
    for name in rule.needs:
        extract = name.removeprefix(BEFORE)
        if before(extract) is None if name.startswith(BEFORE) else extract not in extracts.files:
            month = "the month before" if name.startswith(BEFORE) else in_words(extracts.month_end)
            return f"{all_extracts()[extract].title} is not published for {month}"
    return ""


def _why_lacking(year: CollectionYear, extracts: HeldExtracts, listing: str, column: str) -> str:
    """Say why a column of a list is not there to be asked."""
    of = all_returns()[year.collection].lists[listing]
    place = f"{of.title}, {of.columns[column].headings[0]}"
    tables = [
        (name, as_list) for name, as_list in lists_from_extracts(year.collection).items() if as_list.name == listing
    ]
    if not tables:
        return f"no extract tells the list {of.title}"
    extract, as_list = tables[0]
    if column not in as_list.columns:
        return f"no extract tells {place}"
    if extract not in extracts.files:
        return f"{all_extracts()[extract].title} is not published for {in_words(extracts.month_end)}"
    return f"{place} is blank in every row"
