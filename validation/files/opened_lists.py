"""Open the lists of returns: the extracts made of them are judged like any other, and every row of a list is told."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

import pandas

from data.arrivals import Arrival, Recognised, typed
from data.arrivals.extracts_from_lists import made_of
from data.arrivals.list_rows import ListRows
from data.arrivals.lists import ListArrived
from data.arrivals.made_extract import Made, Returned, Together, UnreadableCell
from data.extract import Code, Column, Date, Declared, Identifier, Number, Text
from data.returns.list_columns import Amount, Answer, Authority, Day, Reference, Words
from validation.files.check_result import CheckedFile
from validation.files.list_cells import (
    blank_findings,
    late_findings,
    other_month_findings,
    other_year_findings,
    unread_findings,
)
from validation.files.opened_table import Opened, repeated_rows
from validation.rules.finding import Finding, in_order
from validation.rules.severity import BLOCK, INFO, QUERY

MANY = 1000
"""Of more rows than these that are left out for one reason it is said once, and not row by row."""
HOLDING = {Words: Text, Authority: Text, Reference: Identifier, Day: Date, Amount: Number, Answer: Code}
"""What a column of an extract holds that is what a column of a list is."""


@dataclass(frozen=True, eq=False, kw_only=True)
class OpenedList(Opened):
    """Keep a list of a return, whose rows are to be told; `left_out` says why a row was left out of what was made.

    `read` has its rows as they were read, and `unread` the cells of columns that nothing is made of. `taken` are the
    columns that are taken as they stand. `of_month` ends the month for which it stands, as none of a later year is
    here.
    """

    of: ListArrived
    makes: tuple[Declared, ...]
    left_out: Mapping[int, str]
    stale: frozenset[int]
    read: ListRows
    taken: frozenset[str]
    unread: Sequence[UnreadableCell]
    of_month: date | None

    @property
    def written(self) -> Mapping[str, type[Column]]:
        """Return the headings of what is made into something as it stands here, with what each holds."""
        columns = self.of.listing.columns
        return {heading: HOLDING[type(columns[name])] for name, heading in self.of.fed_by.items() if name in self.taken}

    @property
    def keeper(self) -> str:
        """Name the extract that what is said of the list is kept with; nothing where it makes none."""
        return self.makes[0].name if self.makes else ""

    def as_checked(self) -> CheckedFile:
        """Account for the rows as for any other file's, and say which headings were read as somebody said."""
        account = super().as_checked()
        notes = (*account.notes, *self.of.read_as)
        return replace(account, notes=notes, fed_by=self.of.fed_by, list_name=self.of.key)

    def told(self, judged: Mapping[str, Iterable[Finding]]) -> CheckedFile:
        """Account for the rows of the list, now that what was made of it has been judged."""
        wrong = {
            finding.row
            for findings in judged.values()
            for finding in findings
            if finding.severity == BLOCK and self._is_of(finding)
        }
        aside = wrong & set(self.arrival.rows.index) | self.left_out.keys()
        account = self.as_checked()
        return replace(
            account,
            extract=None,
            title=self.of.title,
            accepted=len(self.arrival.rows) - len(aside),
            set_aside=len(aside) + self.aside,
            findings=() if self.makes else in_order(finding for finding in judged.get("", ()) if self._is_of(finding)),
        )

    def _is_of(self, finding: Finding) -> bool:
        """Tell whether a finding is of this list."""
        return (finding.file, finding.sheet) == (self.arrival.file, self.arrival.sheet)


@dataclass(frozen=True)
class OpenedLists:
    """Hold what was made of the lists of returns, to be judged; the lists, to be told one by one; and all together."""

    tables: Sequence[Opened] = ()
    lists: Sequence[OpenedList] = ()
    together: Sequence[Together] = ()


def open_lists(
    lists: Sequence[ListArrived], digests: Mapping[Arrival, str], month_end: date, ours: Collection[str]
) -> OpenedLists:
    """Make what the lists of returns make for a month.

    `ours` names extracts that came as files of their own: they are not made.
    """
    returned = made_of(lists, month_end, ours)
    tables = [_opened(extract, digests, month_end) for extract in returned.made]
    opened = [_opened_list(listing, returned, digests, month_end) for listing in lists]
    return OpenedLists(tables, opened, returned.together)


