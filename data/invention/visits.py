"""Visits of social workers: the case system holds only the latest one to each child."""

from collections.abc import Iterator

from data.invention.care_periods import Period
from data.invention.chance import Chance
from data.invention.dated_record import Record
from data.invention.ordinal_days import FIRST_WINDOW, LAST_DAY, working_day
from data.invention.people import Child, Plan

FIRST_AFTER = (1, 2, 4, 5, 6, 7)
IN_CARE_EVERY = (24, 29, 33, 36, 39, 41)
FOR_GOOD_EVERY = (50, 64, 74, 82, 87, 90)
UNDER_A_PLAN_EVERY = (5, 7, 8, 10, 12, 13)
LATE = 0.07
LATE_BY = (6, 12, 20, 45)
SEEN, ALONE_IN_CARE, ALONE_UNDER_A_PLAN = 0.98, 0.86, 0.74
FOR_GOOD = ("U1", "U4")
A_YEAR = 365


def visits(seed: int, children: list[Child], periods: list[Period]) -> list[Record]:
    """Pay every visit that was the latest at the end of some month, and number them in order."""
    in_care, under_a_plan = Chance(seed, "visits in care"), Chance(seed, "visits under a plan")
    rows = [row for period in periods for row in paid(in_care, period.child, "CLA", visited_in_care(in_care, period))]
    for child in children:
        for plan in child.plans:
            if not plan.other_authority:
                rows += paid(under_a_plan, child, "CP", visited_under_a_plan(under_a_plan, plan))
    return [
        Record("visits", when, until, (f"V{number:06d}", child_id, kind, when, seen, alone), child_id, until)
        for number, (when, until, child_id, kind, seen, alone) in enumerate(sorted(rows), start=1)
    ]


def paid(chance: Chance, child: Child, kind: str, days: Iterator[int]) -> Iterator[tuple[int, int, str, str, str, str]]:
    """Give each visit with the day of the next one, or the day on which visits ended."""
    all_days = list(days)
    share = ALONE_IN_CARE if kind == "CLA" else ALONE_UNDER_A_PLAN
    for when, until in zip(all_days, all_days[1:], strict=False):
        seen = chance.yes(SEEN)
        alone = seen and chance.yes(share)
        if until > FIRST_WINDOW and when <= LAST_DAY:
            yield when, until, child.child_id, kind, "Y" if seen else "N", "Y" if alone else "N"


def visited_in_care(chance: Chance, period: Period) -> Iterator[int]:
    """Visit within a week of each placement, then every six weeks, or three months where it is meant to last."""
    homes = [episode for episode in period.episodes if episode.reason_started in ("S", "P", "B")]
    for home, next_home in zip(homes, [*homes[1:], None], strict=True):
        ends = next_home.start if next_home else period.end
        when = working_day(home.start + chance.along(FIRST_AFTER) + late(chance))
        while when < min(ends, LAST_DAY + 200):
            yield when
            settled = period.placement_on(when).placement in FOR_GOOD and when >= home.start + A_YEAR
            interval = FOR_GOOD_EVERY if settled else IN_CARE_EVERY
            when = working_day(when + chance.along(interval) + late(chance))
    yield period.end


def visited_under_a_plan(chance: Chance, plan: Plan) -> Iterator[int]:
    """Visit a child under a plan every ten working days."""
    when = working_day(plan.start + chance.between(2, 8))
    while when < min(plan.end, LAST_DAY + 60):
        yield when
        when = working_day(when + chance.along(UNDER_A_PLAN_EVERY) + late(chance))
    yield plan.end


def late(chance: Chance) -> int:
    """Let one visit in fourteen come later than it would have."""
    return chance.along(LATE_BY) if chance.yes(LATE) else 0
