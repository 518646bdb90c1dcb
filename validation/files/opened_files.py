"""Open the files of a month: what can be judged goes on, what cannot is refused with its reason."""

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from data.arrivals import Arrival, Recognised, read, recognise, typed
from data.arrivals.headings import Confirmed
from data.arrivals.lists import ListArrived, lists_among, nearly_a_list
from data.arrivals.made_extract import Together
from data.errors import Mendable
from data.unforeseen import Unforeseen, foreseen
from validation.files.check_result import CheckedFile
from validation.files.doubled_lists import one_of_each_list
from validation.files.opened_lists import OpenedList, OpenedLists, open_lists
from validation.files.opened_table import Opened, account, repeated_rows
from validation.files.refusal import fell_over, has_fallen, refused
from validation.files.returns_set_aside import (
    list_set_aside,
    of_other_years,
    other_lists,
    stopping_nothing,
    table_set_aside,
    year_set_aside,
)
from validation.rules.sentences import listed
from validation.rules.severity import QUERY

AHEAD = 2
"""So many files are read at a time."""


@dataclass(frozen=True)
class Openings:
    """Hold what became of the files of a month: what is to be judged, lists of returns, what was refused.

    `together` holds the rows of the lists, return by return.
    """

    usable: Sequence[Opened]
    lists: Sequence[OpenedList]
    refused: Sequence[CheckedFile]
    together: Sequence[Together]


def open_files(
    files: Iterable[tuple[str, bytes]], month_end: date, confirmed: Confirmed, of_year: str = ""
) -> Openings:
    """Read and recognise files of a month; refuse what cannot be used, and pass over sheets that are no extract.

    `confirmed` gives headings that an analyst has said to be those of columns. Where the return `of_year`, such as
    2026/27, is asked for, lists of others are set aside.
    """
    digests, unusable, apart = _read_all(files)
    lists, rest = lists_among(digests, confirmed)
    waiting = of_other_years(lists, of_year, month_end) if of_year else {}
    lists = [listing for listing in lists if listing not in waiting]
    apart += [
        year_set_aside(account(listing.arrival, digests[listing.arrival]), listing.arrival, of_list, of_year)
        for listing, of_list in waiting.items()
    ]
    others = other_lists(rest, lists)
    apart += [list_set_aside(account(arrival, digests[arrival]), arrival) for arrival in others]
    usable, unknown = _recognised([arrival for arrival in rest if arrival not in others], digests, month_end, confirmed)
    names = {candidate.arrival.file for candidate in (*usable, *lists)}
    unusable += [_passed_over(file) if file.file in names and not has_fallen(file) else file for file in unknown]
    lacking = [table for table in usable if table.recognised.missing_required]
    unusable += [_refused_for_columns(table) for table in lacking]
    usable, doubled = _one_of_each([table for table in usable if table not in lacking])
    once, twice = one_of_each_list(lists, digests, month_end)
    ours = {table.declared.name for table in usable}
    opened, fallen = _lists_opened(once, digests, month_end, ours)
    usable += opened.tables
    apart = stopping_nothing(apart) if usable or opened.lists else apart
    return Openings(usable, opened.lists, [*unusable, *doubled, *twice, *fallen, *apart], opened.together)


def _read_all(
    files: Iterable[tuple[str, bytes]],
) -> tuple[dict[Arrival, str], list[CheckedFile], list[CheckedFile]]:
    """Read every table of every file, each with the digest of its file; return files and tables that cannot be."""
    digests: dict[Arrival, str] = {}
    unread: list[CheckedFile] = []
    apart: list[CheckedFile] = []
    for name, digest, reading in _read_ahead(files):
        try:
            with foreseen(name):
                arrivals = reading.result()
                digests |= {arrival: digest for arrival in arrivals if not arrival.refusal}
                apart += [table_set_aside(arrival, digest) for arrival in arrivals if arrival.refusal]
        except Unforeseen as fault:
            unread.append(fell_over(CheckedFile(name, "", digest), fault))
        except Mendable as reason:
            unread.append(refused(CheckedFile(name, "", digest), "file.not_readable", str(reason)))
    return digests, unread, apart


