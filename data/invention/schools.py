"""Beside attendance: schools and special needs, a personal education plan each term, and suspensions."""

from collections.abc import Iterator
from dataclasses import replace

from data.invention.care_periods import Period
from data.invention.chance import Chance
from data.invention.dated_record import Record
from data.invention.ordinal_days import LAST_DAY, birthday, day, iso, working_day
from data.invention.school import Attendance
from data.invention.stories import APPOINTMENTS_AFTER, APPOINTMENTS_BEFORE, CLINICS

SPECIAL_NEEDS_SHARE = {"N": 42, "K": 26, "E": 32}
SCHOOLS = 60
MOVES = 0.009
"""The chance of another school from one month to the next within a school year."""

FIRST_YEAR, LAST_YEAR = 2022, 2026
TERMS = (("AUT", 0, (9, 1), (12, 20)), ("SPR", 1, (1, 1), (3, 31)), ("SUM", 1, (4, 1), (7, 22)))
"""Each term with the years after the September of its school year, its first day and its last."""
IN_TIME = 0.86
BEFORE_DUE = (1, 5, 10, 16, 24)
LATE_BY = (5, 12, 25, 60)
NEVER = 0.25
"""The share of plans not held in time that are not held at all."""
GRADE_SHARE = {"O": 9, "G": 57, "RI": 22, "I": 3, "": 9}
TOOK_PART = 0.83
SUSPENDED = 0.2
"""The share of pupils of 11 to 15 who are suspended in a school year, some of them more than once."""
AGAIN = 0.35
SESSIONS = (1, 2, 4, 6, 10, 18)
EXCLUDED = 0.03


def at_school(seed: int, attendance: list[Attendance]) -> list[Attendance]:
    """Say of every month which school it was, what the child needs there, and what was lost to appointments."""
    chance = Chance(seed, "at school")
    needs: dict[str, str] = {}
    schools: dict[tuple[str, int], int] = {}
    rows = []
    for row in attendance:
        child, year = row.child.child_id, int(row.period[:4]) - (row.period[5:] < "09")
        school = schools.get((child, year))
        if school is None or chance.yes(MOVES):
            school = chance.between(1, SCHOOLS)
        schools[child, year] = school
        needs.setdefault(child, chance.one_of(SPECIAL_NEEDS_SHARE))
        has_appointments = chance.yes(APPOINTMENTS_BEFORE if row.period < CLINICS.begins else APPOINTMENTS_AFTER)
        lost = min(row.authorised, chance.between(1, 2)) if has_appointments else 0
        rows.append(replace(row, appointments=lost, school=f"{100_000 + school}", special_needs=needs[child]))
    return rows


def education_plans(seed: int, periods: list[Period]) -> list[Record]:
    """Plan for every child of school age in care in a term, and number the plans as they fell due."""
    chance = Chance(seed, "education plans")
    plans = [plan for period in periods for plan in plans_of(chance.aside(), period)]
    in_order = sorted(plans, key=lambda plan: (plan[0], plan[3]))
    return [
        Record(
            "peps",
            begins,
            max(due, held_on or due),
            (f"E{number:05d}", child_id, term, iso(due), held_on, (held_on or 0, grade), (held_on or 0, part)),
            child_id,
        )
        for number, (due, begins, held_on, child_id, term, grade, part) in enumerate(in_order, start=1)
    ]


def plans_of(chance: Chance, period: Period) -> Iterator[tuple]:
    """Give the plan of each term in which the child is of school age and looked after."""
    for year in range(FIRST_YEAR - 1, LAST_YEAR + 1):
        if not of_school_age(period, year):
            continue
        for term, later, first, last in TERMS:
            begins, ends = day(year + later, *first), day(year + later, *last)
            due = working_day(max(begins + 45, period.start + 28))
            if begins > LAST_DAY or due > ends or not period.start <= due < period.end:
                continue
            yield planned(chance, period, term, max(begins, period.start), due, ends)


def planned(chance: Chance, period: Period, term: str, begins: int, due: int, ends: int) -> tuple:
    """Hold a plan in time, late, or not at all; one that was held is graded, as a rule."""
    held_on: int | None = working_day(max(due - chance.along(BEFORE_DUE), begins))
    if not chance.yes(IN_TIME):
        held_on = None if chance.yes(NEVER) else working_day(due + chance.along(LATE_BY))
    if held_on and (held_on > ends or held_on >= period.end):
        held_on = None
    grade, part = chance.one_of(GRADE_SHARE), "Y" if chance.yes(TOOK_PART) else "N"
    marks = (grade, part) if held_on else ("", "")
    return due, begins, held_on, period.child.child_id, term, *marks


def of_school_age(period: Period, year: int) -> bool:
    """Tell whether the child is 5 to 15 when a school year begins."""
    begins = day(year, 8, 31)
    return birthday(period.child.born, 5) <= begins < birthday(period.child.born, 16)


def exclusions(seed: int, periods: list[Period]) -> list[Record]:
    """Suspend a few pupils, and exclude fewer, and number what happened in order."""
    chance = Chance(seed, "exclusions")
    rows = sorted(row for period in periods for row in suspended(chance.aside(), period))
    return [
        Record("exclusions", when, when, (f"X{number:04d}", child_id, kind, when, sessions), child_id)
        for number, (when, child_id, kind, sessions) in enumerate(rows, start=1)
    ]


def suspended(chance: Chance, period: Period) -> Iterator[tuple[int, str, str, str]]:
    """Give the suspensions of a child of 11 to 15 in care, year by year."""
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        going_on = of_school_age(period, year) and birthday(period.child.born, 11) <= day(year, 8, 31)
        going_on = going_on and chance.yes(SUSPENDED)
        when = day(year, 9, 10) + chance.between(0, 270)
        while going_on and when < day(year + 1, 7, 15):
            when = working_day(when)
            if period.start <= when < period.end:
                out = chance.yes(EXCLUDED)
                yield when, period.child.child_id, "PERM" if out else "SUSP", "" if out else str(chance.along(SESSIONS))
            going_on, when = chance.yes(AGAIN), when + chance.between(8, 60)
