"""Child protection: conferences make plans for brothers and sisters together, reviews end them, some come back."""

from data.invention.care import taken_into_care
from data.invention.chance import Chance
from data.invention.families import under
from data.invention.ordinal_days import LAST_DAY, birthday, first_day, months_after, working_day
from data.invention.people import Child, Family, Plan
from data.invention.place import ASSESSMENT, LOCALITIES
from data.invention.stories import (
    DRIFT,
    DRIFT_LONG_PLANS_ENDED,
    DRIFT_LONG_PLANS_WITHIN_DAYS,
    DRIFT_PLANS_KEPT_SHORT,
)

ENDS_AT_REVIEW = {1: 18, 2: 38, 3: 21, 4: 10, 5: 5, 6: 3.4, 7: 2.3, 8: 1.5, 9: 0.8}
"""Of 100 plans, how many end at the first review, the second …"""
TAKEN_INTO_CARE = 0.125
COMES_BACK = 0.155
GAP_BEFORE_COMING_BACK = (60, 180, 330, 600, 1000, 1800)
STEPPED_DOWN_FOR = (40, 90, 130, 190, 330)
CATEGORY_SHARE = {"NEG": 44, "EMO": 38, "PHY": 10, "SAB": 4, "MUL": 4}


def protect(chance: Chance, family: Family, conference: int) -> None:
    """Make plans for the family's children, then step them down or take them into care; perhaps begin again."""
    children = [child for child in family.children if child.born - conference < 100 and under(child, conference, 17)]
    if conference > LAST_DAY + 120 or not children:
        return
    assessed_before(chance, children, conference)
    category = chance.one_of(CATEGORY_SHARE)
    ends = plan_ends(chance, conference)
    removed = (
        conference + chance.between(15, 300)
        if chance.one_of({True: TAKEN_INTO_CARE, False: 1 - TAKEN_INTO_CARE}, steady="into care")
        else None
    )
    for child in children:
        own_ends = ends if chance.yes(0.88) else plan_ends(chance, conference)
        plan = Plan(child, conference, own_ends, category, category, conference, len(child.plans) + child.earlier_plans)
        if chance.yes(0.12):
            plan.category, plan.recategorised = chance.one_of(CATEGORY_SHARE), conference + chance.between(60, 250)
        child.plans.append(plan)
        child.move(conference, "CP", LOCALITIES)
        go_on(chance, child, plan, removed)
    if removed is None and chance.one_of({True: COMES_BACK, False: 1 - COMES_BACK}, steady="back"):
        closed = max(child.moves[-1][0] for child in children)
        protect(chance, family, working_day(closed + chance.along(GAP_BEFORE_COMING_BACK)))


def go_on(chance: Chance, child: Child, plan: Plan, removed: int | None) -> None:
    """Take the child from the plan to what comes next: care, adulthood, or a step down to child in need."""
    last = birthday(child.born, 18) - 1
    if removed is not None and child.born <= removed < min(plan.end, last - 60):
        # The plan is usually ended at once; now and then it waits for the next review.
        plan.end = removed if chance.yes(0.7) else min(plan.end, removed + chance.between(7, 40))
        taken_into_care(chance, child, removed)
    elif plan.end >= last:
        plan.end = last
        child.close(last)
    else:
        child.move(plan.end, "CIN", LOCALITIES)
        child.close(min(plan.end + chance.along(STEPPED_DOWN_FOR), last))


def assessed_before(chance: Chance, children: list[Child], conference: int) -> None:
    """Begin with the referral; for a third of families a time as children in need lies between."""
    in_need_for = chance.between(40, 240) if chance.yes(0.33) else 0
    transferred = conference - in_need_for
    referred = working_day(transferred - chance.between(24, 52))
    for child in children:
        if child.moves and child.moves[-1][0] >= referred:
            child.moves.pop()
            continue
        child.move(referred, "ASS", ASSESSMENT)
        if in_need_for:
            child.move(transferred, "CIN", LOCALITIES)


def plan_ends(chance: Chance, start: int) -> int:
    """Find the review at which the plan ends: 3 months after the conference, then each half year or sooner."""
    review = start + chance.between(78, 91)
    for _ in range(chance.one_of(ENDS_AT_REVIEW, steady="plan ends") - 1):
        review += chance.between(145, 180)
    return against_drift(chance, start, working_day(review))


def against_drift(chance: Chance, start: int, end: int) -> int:
    """Let the planted campaign bring the end of a long plan forward."""
    begins = first_day(DRIFT.begins)
    two_years = months_after(start, 24)
    if end <= max(begins, two_years):
        return end
    if two_years <= begins + 60:
        if chance.yes(DRIFT_LONG_PLANS_ENDED):
            return min(end, working_day(begins + chance.between(5, DRIFT_LONG_PLANS_WITHIN_DAYS)))
    elif chance.yes(DRIFT_PLANS_KEPT_SHORT):
        return max(working_day(two_years - chance.between(10, 100)), begins)
    return end


def plan_of_another_authority(chance: Chance, family: Family, moved_in: int) -> None:
    """Let a family move in whose plans another authority holds until they move on or the plans end."""
    ends = working_day(moved_in + chance.between(50, 150))
    for child in family.children:
        if child.born <= moved_in and under(child, ends, 18):
            category = chance.one_of(CATEGORY_SHARE)
            child.plans.append(
                Plan(child, moved_in, ends, category, category, moved_in, child.earlier_plans, other_authority=True)
            )
            child.move(moved_in, "CIN", LOCALITIES)
            child.close(ends + chance.between(0, 30))