def _read_ahead(files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, str, Future[list[Arrival]]]]:
    """Give each file with its digest and what it is read as, and read the next meanwhile, in a process of its own."""
    with ThreadPoolExecutor(AHEAD) as at_once:
        begun: deque[tuple[str, str, Future[list[Arrival]]]] = deque()
        for name, contents in files:
            begun.append((name, sha256(contents).hexdigest(), at_once.submit(read, name, contents)))
            if len(begun) == AHEAD:
                yield begun.popleft()
        yield from begun


def _recognised(
    arrivals: Iterable[Arrival], digests: Mapping[Arrival, str], month_end: date, confirmed: Confirmed
) -> tuple[list[Opened], list[CheckedFile]]:
    usable: list[Opened] = []
    unknown: list[CheckedFile] = []
    for arrival in arrivals:
        try:
            with foreseen(arrival.where):
                usable.append(_opened(arrival, recognise(arrival, confirmed), digests[arrival], month_end))
        except Unforeseen as fault:
            unknown.append(fell_over(account(arrival, digests[arrival]), fault))
        except Mendable as reason:
            unknown.append(refused(account(arrival, digests[arrival]), "file.not_recognised", str(reason)))
    return usable, unknown


def _lists_opened(
    lists: Sequence[ListArrived], digests: Mapping[Arrival, str], month_end: date, ours: Collection[str]
) -> tuple[OpenedLists, list[CheckedFile]]:
    """Open lists of returns; where this program falls over at one, none is used, since they are made up together."""
    if not lists:
        return OpenedLists(), []
    try:
        with foreseen(listed([listing.arrival.where for listing in lists])):
            return open_lists(lists, digests, month_end, ours), []
    except Unforeseen as fault:
        return OpenedLists(), [fell_over(account(one.arrival, digests[one.arrival]), fault) for one in lists]


def _opened(arrival: Arrival, recognised: Recognised, digest: str, month_end: date) -> Opened:
    """Type the rows of what was recognised, but for those that repeat another."""
    repeated = repeated_rows(recognised)
    texts = recognised.rows.drop(index=list(repeated))
    table = typed(recognised.declared, texts, month_end, arrival.from_1904)
    return Opened(arrival, recognised, table, repeated, digest)


def _one_of_each(usable: Sequence[Opened]) -> tuple[list[Opened], list[CheckedFile]]:
    """Refuse tables that are the same extract: which of them is right is not for us to say."""
    same: dict[str, list[Opened]] = defaultdict(list)
    for table in usable:
        same[table.declared.name].append(table)
    doubled = []
    for name, files in same.items():
        if len(files) > 1:
            names = " and ".join(file.arrival.where for file in files)
            title = files[0].declared.title.lower()
            reason = f"{names} are both {title}. Choose the right one, or put their rows into one file."
            doubled += [refused(file.as_checked(), f"{name}.two_files", reason) for file in files]
    return [files[0] for files in same.values() if len(files) == 1], doubled


def _refused_for_columns(file: Opened) -> CheckedFile:
    """Refuse what lacks columns that its extract needs, or the list of a return of which it has more columns."""
    if like := nearly_a_list(file.arrival, len(file.recognised.fed_by)):
        reason = f"{file.arrival.where}: {like}. Add what is missing, or correct its heading."
        return refused(account(file.arrival, file.sha256), "file.columns_missing", reason)
    reason = f"{file.arrival.where}: {file.recognised.missing_sentence()}"
    return refused(file.as_checked(), f"{file.declared.name}.columns_missing", reason)


def _passed_over(file: CheckedFile) -> CheckedFile:
    """Let a workbook keep a sheet of notes beside its extract, and say that it was not read."""
    where = f"{file.file}, sheet {file.sheet}"
    message = f"{where}: it is none of the extracts, so it was not read. Check that it holds nothing that is wanted."
    finding = replace(file.findings[0], rule="file.sheet_passed_over", severity=QUERY, message=message)
    return replace(file, findings=(finding,), refused=False)
