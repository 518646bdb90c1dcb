"""Reviewing officers: who holds which child, and what they do between reviews."""

from collections.abc import Iterator
from dataclasses import dataclass

from data.invention.care_periods import Period, told
from data.invention.chance import Chance
from data.invention.dated_record import NEVER, Record
from data.invention.ordinal_days import FIRST_WINDOW, LAST_DAY, day, first_day, working_day
from data.invention.people import Child
from data.invention.stories import (
    REVIEWERS,
    REVIEWERS_HEARD_AFTER,
    REVIEWERS_HEARD_BEFORE,
    REVIEWERS_LEAVE_AFTER_DAYS,
)

OFFICERS = 10
APPOINTED_AFTER = (0, 1, 2, 4, 8)
IN_TOUCH_EVERY = (120, 140, 155, 170, 180)
MIDWAY, ESCALATED = 0.4, 0.09
RESOLVED_AFTER = (4, 8, 13, 18, 24, 27, 60)


@dataclass(frozen=True, eq=False)
class Officer:
    """Name an officer, and the day from which there is none of that name."""

    officer_id: str
    gone: int


def all_officers() -> list[Officer]:
    """Name the officers; the last of them leave as the story says."""
    leave = [working_day(first_day(REVIEWERS.begins) + days) for days in REVIEWERS_LEAVE_AFTER_DAYS]
    ends = [NEVER] * (OFFICERS - len(leave)) + leave
    return [Officer(f"RO{number:02d}", end) for number, end in enumerate(ends, start=1)]


def reviewing_officers(seed: int, children: list[Child], periods: list[Period]) -> list[Record]:
    """Give each child in care or on a plan an officer, brothers and sisters the same, and another where one leaves."""
    chance, officers = Chance(seed, "reviewing officers"), all_officers()
    in_care: dict[Child, list[tuple[int, int]]] = {}
    for period in periods:
        in_care.setdefault(period.child, []).append((period.start, period.end))
    records = []
    for child in children:
        plans = [(plan.start, plan.end) for plan in child.plans if not plan.other_authority]
        for start, end in joined(plans + in_care.get(child, [])):
            for officer_id, first, last in spells(officers, child, start + chance.along(APPOINTED_AFTER), end):
                if last > FIRST_WINDOW and first < last and first <= LAST_DAY:
                    cells = (child.child_id, officer_id, first, last)
                    records.append(Record("reviewing_officers", first, last, cells, child.child_id))
    return records


def joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join spans of days that meet or overlap."""
    whole: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if whole and start <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return whole


def spells(officers: list[Officer], child: Child, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Give who holds a child from when until when: the family's officer, and whoever follows where that one leaves."""
    turn = min(int(sibling.child_id[1:]) for sibling in child.family.children if sibling.child_id)
    first = officers[turn % len(officers)]
    staying = [officer for officer in officers if officer.gone == NEVER]
    if start < first.gone:
        yield first.officer_id, start, min(end, first.gone)
    if end > first.gone:
        yield staying[turn // len(officers) % len(staying)].officer_id, max(start, first.gone), end


def between_reviews(seed: int, periods: list[Period]) -> list[Record]:
    """Let officers be in touch with children in care, look in on plans half-way, and take up concerns."""
    chance, officers, entries = Chance(seed, "between reviews"), all_officers(), []
    for period in periods:
        officers_in_turn = list(spells(officers, period.child, period.start, NEVER))
        for when, kind, resolved in done_between(chance.aside(), period):
            by = next(officer_id for officer_id, _, last in officers_in_turn if when < last)
            entries.append((when, period.child.child_id, kind, resolved, by))
    entries.sort(key=lambda entry: entry[:3])
    return [
        Record(
            "reviewing_officer_contacts",
            when,
            resolved or when,
            (f"RC{number:05d}", child_id, by, kind, when, resolved),
            child_id,
        )
        for number, (when, child_id, kind, resolved, by) in enumerate(entries, start=1)
    ]


def done_between(chance: Chance, period: Period) -> Iterator[tuple[int, str, int | None]]:
    """Give what was done for a child about every five months: the day, the kind, and when a concern was resolved."""
    last, when = min(period.end, LAST_DAY + 1), max(period.start, day(2021, 9, 1)) + chance.between(20, 120)
    while when < last:
        heard = REVIEWERS_HEARD_AFTER if when >= first_day(REVIEWERS.begins) + 30 else REVIEWERS_HEARD_BEFORE
        days = [working_day(when + chance.between(0, 20)) for _ in range(3)]
        resolved = working_day(days[2] + chance.along(RESOLVED_AFTER))
        done = ((days[0], "CHILD", heard), (days[1], "MIDWAY", MIDWAY), (days[2], "ESCALATION", ESCALATED))
        for date, kind, share in done:
            if chance.yes(share) and date < last and told(date):
                yield date, kind, resolved if kind == "ESCALATION" else None
        when += chance.along(IN_TOUCH_EVERY)
