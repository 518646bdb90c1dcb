"""The wrong month, questioned once: files that are evidently of another month than the one chosen for them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from data.months import in_words
from validation.files.check_result import ANOTHER_MONTH, Check, CheckedFile
from validation.files.month_evidence import Telling
from validation.returns.asked import numbers_of_the_month
from validation.rows.across_extracts import rules_of_the_month
from validation.rules.finding import Finding
from validation.rules.sentences import listed
from validation.rules.severity import BLOCK, QUERY

FOLLOW = {
    "after_month_end",
    "children_taken_away",
    "ends_early",
    "far_above_before",
    "in_another_month",
    "left_open",
    "named_for_another_month",
    "not_compared",
    "of_another_year",
    "published_before",
    "run_before_month_end",
    "swing",
}
"""How the rules end, other than those in SQL, that judge by the month chosen."""
OF_THE_YEAR = {"in_set", "each_in_set"}
"""How the rules end that judge by the codes of its year."""


def with_month_questioned(checked: Check, spoken: Sequence[Telling], chosen: date) -> Check:
    """Question the month of files whose evidence is of another one, once for all of them.

    What was found by the month chosen follows from it. Files that stand published as they are ask nothing. Where
    evidence is of several months, those that are of another than `chosen` are named, and no month is offered instead.
    """
    unchanged = {_place(file) for file in checked.files if file.unchanged}
    spoken = [telling for telling in spoken if unchanged.isdisjoint(_places(telling))]
    others: dict[date, list[Telling]] = {}
    for telling in spoken:
        if telling.month and telling.month != chosen and telling.month <= datetime.now(UTC).date():
            others.setdefault(telling.month, []).append(telling)
    if not others:
        return checked
    month = next(iter(others))
    whole = len(others) == 1 and all(_may_be_of(telling, month) for telling in spoken)
    doubted = [telling for tellings in others.values() for telling in tellings]
    places = None if whole else {place for telling in doubted for place in _places(telling)}
    other_codes = any(replace(checked, month=f"{month:%Y-%m}").rules_of != checked.rules_of for month in others)
    files = [_following(file, places, other_codes) for file in checked.files]
    message = _whole(doubted, month, chosen) if whole else _mixed(others, chosen)
    first = _places(doubted[0])[0]
    return replace(checked, files=_questioned(files, first, message), instead=f"{month:%Y-%m}" if whole else "")


def _may_be_of(telling: Telling, month: date) -> bool:
    """Tell whether nothing that a file tells speaks against a month."""
    return telling.month == month or (telling.month is None and not (telling.reaches and telling.reaches > month))


def _whole(doubted: Sequence[Telling], month: date, chosen: date) -> str:
    """Ask whether all the files are of one other month."""
    return (
        f"{_named(doubted)}: these are {in_words(month)}'s files, and {in_words(chosen)} was chosen: check them as "
        f"{in_words(month)}? It is told by {_evidence(doubted)}. On the command line say --month {month:%Y-%m}; or "
        f"choose {in_words(chosen)}'s files."
    )


def _mixed(others: Mapping[date, Sequence[Telling]], chosen: date) -> str:
    """Name the files that are of other months than the rest."""
    clauses = [
        f"{_named(tellings)} {'is' if len(tellings) == 1 else 'are'} of {in_words(month)}, told by "
        f"{_evidence(tellings)}"
        for month, tellings in sorted(others.items())
    ]
    return (
        f"{'; '.join(clauses)}: not all of these files are of one month, and {in_words(chosen)} was chosen. Choose "
        f"{in_words(chosen)}'s files in their place, or check each month's files by themselves."
    )


def _evidence(tellings: Sequence[Telling]) -> str:
    """Say what told the month, each thing once."""
    return listed(list(dict.fromkeys(telling.says for telling in tellings)))


def _named(tellings: Sequence[Telling]) -> str:
    """Name the files, each once."""
    return listed(list(dict.fromkeys(table.arrival.where for telling in tellings for table in telling.tables)), 3)


def _places(telling: Telling) -> list[tuple[str, str]]:
    return [(table.arrival.file, table.arrival.sheet) for table in telling.tables]


def _place(file: CheckedFile) -> tuple[str, str]:
    return file.file, file.sheet


def _following(file: CheckedFile, places: set[tuple[str, str]] | None, other_codes: bool) -> CheckedFile:
    """Mark what of a file's findings follows from the month; `places` are the tables in doubt, None for all."""
    findings = tuple(
        replace(finding, follows=True)
        if (places is None or (finding.file, finding.sheet) in places) and _follows(finding, other_codes)
        else finding
        for finding in file.findings
    )
    return replace(file, findings=findings)


def _follows(finding: Finding, other_codes: bool) -> bool:
    """Tell whether a finding was made by the month chosen."""
    last = finding.rule.rpartition(".")[2]
    return (
        last in FOLLOW
        or (other_codes and last in OF_THE_YEAR)
        or finding.rule in rules_of_the_month()
        or (bool(finding.dfe_rule) and finding.dfe_rule in numbers_of_the_month())
    )


def _questioned(files: Sequence[CheckedFile], first: tuple[str, str], message: str) -> tuple[CheckedFile, ...]:
    """Put the question before all else that was found, as grave as what follows from it."""
    follow = [finding for file in files for finding in file.findings if finding.follows]
    severity = BLOCK if any(finding.severity == BLOCK for finding in follow) else QUERY
    rows = max(1, sum(file.rows for file in files if not file.made_of))
    about = next(file for file in files if _place(file) == first)
    question = Finding(*first, None, None, ANOTHER_MONTH, severity, message, rows, about.extract)
    return tuple(replace(file, findings=(question, *file.findings)) if file is about else file for file in files)
