"""Going missing: a few children, some of them again and again, and the talk on return."""

from collections.abc import Iterator

from data.invention.care_periods import FIRST_DAY, Period
from data.invention.chance import Chance
from data.invention.dated_record import Cell, Record
from data.invention.ordinal_days import LAST_DAY, birthday

RUNS = 0.3
"""The share of those of 12 and over who ever go missing while in care."""
EVERY = (9, 25, 60, 120, 240, 500)
RESTLESS_EVERY = (3, 8, 14, 25, 50)
RESTLESS = 0.3
LASTS = (0, 0, 0, 1, 1, 2, 6)
KIND_SHARE = {"M": 78, "A": 22}
OFFERED, ACCEPTED = 0.93, 0.72
TALKED_AFTER = (0, 1, 1, 2, 3, 3, 4, 9)


def missing_episodes(seed: int, periods: list[Period]) -> list[Record]:
    """Record every time a child was missing or away in any period."""
    chance = Chance(seed, "missing")
    return [record for period in periods for record in away(chance.aside(), period)]


def away(chance: Chance, period: Period) -> Iterator[Record]:
    """Follow one child; the next time begins only after the child is back."""
    if not chance.yes(RUNS):
        return
    interval = RESTLESS_EVERY if chance.yes(RESTLESS) else EVERY
    when = max(period.start, birthday(period.child.born, 12)) + chance.along(EVERY)
    while when < min(period.end, LAST_DAY + 1):
        back = min(when + chance.along(LASTS), period.end)
        if back > FIRST_DAY:
            cells = (period.child.child_id, chance.one_of(KIND_SHARE), when, back, *talked(chance, back))
            yield Record("missing_episodes", when, back, cells, period.child.child_id)
        when = back + 1 + chance.along(interval)


def talked(chance: Chance, back: int) -> tuple[Cell, ...]:
    """Offer a talk to the child who is back; most accept."""
    offered = chance.yes(OFFERED)
    accepted = offered and chance.yes(ACCEPTED)
    return (
        (back, "Y" if offered else "N"),
        (back, "Y" if accepted else "N") if offered else "",
        back + chance.along(TALKED_AFTER) if accepted else None,
    )
