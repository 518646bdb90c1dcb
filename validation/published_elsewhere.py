"""What stands under another code: the same bytes for another authority, or months under this one's other code."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from data.ledger.history import Elsewhere
from data.ledger.query_reasons import Explanation, Query
from data.months import in_words
from validation.files.carried_reasons import carried_forward
from validation.files.check_result import CheckedFile
from validation.rules.finding import Finding
from validation.rules.sentences import listed
from validation.rules.severity import QUERY

ANOTHER_AUTHORITY = "upload.published_for_another_authority"
ANOTHER_CODE = "upload.published_under_another_code"


def with_others_named(
    files: Sequence[CheckedFile],
    elsewhere: Callable[[str, str], Sequence[Elsewhere]],
    explained: Callable[[str], Mapping[Query, Explanation]],
) -> list[CheckedFile]:
    """Query files whose very bytes stand published for another authority, with its month and day of publication.

    Files without rows are alike everywhere, and what stands for this authority too was settled before. A query that
    was explained keeps its reason.
    """
    stand: dict[tuple[str, str, str], list[CheckedFile]] = {}
    for file in files:
        for place in elsewhere(file.sha256, file.sheet) if file.rows and not file.unchanged else ():
            published = f"{place.published_at.day} {place.published_at:%B %Y}"
            stand.setdefault((f"{place.name} ({place.authority})", in_words(place.month), published), []).append(file)
    if not stand:
        return list(files)
    return _queried(files, next(iter(stand.values()))[0], ANOTHER_AUTHORITY, _sentence(stand), explained)


def with_other_codes_named(
    files: Sequence[CheckedFile],
    authority: str | None,
    months: Mapping[str, Sequence[date]],
    explained: Callable[[str], Mapping[Query, Explanation]],
) -> list[CheckedFile]:
    """Query an upload under one code of an authority of which months stand under another: they are not joined."""
    first = next((file for file in files if file.rows and not file.unchanged), None)
    if first is None or not months:
        return list(files)
    stand = [f"{in_words(ends[0])} to {in_words(ends[-1])} under {code}" for code, ends in months.items()]
    sentence = (
        f"{listed(stand)} stand published for the same authority, which is given here as {authority}. Months under two "
        f"codes are not joined to one history. Publish under {listed(list(months))}, to go on with it, or say why a "
        "history of its own begins."
    )
    return _queried(files, first, ANOTHER_CODE, sentence, explained)


def _queried(
    files: Sequence[CheckedFile],
    first: CheckedFile,
    rule: str,
    sentence: str,
    explained: Callable[[str], Mapping[Query, Explanation]],
) -> list[CheckedFile]:
    """Query a whole upload once, at its first file."""
    finding = Finding(first.file, first.sheet, None, None, rule, QUERY, sentence, 1, first.extract)
    queried = carried_forward((finding,), explained(str(first.extract)))
    return [replace(file, findings=(*queried, *file.findings)) if file is first else file for file in files]


def _sentence(stand: Mapping[tuple[str, str, str], Sequence[CheckedFile]]) -> str:
    """Name the files, and where and since when they stand."""
    clauses = [
        f"{_named(files)} for {area} of {month}, published on {day}" for (area, month, day), files in stand.items()
    ]
    return (
        f"{_named([file for files in stand.values() for file in files])}: the very same bytes stand published for "
        f"another authority, {listed(clauses)}. Check whose they are, or say why they are right for both."
    )


def _named(files: Sequence[CheckedFile]) -> str:
    return listed(list(dict.fromkeys(file.file for file in files)), 3)
