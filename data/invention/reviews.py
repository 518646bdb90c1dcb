"""Statutory reviews of looked-after children: the first in 20 working days, the next in 3 months, then every 6."""

from collections.abc import Iterator

from data.invention.care_periods import Period, told
from data.invention.chance import Chance
from data.invention.dated_record import Record
from data.invention.ordinal_days import birthday, months_after, working_day

FIRST_AFTER = (14, 19, 22, 24, 26)
BEFORE_DUE = (3, 6, 10, 16, 28)
LATE = 0.05
LATE_BY = (3, 8, 15, 40)
TOOK_PART = {"PN1": 46, "PN2": 3, "PN3": 4, "PN4": 3, "PN5": 6, "PN6": 30, "PN7": 8}


def care_reviews(seed: int, periods: list[Period]) -> list[Record]:
    """Hold the reviews of every period."""
    chance = Chance(seed, "care reviews")
    return [
        Record("lac_reviews", when, when, (period.child.child_id, when, took_part(chance, period, when)), child_id)
        for period in periods
        for when in reviewed_on(chance.aside(), period)
        for child_id in (period.child.child_id,)
    ]


def reviewed_on(chance: Chance, period: Period) -> Iterator[int]:
    """Give the days on which a period was reviewed, as far as they can be told."""
    when = working_day(period.start + chance.along(FIRST_AFTER) + late(chance))
    months = 3
    while when < period.end:
        if told(when):
            yield when
        when = working_day(months_after(when, months) - chance.along(BEFORE_DUE) + late(chance))
        months = 6


def late(chance: Chance) -> int:
    """Let one review in twenty come later than it would have."""
    return chance.along(LATE_BY) + BEFORE_DUE[-1] if chance.yes(LATE) else 0


def took_part(chance: Chance, period: Period, when: int) -> str:
    """Say how the child took part; under 4 nobody is asked."""
    return "PN0" if when < birthday(period.child.born, 4) else chance.one_of(TOOK_PART)
