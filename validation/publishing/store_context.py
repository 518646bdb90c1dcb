"""What a check is told besides the files: what the store holds of the month, and of the month before."""

from collections.abc import Callable, Mapping
from datetime import date

from data.access import Reader
from data.arrivals.headings import NONE_CONFIRMED, Confirmed
from data.ledger.confirmed_headings import both, headings_confirmed
from data.ledger.history import published_rows, standing_version
from data.ledger.query_reasons import explained
from data.months import month_end_before
from data.store.store import Store
from validation.check import Known


def known_of(
    store: Store,
    reader: Reader,
    authority: str | None,
    month_end: date,
    nil_return: str | None,
    units: Callable[[], Mapping[str, str]] = dict,
    read_as: Confirmed = NONE_CONFIRMED,
) -> Known:
    """Say what is published of an authority's month and the month before.

    `nil_return` says why no rows are right; `units` gives the unit of each indicator; `read_as` the headings that are
    confirmed now, besides those that were before.
    """
    whose = authority or ""
    return Known(
        published=lambda extract: published_rows(store, reader, whose, month_end, extract),
        before=lambda extract: published_rows(store, reader, whose, month_end_before(month_end), extract),
        standing=lambda sha256, sheet: standing_version(store, reader, whose, month_end, sha256, sheet),
        explained=lambda extract: explained(store, reader, whose, month_end, extract),
        authority=authority,
        nil_return=nil_return or None,
        units=units,
        confirmed=both(headings_confirmed(store, reader, whose), read_as),
    )
