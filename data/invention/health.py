"""The health of looked-after children: assessments, checks and questionnaires, each on its day; and convictions."""

from collections.abc import Iterator

from data.invention.care_periods import Period, told
from data.invention.chance import Chance
from data.invention.dated_record import Cell, Record
from data.invention.ordinal_days import birthday, first_day, working_day
from data.invention.place import CARE_PLANNING
from data.invention.stories import (
    CLINICS,
    CLINICS_SHARE,
    UNASSESSED,
    UNASSESSED_LATE_DAYS,
    UNASSESSED_SHARE,
    UNASSESSED_TEAM,
)

FIRST_IN_TIME = (7, 12, 16, 19, 22, 24)
FIRST_LATE = (32, 38, 47, 60, 90)
FIRST_SHARE = {"in time": 78, "late": 17, "never": 5}
REVIEW_EVERY = {True: (140, 158, 166, 172, 178, 181), False: (300, 325, 340, 350, 358, 364)}
"""Days between review assessments of the under-fives, and of all others."""
REVIEW_LATE = 0.12
REVIEW_LATE_BY = (10, 30, 60, 120)
GRADE_SHARE = {"O": 6, "G": 50, "RI": 30, "I": 5, "": 9}
DENTIST_AFTER = (30, 60, 110, 170)
DENTIST_EVERY = (150, 220, 290, 340, 380, 560)
VACCINATED_EVERY = (180, 280, 320, 350, 400, 640)
DEVELOPED_EVERY = (120, 200, 280, 330, 420)
ASKED_EVERY = (300, 330, 345, 360, 380, 470)
SCORES = (1, 4, 7, 9, 11, 13, 15, 17, 20, 24, 33)
NO_SCORE = {"SDQ2": 45, "SDQ3": 10, "SDQ4": 15, "SDQ5": 30}
SCORED = 0.9
SUBSTANCES = 0.08
"""The share of young people of 12 and over with whom misuse is found in a year."""
CONVICTED = 0.05
"""The share of young people of 13 and over who are convicted or cautioned in a year."""


def health_events(seed: int, periods: list[Period]) -> list[Record]:
    """Tell every event of every period, and number them in the order in which they were done."""
    chance = Chance(seed, "health")
    events = sorted(
        (event for period in periods for event in events_of(chance.aside(), period)), key=lambda event: event[:3]
    )
    return [
        Record("lac_health", when, when, (f"H{number:05d}", child_id, kind, when, *cells), child_id)
        for number, (when, child_id, kind, cells) in enumerate(events, start=1)
    ]


def events_of(chance: Chance, period: Period) -> Iterator[tuple[int, str, str, tuple[Cell, ...]]]:
    """Give the events of a period that can be told: day, child, kind, and what was found."""
    appointments = [
        *assessments(chance, period),
        *regular(chance, period, "DENTAL", DENTIST_EVERY, birthday(period.child.born, 2)),
        *regular(chance, period, "IMM", VACCINATED_EVERY, period.start),
        *regular(chance, period, "DEV", DEVELOPED_EVERY, period.start, birthday(period.child.born, 5)),
        *questionnaires(chance, period),
        *substances(chance, period),
        *convictions(chance, period),
    ]
    for when, kind, cells in appointments:
        if when < period.end and told(when):
            yield when, period.child.child_id, kind, cells


def assessments(chance: Chance, period: Period) -> Iterator[tuple[int, str, tuple[Cell, ...]]]:
    """Assess a child on coming into care, and review it every half year until 5, then every year."""
    when = first_assessed(chance, period)
    if when is not None:
        yield when, "IHA", report(chance)
    last = when or period.start
    while last < period.end:
        young = last < birthday(period.child.born, 5)
        last += chance.along(REVIEW_EVERY[young]) + (chance.along(REVIEW_LATE_BY) if chance.yes(REVIEW_LATE) else 0)
        last = clinic_day(chance, last)
        yield last, "RHA", report(chance)


def first_assessed(chance: Chance, period: Period) -> int | None:
    """Find the day of the initial assessment, if there is one; one team falls behind."""
    manner, luck = chance.one_of(FIRST_SHARE), chance.random()
    late_team = period.child.family.team[CARE_PLANNING] == UNASSESSED_TEAM
    if late_team and period.start >= first_day(UNASSESSED.begins) and luck < UNASSESSED_SHARE:
        return working_day(period.start + chance.between(*UNASSESSED_LATE_DAYS))
    if manner == "never":
        return None
    return working_day(period.start + chance.along(FIRST_IN_TIME if manner == "in time" else FIRST_LATE))


def clinic_day(chance: Chance, when: int) -> int:
    """Find a working day, or a Saturday once there are clinics on Saturdays."""
    saturday = when - (when - 6) % 7
    if chance.yes(CLINICS_SHARE) and saturday >= first_day(CLINICS.begins):
        return saturday
    return working_day(when)


def report(chance: Chance) -> tuple[Cell, ...]:
    """Grade the report of an assessment; some are not graded."""
    return ("", "", "", "", chance.one_of(GRADE_SHARE))


def regular(
    chance: Chance, period: Period, kind: str, every: tuple[int, ...], start: int, until: int | None = None
) -> Iterator[tuple[int, str, tuple[Cell, ...]]]:
    """Repeat a check as long as care lasts, or until an age."""
    when = max(period.start, start) + chance.along(DENTIST_AFTER)
    while when < min(period.end, until or period.end):
        yield working_day(when), kind, ("",) * 5
        when += chance.along(every)


def questionnaires(chance: Chance, period: Period) -> Iterator[tuple[int, str, tuple[Cell, ...]]]:
    """Ask the carer of a child of 5 to 16 every year; the score moves a little from year to year."""
    place, born = chance.random(), period.child.born
    when = max(period.start + chance.between(60, 300), birthday(born, 5))
    while when < min(period.end, birthday(born, 16) + 150):
        place = min(max(place + 0.2 * (chance.random() - 0.5), 0.0), 0.999)
        score, reason = str(int(SCORES[int(place * 10)] + chance.between(0, 2))), chance.one_of(NO_SCORE)
        yield working_day(when), "SDQ", (score, "", "", "", "") if chance.yes(SCORED) else ("", reason, "", "", "")
        when += chance.along(ASKED_EVERY)


def substances(chance: Chance, period: Period) -> Iterator[tuple[int, str, tuple[Cell, ...]]]:
    """Find misuse of substances with a few young people, and offer them help."""
    when = max(period.start, birthday(period.child.born, 12)) + chance.between(0, 365)
    while when < period.end:
        if chance.yes(SUBSTANCES):
            received = chance.yes(0.6)
            offered = "" if received else "Y" if chance.yes(0.8) else "N"
            yield working_day(when), "SUBSTANCE", ("", "", "Y" if received else "N", offered, "")
        when += 365


def convictions(chance: Chance, period: Period) -> Iterator[tuple[int, str, tuple[Cell, ...]]]:
    """Convict or caution a few young people."""
    when = max(period.start, birthday(period.child.born, 13)) + chance.between(0, 365)
    while when < period.end:
        if chance.yes(CONVICTED):
            yield working_day(when), "CONVICTED", ("", "", "", "", "")
        when += 365
