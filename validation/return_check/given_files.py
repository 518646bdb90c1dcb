"""The check of a return that is at hand as files: what DfE's validation would say of them, which nothing is kept of."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain

from data.access import Act, Reader
from data.errors import Mendable
from data.ledger.query_reasons import sentence_of
from data.returns.collection_years import CollectionYear, year_asked
from data.returns.declaration import all_returns
from data.steps import Listener, silent
from validation.between import all_rules
from validation.check import Known, check
from validation.files.check_result import CheckedFile
from validation.return_check.asking import asks
from validation.return_check.dfe_numbers import numbers_of, numbers_of_values
from validation.return_check.held_extracts import extracts_of
from validation.return_check.month_judged import NO_RULE
from validation.return_check.return_check import ReturnCheck, RowFound, put_together
from validation.returns.list_rule import list_rules
from validation.rules.finding import Finding


def check_of_files(
    reader: Reader,
    files: Sequence[tuple[str, bytes]],
    collection: str,
    year: str,
    authority: str | None,
    progress: Listener = silent,
) -> ReturnCheck:
    """Check the files of a return of a year; lists of a later one are set aside, and it is said that they wait.

    Raises:
        Mendable: where the return or its year is not known or has not begun, or none of the files is of it.
    """
    reader.must(Act.PUBLISH)
    of = year_asked(collection, year)
    account = check(files, _month(of), Known(authority=authority, of_year=of.year), progress)
    of_return = [file for file in account.files if _is_of(file, collection)]
    waiting = tuple(finding.message for file in account.files for finding in file.findings if _sets_aside(finding))
    if not of_return:
        why = " ".join(waiting) or f"None of the files is a list of it: {', '.join(name for name, _ in files)}."
        raise Mendable(f"Nothing of the {of.title} could be checked. {why}")
    numbers = numbers_of(collection, of.year)
    rows = tuple(_row_found(finding) for finding in account.findings if finding.dfe_rule in numbers)
    cannot = _not_asked(of, of_return, numbers, {row.number for row in rows})
    lines = put_together(of, "the files", rows, tuple(sorted(numbers - set(chain(*cannot.values())))), cannot)
    return replace(lines, waiting=waiting)


def _month(of: CollectionYear) -> str:
    """Return the month for which a return stands: the last of its year, or the present one where that goes on."""
    today = datetime.now(UTC).date()
    if today < of.begins:
        raise Mendable(f"{of.year} has not begun, so there is no return of it. Choose a year that has.")
    return f"{min(of.ends, today):%Y-%m}"


def _is_of(file: CheckedFile, collection: str) -> bool:
    """Tell whether a file is a list of a return, or an extract that such lists make, and could be used."""
    if file.refused:
        return False
    return file.list_name.startswith(f"{collection}.") or (not file.made_of and file.extract in extracts_of(collection))


def _sets_aside(finding: Finding) -> bool:
    """Tell whether a finding says of a file, or a list of it, why it was not used."""
    return finding.row is None and finding.rule.startswith("file.") and not finding.dfe_rule


def _row_found(finding: Finding) -> RowFound:
    """Say of a finding where in the files it stands; lists name no team, and only the store knows since when."""
    place = f"{finding.file}, sheet {finding.sheet}" if finding.sheet else finding.file
    subject = f"row {finding.row}" + (f" ({finding.subject})" if finding.subject else "")
    return RowFound(
        finding.dfe_rule,
        finding.severity,
        place,
        finding.column or "",
        "" if finding.row is None else subject,
        asks(finding),
        sentence_of(finding.message),
        "",
    )


def _not_asked(
    of: CollectionYear, files: Sequence[CheckedFile], numbers: frozenset[str], spoke: set[str]
) -> Mapping[str, tuple[str, ...]]:
    """Return the numbers that were not asked of the files, by why that is."""
    listings = all_returns()[of.collection].lists
    present: dict[str, set[str]] = defaultdict(set)
    for file in files:
        present[file.list_name.partition(".")[2]] |= file.fed_by.keys()
    rules = {rule.number: rule for rule in list_rules(of.collection)}
    others = numbers_of_values() | {rule.dfe_rule for rule in all_rules()}
    reasons: dict[str, set[str]] = defaultdict(set)
    for number in numbers - spoke:
        rule = rules.get(number)
        if rule is not None and number not in others and not rule.asked_of(present, of.ends):
            name, column = rule.lacking(present)[0]
            title = listings[name].title
            heading = listings[name].columns[column].headings[0]
            why = f"{title} has no heading {heading}" if present[name] else f"{title} is not among the files"
            reasons[why].add(number)
        elif rule is None and number not in others:
            reasons[NO_RULE].add(number)
    return {why: tuple(sorted(numbers)) for why, numbers in sorted(reasons.items())}
