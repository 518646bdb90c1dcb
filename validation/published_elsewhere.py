"""The same bytes for two authorities: queried once for all files of an upload, since one of the two is mistaken."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from data.ledger.history import Elsewhere
from data.ledger.query_reasons import Explanation, Query
from data.months import in_words
from validation.files.carried_reasons import carried_forward
from validation.files.check_result import CheckedFile
from validation.rules.finding import Finding
from validation.rules.sentences import listed
from validation.rules.severity import QUERY

ANOTHER_AUTHORITY = "upload.published_for_another_authority"


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
    first = next(iter(stand.values()))[0]
    finding = Finding(first.file, first.sheet, None, None, ANOTHER_AUTHORITY, QUERY, _sentence(stand), 1, first.extract)
    queried = carried_forward((finding,), explained(str(first.extract)))
    return [replace(file, findings=(*queried, *file.findings)) if file is first else file for file in files]


def _sentence(stand: Mapping[tuple[str, str, str], Sequence[CheckedFile]]) -> str:
    """Name the files, and where and since when they stand."""
    clauses = [
        f"{_named(files)} for {whose} of {month}, published on {day}" for (whose, month, day), files in stand.items()
    ]
    return (
        f"{_named([file for files in stand.values() for file in files])}: the very same bytes stand published for "
        f"another authority, {listed(clauses)}. Check whose they are, or say why they are right for both."
    )


def _named(files: Sequence[CheckedFile]) -> str:
    return listed(list(dict.fromkeys(file.file for file in files)), 3)
