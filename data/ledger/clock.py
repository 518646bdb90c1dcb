"""Moments as the ledger keeps them: UTC without a zone, and what was known before a day had ended."""

from datetime import UTC, date, datetime, timedelta

from data.store.attachment import Cursor
from data.store.store import Store

FOR_EVER = datetime(9999, 1, 1)  # noqa: DTZ001 - the store keeps UTC without a zone

CLOCK_TICK = timedelta(microseconds=1)
CLOCK_MAY_SLIP = timedelta(minutes=5)
"""How far a clock may go back before it is told: clocks are set right by seconds every day."""


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
    """Return this moment, or one just after the last act's where the clock was set back since, however far.

    So the ledger's own order is that of its moments: what was known stays known, what is published later counts later,
    and no two publications bear one moment.
    """
    moment, last = now(), _last_act(cursor)
    return last + CLOCK_TICK if last is not None and moment <= last else moment


def clock_set_back(store: Store) -> str:
    """Say that the clock stands before the last act recorded in a store; nothing where it does not, or by a little.

    Acts of the invented borough are invented, and tell nothing of a clock.
    """
    if store.invented:
        return ""
    with store.reading() as cursor:
        moment, last = now(), _last_act(cursor)
    if last is None or last - moment < CLOCK_MAY_SLIP:
        return ""
    return (
        f"The clock of this computer says {_written(moment)}, and the last act in the store was recorded on "
        f"{_written(last)}: it was set back since, or was ahead then. What is done now is recorded as just after that "
        "act, so that the order of acts stays right. Set the clock right."
    )


def _last_act(cursor: Cursor) -> datetime | None:
    """Return the moment of the last act that the ledger bears."""
    return cursor.execute("select last_act()").fetchall()[0][0]


def _written(moment: datetime) -> str:
    """Write a moment for a person."""
    return f"{moment.day} {moment:%B %Y, %H:%M} UTC"
