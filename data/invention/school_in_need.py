"""School of children on a plan or in need: who goes to school as such, and how much they miss.

Whoever is looked after in a school year goes to school among looked-after children in all of it. Schools tell of every
child on a plan; of others in need only some of them do.
"""

from data.invention.chance import Chance
from data.invention.need import Case
from data.invention.ordinal_days import MONTHS, day, last_day
from data.invention.people import Child
from data.invention.school import Attendance, cared_for_between, possible_sessions, school_year, school_years

# The share of sessions missed, and how much of it without leave, in quantiles over children.
MISSED_ON_A_PLAN = (14, 32, 48, 64, 80, 98, 118, 144, 180, 230, 305, 420, 600, 920)
UNAUTHORISED_ON_A_PLAN = (15, 40, 60, 75, 92)
MISSED_IN_NEED = (8, 18, 28, 37, 46, 56, 68, 82, 100, 126, 165, 225, 330, 700)
UNAUTHORISED_IN_NEED = (10, 28, 46, 64, 88)
TOLD_OF = 0.25
"""The share of pupils in need without a plan of whom schools tell."""


def attendance_in_need(seed: int, cases: list[Case]) -> list[Attendance]:
    """Send every child of school age on a plan to school, and those others in need of whom schools tell."""
    chance, schools, places = Chance(seed, "school in need"), Chance(seed, "schools that tell"), {}
    told_of = {child: schools.yes(TOLD_OF) for child in dict.fromkeys(case.child for case in cases)}
    attendance: list[Attendance] = []
    for months in school_years():
        days = {counts_on(month) for month in months if month in MONTHS}
        pupils = dict.fromkeys(child for when in sorted(days) for child in in_need_on(cases, when))
        pupils = [child for child in pupils if not in_care_in(child, int(months[0][:4]))]
        planned = [child for child in pupils if any(on_a_plan(child, when) for when in days)]
        others = [child for child in pupils if told_of[child] and child not in planned]
        for group, *spread in (
            (planned, MISSED_ON_A_PLAN, UNAUTHORISED_ON_A_PLAN),
            (others, MISSED_IN_NEED, UNAUTHORISED_IN_NEED),
        ):
            sessions = {child: [possible_sessions(chance, child, month) for month in months] for child in group}
            attendance.extend(school_year(chance, sessions, months, places, *spread))
    return attendance


def counts_on(month: str) -> int:
    """Return the day that decides who is on a plan or in need: 31 March of the school year, before it the month end."""
    year, number = int(month[:4]), int(month[5:])
    return min(last_day(month), day(year + (number >= 9), 3, 31))


def in_need_on(cases: list[Case], when: int) -> dict[Child, None]:
    """Give the children whose case is open on a day, in the order of their referrals."""
    return dict.fromkeys(case.child for case in cases if case.opened and case.referred <= when < case.closed)


def on_a_plan(child: Child, when: int) -> bool:
    """Tell whether a child is on a plan on a day."""
    return any(plan.start <= when < plan.end for plan in child.plans)


def in_care_in(child: Child, year: int) -> bool:
    """Tell whether a child is looked after at any time in the school year that begins in a year, August included."""
    begins, ends = day(year, 9, 1), day(year + 1, 8, 31)
    return any(start <= ends and end > begins for start, end in cared_for_between(child))
