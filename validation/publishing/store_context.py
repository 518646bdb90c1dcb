"""What a check is told besides the files: what the store holds of the month, and of the month before."""

from data.access import Reader
from data.ledger.confirmed_headings import both, headings_confirmed
from data.ledger.history import months_held, published_rows, standing_elsewhere, standing_version
from data.ledger.query_reasons import explained
from data.months import month_end_before
from data.published.areas import other_codes
from data.store.store import Store
from validation.check import Known
from validation.files.aggregates import Units
from validation.publishing.submission import Submission


def known_of(store: Store, reader: Reader, submission: Submission, units: Units) -> Known:
    """Say what is published of a submission's month and of the month before, and what was said of the files.

    `units` gives the unit of each indicator.
    """
    code, ends = submission.authority, submission.ends
    others = other_codes(code)
    return Known(
        published=lambda extract: published_rows(store, reader, code, ends, extract),
        before=lambda extract: published_rows(store, reader, code, month_end_before(ends), extract),
        standing=lambda sha256, sheet: standing_version(store, reader, code, ends, sha256, sheet),
        elsewhere=lambda sha256, sheet: [
            place
            for place in standing_elsewhere(store, reader, code, sha256, sheet)
            if code and place.authority not in others
        ],
        explained=lambda extract: explained(store, reader, code, ends, extract),
        authority=code or None,
        other_codes=others,
        under_other_codes={spelled: months for spelled in others if (months := months_held(store, reader, spelled))},
        nil_return=submission.nil_return.strip() or None,
        units=units,
        led_back_by=lambda files: store.pseudonyms.led_back_by(code, files),
        confirmed=both(headings_confirmed(store, reader, code), submission.read_as),
    )
