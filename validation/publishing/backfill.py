"""What a check gives of earlier months: each extract as it would have stood, while its rows are whole."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from data.extracts import all_extracts
from data.ledger.backfill import earlier_months, is_dated
from data.ledger.delivery import Incoming
from data.months import in_words, window_begins


def backfilled(month: date, incoming: Sequence[Incoming]) -> dict[date, list[Incoming]]:
    """Return what extracts of a month give of the months before it, by month.

    Extracts that say when things happened give the months in which their rows are whole; the rest, such as children,
    go with them.
    """
    months: dict[date, list[Incoming]] = defaultdict(list)
    for arrival in incoming:
        declared = all_extracts()[arrival.extract]
        begins = arrival.whole_from or window_begins(declared.window, month)
        if is_dated(declared) and begins is not None:
            _add(months, arrival, month, begins)
    for arrival in incoming:
        if months and not is_dated(all_extracts()[arrival.extract]):
            _add(months, arrival, month, min(months), dated=False)
    return dict(sorted(months.items()))


def _add(months: dict[date, list[Incoming]], each: Incoming, month: date, begins: date, dated: bool = True) -> None:
    """Add an extract as it would have stood to each month from a first one to the month before."""
    for earlier in earlier_months(all_extracts()[each.extract], each.rows, month, begins):
        arrival = replace(
            each,
            rows=earlier.rows,
            blank=0,
            findings=each.findings.iloc[:0],
            reason=f"As it would have stood, made of the file for {in_words(month)}.",
            whole_from=begins if dated else None,
            lacking=tuple(dict.fromkeys((*each.lacking, *earlier.lacking))),
            backfilled_from=month,
        )
        months[earlier.month].append(arrival)
