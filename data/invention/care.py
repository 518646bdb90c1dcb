"""A period of care: how long it lasts, why it ends, and what the child goes on to."""

from data.invention.chance import Chance
from data.invention.episodes import ADOPTED, Path, write_episodes
from data.invention.leaving_care import leave_care
from data.invention.ordinal_days import LAST_DAY, birthday
from data.invention.people import Child
from data.invention.place import CARE_PLANNING, LEAVING_CARE, LOCALITIES

SHORT, MIDDLE, LONG, ALONE, REMAND = "short", "middle", "long", "alone", "remand"
# How a period of care goes, by the age at which it begins.
COURSE_BY_AGE = {
    4: {SHORT: 24, MIDDLE: 68, LONG: 8},
    9: {SHORT: 26, MIDDLE: 38, LONG: 36},
    13: {SHORT: 30, MIDDLE: 30, LONG: 40},
    15: {SHORT: 37, MIDDLE: 26, LONG: 34, REMAND: 3},
    17: {SHORT: 56, MIDDLE: 6, LONG: 34, REMAND: 4},
}
STAY = {
    SHORT: (3, 12, 30, 60, 110, 200),
    MIDDLE: (150, 260, 360, 480, 640, 900),
    REMAND: (10, 25, 45, 90, 160),
}
ADOPTION_TAKES = (480, 560, 640, 720, 900)
HOME_REASON = {"E4A": 66, "E4B": 20, "E13": 5, "E8": 6, "E3": 3}
SETTLED_REASON_YOUNG = {"E12": 15, "E11": 4, "E45": 6, "E46": 2, "E47": 20, "E48": 3, "E41": 10, "E4A": 34, "E3": 4}
SETTLED_REASON = {"E45": 7, "E47": 13, "E41": 10, "E4A": 50, "E4B": 8, "E13": 6, "E3": 4, "E8": 2}
REMAND_REASON = {"E14": 60, "E9": 30, "E4A": 10}
AT_HOME = ("E4A", "E4B", "E13", "E8", "E14", "E9")
RETURNS_TO_CARE = 0.1


def taken_into_care(chance: Chance, child: Child, when: int) -> None:
    """Begin a period of care and follow the child through it and out of it."""
    if when > LAST_DAY or when > birthday(child.born, 18) - 25 or when < child.born:
        return
    course = ALONE if child.unaccompanied else course_for(chance, child, when)
    ends, reason = how_it_ends(chance, child, when, course)
    write_episodes(chance.aside(), child, Path(course, when, ends, reason))
    child.move(when, "CLA", CARE_PLANNING)
    eligible_from = eligible(child, when, ends)
    if eligible_from:
        child.move(eligible_from, "CLA", LEAVING_CARE)
    if eligible_from or ends >= birthday(child.born, 16):
        leave_care(chance, child, eligible_from, ends)
    else:
        return_home(chance, child, ends, reason)


def course_for(chance: Chance, child: Child, when: int) -> str:
    """Draw the course of the period by the age at which it begins."""
    for age, weights in COURSE_BY_AGE.items():
        if when < birthday(child.born, age + 1):
            return chance.one_of(weights, steady=f"course at {age}")
    return SHORT


def how_it_ends(chance: Chance, child: Child, when: int, course: str) -> tuple[int, str]:
    """Find the day the period ends and the reason; nobody is looked after beyond 18."""
    adult = birthday(child.born, 18)
    ends = adult if course in (LONG, ALONE) else when + chance.along(STAY[course])
    if ends >= adult - 20:
        return adult, "E17"  # where to is settled by the last placement
    if course == MIDDLE:
        young = ends < birthday(child.born, 6)
        reason = chance.one_of(SETTLED_REASON_YOUNG if young else SETTLED_REASON)
        return (when + chance.along(ADOPTION_TAKES) if reason in ADOPTED else ends), reason
    return ends, chance.one_of(HOME_REASON if course == SHORT else REMAND_REASON)


def eligible(child: Child, start: int, end: int) -> int | None:
    """Find the day the young person becomes eligible: 16, and looked after for 13 weeks since 14."""
    fourteen = birthday(child.born, 14)
    days_before = sum(
        max(0, period_end - max(period_start, fourteen)) for period_start, period_end in periods(child, start)
    )
    reached = max(start, fourteen) + max(0, 91 - days_before)
    first = max(reached, birthday(child.born, 16))
    return first if first < end - 1 else None


def periods(child: Child, before: int) -> list[tuple[int, int]]:
    """List the episodes that ended before a day, short breaks left out."""
    return [(e.start, e.end) for e in child.episodes if e.end <= before and e.legal_status not in ("V3", "V4")]


def return_home(chance: Chance, child: Child, ended: int, reason: str) -> None:
    """Support a child who went home for a while, and take some back into care."""
    if reason not in AT_HOME:
        child.close(ended)
        return
    child.move(ended, "CIN", LOCALITIES)
    closed = min(ended + chance.between(60, 270), birthday(child.born, 18) - 1)
    again = ended + chance.between(20, 400)
    if chance.yes(RETURNS_TO_CARE) and again < birthday(child.born, 17):
        if closed < again:
            child.close(closed)
        taken_into_care(chance, child, again)
    else:
        child.close(closed)
