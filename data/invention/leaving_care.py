"""Leaving care: who is entitled to what, when the first pathway plan was made, and how often it was reviewed."""

from data.invention.chance import Chance
from data.invention.ordinal_days import LAST_DAY, birthday, first_day, months_after, working_day
from data.invention.people import Child, Leaving
from data.invention.place import LEAVING_CARE
from data.invention.stories import (
    SLIPPING,
    SLIPPING_FIRST_PLANS,
    SLIPPING_FIRST_PLANS_LATE_DAYS,
    SLIPPING_REVIEWS,
    SLIPPING_REVIEWS_LATE_DAYS,
    SLIPPING_TEAM,
)

ON_TIME, LATE, MUCH_LATE = "on time", "late", "much late"
FIRST_PLAN_SHARE = {ON_TIME: 71, LATE: 14, MUCH_LATE: 15}
BEFORE_DUE = (0, 2, 6, 15, 30, 50)
LATE_BY = (3, 10, 25, 45, 80, 130)
MUCH_LATE_BY = (200, 400, 700, 1100, 1800)
REVIEW_AFTER = (120, 148, 162, 171, 178, 182)
REVIEW_LATE = 0.45
REVIEW_LATE_BY = (8, 25, 55, 100, 190)
OPTS_IN = 0.58
SUPPORT_UNTIL_25 = 0.6
STAYS_QUALIFYING = 0.5
ADVISERS = {"Leaving Care 1": 8, "Leaving Care 2": 9}
"""How many personal advisers each team has."""
WITHOUT_ADVISER = 0.05

IN_TOUCH_SHARE = {"YES": 93, "NO": 4, "REFU": 1.5, "NREQ": 1.5}
ACTIVITY_SHARE = {
    "F1": 7,
    "F2": 23,
    "F4": 3,
    "F5": 18,
    "P2": 3,
    "P5": 6,
    "G4": 12,
    "G5": 23,
    "G6": 5,
}
HOME_SHARE = {"B1": 12, "D1": 26, "E1": 4, "U1": 30, "Z1": 12, "K1": 3, "T1": 2, "X2": 3, "S2": 2, "V2": 2, "U2": 2}


def leave_care(chance: Chance, child: Child, eligible_from: int | None, left: int) -> None:
    """Record a young person's entitlement from 16 on and keep the case open while support lasts."""
    if eligible_from is None:
        qualify(chance, child, left)
        return
    opted_in = chance.yes(OPTS_IN)
    ended = birthday(child.born, 25 if chance.yes(SUPPORT_UNTIL_25) else 22) if opted_in else birthday(child.born, 21)
    if opted_in and ended < birthday(child.born, 25):
        ended += chance.between(0, 900)
    leaving = child.leaving = Leaving(eligible_from, left, False, ended, opted_in)
    child.move(left, "CL", LEAVING_CARE)
    child.close(ended)
    slipping = child.family.team[LEAVING_CARE] == SLIPPING_TEAM
    plan_the_path(chance, leaving, max(birthday(child.born, 16), eligible_from), slipping)
    live_on(chance, child.born, leaving, min(left, birthday(child.born, 18)))


def qualify(chance: Chance, child: Child, left: int) -> None:
    """Support some of those who were looked after too briefly to be eligible."""
    if left < birthday(child.born, 16) or not chance.yes(STAYS_QUALIFYING):
        child.close(left)
        return
    ended = left + chance.between(120, 800)
    leaving = child.leaving = Leaving(left, left, True, ended, False)
    child.move(left, "CL", LEAVING_CARE)
    child.close(ended)
    live_on(chance, child.born, leaving, left)


def plan_the_path(chance: Chance, leaving: Leaving, from_day: int, slipping: bool) -> None:
    """Write the first pathway plan, due 3 months on, and the reviews that follow it."""
    due = months_after(from_day, 3)
    leaving.plan_date = max(first_plan(chance, due, slipping), leaving.eligible_from)
    last = leaving.plan_date
    while last < min(LAST_DAY, leaving.support_ended):
        last = next_review(chance, last, slipping)
        leaving.reviews.append(last)


def first_plan(chance: Chance, due: int, slipping: bool) -> int:
    """Find the day of the first plan: most in time, some late, some not for years, and one team slips."""
    if slipping and due >= first_day(SLIPPING.begins) and chance.yes(SLIPPING_FIRST_PLANS):
        return working_day(due + chance.between(*SLIPPING_FIRST_PLANS_LATE_DAYS))
    manner = chance.one_of(FIRST_PLAN_SHARE)
    if manner == ON_TIME:
        return working_day(due - 3 - chance.along(BEFORE_DUE))
    return working_day(due + chance.along(LATE_BY if manner == LATE else MUCH_LATE_BY))


def next_review(chance: Chance, last: int, slipping: bool) -> int:
    """Find the day of the next review, due within 6 months of the last."""
    review = last + chance.along(REVIEW_AFTER)
    if slipping and review >= first_day(SLIPPING.begins) and chance.yes(SLIPPING_REVIEWS):
        review += chance.between(*SLIPPING_REVIEWS_LATE_DAYS)
    elif chance.yes(REVIEW_LATE):
        review += chance.along(REVIEW_LATE_BY)
    return working_day(review)


def live_on(chance: Chance, born: int, leaving: Leaving, from_day: int) -> None:
    """Draw contact, home and activity for each year of age; three years in four go on as before."""
    year = year_of_life(chance)
    for age in range(16, 26):
        if birthday(born, age + 1) > from_day and birthday(born, age) <= leaving.support_ended:
            leaving.years[age] = year
            year = year if chance.yes(0.7) else year_of_life(chance)


def year_of_life(chance: Chance) -> tuple[str, str, str]:
    """Draw whether in touch, where the young person lives and what they do."""
    in_touch = chance.one_of(IN_TOUCH_SHARE)
    if in_touch in ("NO", "REFU"):
        return in_touch, "R2", "0"
    return in_touch, chance.one_of(HOME_SHARE), chance.one_of(ACTIVITY_SHARE)


def find_advisers(seed: int, children: list[Child]) -> None:
    """Give young people a personal adviser of their team; a few have none."""
    chance = Chance(seed, "advisers")
    for child in children:
        if child.leaving and not chance.yes(WITHOUT_ADVISER):
            team = child.family.team[LEAVING_CARE]
            child.leaving.adviser = f"PA{team[-1]}{chance.between(1, ADVISERS[team]):02d}"
