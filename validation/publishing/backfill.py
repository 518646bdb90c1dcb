"""What a check gives of earlier months: each extract as it would have stood, while its rows are whole."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from data.extracts import all_extracts
from data.ledger.backfill import as_it_stood, is_dated
from data.ledger.delivery import Incoming, Months
from data.months import in_words, month_end_before, months_from, window_begins


def backfilled(month: date, incoming: Sequence[Incoming], most: int | None = None) -> Iterator[Months]:
    """Give what extracts of a month give of the months before it, of the last `most` of them where that is said.

    Extracts that say when things happened give the months in which their rows are whole; the rest, such as children,
    go with them. An extract is made when it is asked for, so that no two are in memory at once.
    """
    begins = {arrival.extract: _begins(arrival, month) for arrival in incoming}
    first, last = min(filter(None, begins.values()), default=month), month_end_before(month)
    months = months_from(first, last) if first <= last else []
    months = months if most is None else months[-most:]
    for arrival in incoming:
        since = begins[arrival.extract] or (date.max if is_dated(all_extracts()[arrival.extract]) else first)
        yield [(earlier, _as_it_stood(arrival, month, earlier)) for earlier in months if since <= earlier]


def _begins(arrival: Incoming, month: date) -> date | None:
    """Return from when the rows of an extract are whole that says when things happened; None of any other."""
    declared = all_extracts()[arrival.extract]
    return (arrival.whole_from or window_begins(declared.window, month)) if is_dated(declared) else None


def _as_it_stood(arrival: Incoming, month: date, earlier: date) -> Incoming:
    """Return an extract as it would have stood at the end of an earlier month."""
    stood = as_it_stood(all_extracts()[arrival.extract], arrival.rows, earlier)
    return replace(
        arrival,
        rows=stood.rows,
        blank=0,
        findings=arrival.findings.iloc[:0],
        reason=f"As it would have stood, made of the file for {in_words(month)}.",
        whole_from=_begins(arrival, month),
        lacking=tuple(dict.fromkeys((*arrival.lacking, *stood.lacking))),
        backfilled_from=month,
    )