def list_findings(opened_list: OpenedList) -> Iterator[Finding]:
    """Say of each row of a list that was left out, why; what was read as blank; and what the list cannot tell."""
    name = opened_list.declared.name
    times = Counter(opened_list.left_out.values())
    once: set[str] = set()
    for row, reason in opened_list.left_out.items():
        stale = row in opened_list.stale
        if not stale and times[reason] > MANY:
            if reason not in once:
                once.add(reason)
                first = f"it is so of {times[reason]:,} rows, of which row {row} is the first: {reason}"
                yield opened_list.finding(None, None, f"{name}.left_out", INFO, first, times[reason])
            continue
        rule, severity = (f"{name}.left_open", QUERY) if stale else (f"{name}.left_out", INFO)
        yield opened_list.finding(
            row, None, rule, severity, reason, len(opened_list.stale if stale else opened_list.left_out)
        )
    yield from unread_findings(name, opened_list.unread)
    yield from blank_findings(name, opened_list.read)
    yield from late_findings(name, opened_list.read)
    if opened_list.of_month:
        yield from other_year_findings(name, opened_list.read, opened_list.of_month)
        yield from other_month_findings(name, opened_list.read, opened_list.of_month)


def made_findings(file: Opened) -> Iterator[Finding]:
    """Say what an extract that was made of lists loses by it, and where the lists disagree."""
    if file.made is None:
        return
    name, extract = file.declared.name, file.made
    if extract.making.loses or extract.whole_from:
        since = f" It is whole from {extract.whole_from:%d/%m/%Y}." if extract.whole_from else ""
        message = f"made of {extract.of.title}. {extract.making.loses}{since}".replace("  ", " ")
        yield file.finding(None, None, f"{name}.made_of_a_return", INFO, message, len(file.table))
    for row, sentence in extract.differs.items():
        yield file.finding(row, None, f"{name}.lists_differ", QUERY, sentence, len(extract.differs))


def _opened(extract: Made, digests: Mapping[Arrival, str], month_end: date) -> Opened:
    """Type what was made, and keep where each row came from."""
    rows, places = extract.rows, extract.origins
    if places.of_one_list:
        # Made of one list, row by row: the numbers that a person sees will do.
        seen = dict(zip(extract.differs, places.seen(pandas.Index(list(extract.differs), dtype="int64")), strict=True))
        rows = rows.set_axis(places.seen(rows.index))
        places = places.renumbered(pandas.Index(places.seen()))
        extract = replace(extract, rows=rows, differs={seen[row]: text for row, text in extract.differs.items()})
    arrivals = list(dict.fromkeys(listing.arrival for listing in extract.lists))
    sheets = ", ".join(dict.fromkeys(arrival.sheet for arrival in arrivals if arrival.sheet))
    arrival = Arrival(arrivals[0].file, sheets, rows, 0, from_1904=arrivals[0].from_1904)
    recognised = Recognised(extract.declared, rows, {}, (), (), ())
    repeated = repeated_rows(recognised)
    table = typed(extract.declared, rows.drop(index=list(repeated)), month_end, arrival.from_1904)
    digest = sha256("".join(sorted({digests[arrival] for arrival in arrivals})).encode()).hexdigest()
    return Opened(arrival, recognised, table, repeated, digest, places, extract)


def _opened_list(of: ListArrived, returned: Returned, digests: Mapping[Arrival, str], month_end: date) -> OpenedList:
    """Look at a list as a table without columns of ours, so that its layout can be judged."""
    missing = tuple(
        described.headings[0] for column, described in of.listing.columns.items() if column not in of.fed_by
    )
    declared = Declared(
        name=of.name,
        title=of.title,
        guidance="",
        columns=(),
        one_open_per="",
        open_between=("", ""),
        one_open_unless={},
        one_row_per=(),
        dated_by="",
        window="",
    )
    recognised = Recognised(declared, of.arrival.rows, {}, of.ignored, (), missing)
    return OpenedList(
        of.arrival,
        recognised,
        pandas.DataFrame(index=of.arrival.rows.index),
        {},
        digests[of.arrival],
        of=of,
        makes=tuple(extract.declared for extract in returned.made if of in extract.lists),
        left_out=returned.aside.get(of, {}),
        stale=frozenset(row for arrived, row in returned.stale if arrived is of),
        read=returned.read[of],
        taken=returned.taken(of),
        unread=returned.unread(of),
        of_month=month_end if of in returned.newest else None,
    )
