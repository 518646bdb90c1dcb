"""Moments as the ledger keeps them: UTC without a zone, and what was known before a day had ended."""

from datetime import UTC, date, datetime, timedelta

from data.store.attachment import Cursor

FOR_EVER = datetime(9999, 1, 1)  # noqa: DTZ001 - the store keeps UTC without a zone


CLOCK_MAY_SLIP, CLOCK_TICK = timedelta(hours=1), timedelta(microseconds=1)


def now() -> datetime:
    """Return this moment in UTC, without a zone, as the store keeps it."""
    return datetime.now(UTC).replace(tzinfo=None)


def end_of(day: date | None) -> datetime:
    """Return the first moment after a day, or for ever where no day is given: `as known on` that day.

    A moment stands for itself: what was known just before it.
    """
    if isinstance(day, datetime):
        return day
    return FOR_EVER if day is None else datetime.combine(day, datetime.min.time()) + timedelta(days=1)


def this_moment(cursor: Cursor) -> datetime:
    """Return this moment, or one just after the last event's where the clock was set back a little since.

    What was known stays known, and no two publications bear one moment.
    """
    moment = now()
    last = cursor.execute("select max(happened_at) from store.ledger.events").fetchall()[0][0]
    return last + CLOCK_TICK if last is not None and moment <= last < moment + CLOCK_MAY_SLIP else moment
