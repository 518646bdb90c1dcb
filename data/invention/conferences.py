"""Review conferences of child protection plans: first within 3 months, then within 6; the last ends the plan.

Each conference sets the day by which the next is due, and so it is on record, but for a few that are forgotten.
"""

from collections.abc import Iterator

from data.invention.chance import Chance
from data.invention.dated_record import NEVER, Record
from data.invention.ordinal_days import FIRST_WINDOW, LAST_DAY, birthday, iso, months_after, working_day
from data.invention.people import Child, Plan

BEFORE_DUE = (2, 4, 7, 12, 20)
LATE, LATE_BY = 0.045, (3, 8, 20, 45)
ENDED_BY_A_REVIEW_FROM, LAST_REVIEW_WITHIN = 70, 14
"""Days after the last conference from which a plan that ended was ended by one, and how late that may have been."""
QUORATE, PARENT_CAME = 0.95, 0.86
FORGOTTEN = 0.012
TOOK_PART = {"PN1": 11, "PN2": 6, "PN3": 2, "PN4": 3, "PN5": 17, "PN6": 29, "PN7": 32}


def review_conferences(seed: int, children: list[Child]) -> list[Record]:
    """Hold the review conferences of every plan of ours that may be told of; brothers and sisters share theirs."""
    records, families = [], {id(child.family): number for number, child in enumerate(children)}
    for child in children:
        for plan in child.plans:
            if not plan.other_authority and plan.end > FIRST_WINDOW and plan.start <= LAST_DAY:
                shared = Chance(seed, f"review conferences/{families[id(child.family)]}/{plan.start}")
                own = Chance(seed, f"took part/{plan.plan_id}")
                set_down = Chance(seed, f"next review/{plan.plan_id}")
                for number, days in enumerate(reviews(shared, plan), start=1):
                    records.append(told(own, set_down, plan, number, *days))
    return records


def reviews(chance: Chance, plan: Plan) -> Iterator[tuple[int, int, int]]:
    """Give when each review was set down, when it is due, and when it was held or would have been."""
    last, months = plan.start, 3
    while last <= LAST_DAY:
        due = months_after(last, months)
        early, late = chance.along(BEFORE_DUE), chance.along(LATE_BY) if chance.yes(LATE) else 0
        if plan.end <= due + LAST_REVIEW_WITHIN:
            yield last, due, plan.end if plan.end >= last + ENDED_BY_A_REVIEW_FROM else NEVER
            return
        held_on = working_day(due + late if late else due - early)
        yield last, due, held_on
        last, months = held_on, 6


def told(chance: Chance, set_down: Chance, plan: Plan, number: int, last: int, due: int, held: int) -> Record:
    """Write a review: what was decided there is known once it was held; one that a plan did not live to see is gone."""
    child = plan.child
    part_taken = chance.one_of(TOOK_PART)
    begins = min(due, held) if set_down.yes(FORGOTTEN) else last
    cells = (
        f"{plan.plan_id}-{number}",
        plan.plan_id,
        child.child_id,
        iso(due),
        held,
        (held, "Y" if chance.yes(QUORATE) else "N"),
        (held, "PN0" if held < birthday(child.born, 4) else part_taken),
        (held, "Y" if chance.yes(PARENT_CAME) else "N"),
        (held, "N" if held == plan.end else "Y"),
    )
    over, gone = (plan.end, plan.end) if held == NEVER else (max(plan.end, held), NEVER)
    return Record("cp_reviews", begins, over, cells, child.child_id, gone)
