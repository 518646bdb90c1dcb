"""Pathway plans, as an extract of their own: the same plans and reviews that the care leavers extract tells of."""

from collections.abc import Iterator

from data.invention.chance import Chance
from data.invention.dated_record import Record
from data.invention.ordinal_days import FIRST_WINDOW, LAST_DAY, birthday, iso, months_after, working_day
from data.invention.people import Child, Leaving
from data.invention.place import LEAVING_CARE

ASSESSED_IN_TIME = 0.88
ASSESSED_BEFORE_DUE = (2, 8, 16, 30, 50)
ASSESSED_BEFORE_PLAN = (6, 14, 25, 40)
APPROVED, VIEWS = 0.94, 0.86


def pathway_plans(seed: int, children: list[Child]) -> list[Record]:
    """Write every plan with its latest review, and number the plans in order of the children."""
    chance = Chance(seed, "pathway plans")
    owed = [child for child in children if child.leaving and not child.leaving.qualifying]
    return [
        record
        for number, child in enumerate(owed, start=1)
        for record in plan_of(chance.aside(), child, child.leaving, f"PP{number:05d}")
    ]


def plan_of(chance: Chance, child: Child, leaving: Leaving | None, plan_id: str) -> Iterator[Record]:
    """Give a plan as it stood from its assessment to the first review, and from each review to the next."""
    if leaving is None or leaving.plan_date is None:
        return
    plan, assessed = leaving.plan_date, assessed_on(chance, child, leaving)
    views, approved = chance.yes(VIEWS), chance.yes(APPROVED)
    reviews = [when for when in leaving.reviews if plan < when < leaving.support_ended]
    for latest, following in zip([None, *reviews], [*reviews, None], strict=True):
        begins, until = latest or assessed, following or leaving.support_ended + 366
        if begins > LAST_DAY or until <= FIRST_WINDOW or begins >= leaving.support_ended:
            continue
        due = iso(months_after(latest or plan, 6)) if latest or plan <= LAST_DAY else ""
        cells = (
            plan_id,
            child.child_id,
            assessed,
            plan if plan <= leaving.support_ended else None,
            iso(latest),
            (plan, due),
            (plan, "Y" if approved else "N"),
            (plan, "Y" if views else "N"),
            child.family.team[LEAVING_CARE],
        )
        yield Record("pathway_plans", begins, leaving.support_ended, cells, child.child_id, until)


def assessed_on(chance: Chance, child: Child, leaving: Leaving) -> int:
    """Find the day the assessment of needs was done: mostly in time, even where the plan was not."""
    plan = leaving.plan_date or leaving.eligible_from
    due = months_after(max(birthday(child.born, 16), leaving.eligible_from), 3)
    if chance.yes(ASSESSED_IN_TIME):
        return min(max(working_day(due - 3 - chance.along(ASSESSED_BEFORE_DUE)), leaving.eligible_from), plan)
    return max(min(working_day(plan - chance.along(ASSESSED_BEFORE_PLAN)), plan), leaving.eligible_from)
