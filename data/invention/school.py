"""School: the sessions children could attend, and those they missed; here of looked-after children."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data.invention.chance import Chance, at_place
from data.invention.ordinal_days import MONTHS, birthday, day, first_day, last_day, months_from
from data.invention.people import Child

SCHOOL_DAYS = {9: 20, 10: 18, 11: 20, 12: 15, 1: 20, 2: 15, 3: 20, 4: 12, 5: 16, 6: 20, 7: 15, 8: 0}
SHORT_BREAK = ("V3", "V4")
WINTER = {9: 0.84, 10: 0.94, 11: 1.04, 12: 1.16, 1: 1.2, 2: 1.1, 3: 1.02, 4: 0.94, 5: 0.92, 6: 0.92, 7: 0.96}
# The share of sessions a child misses in an ordinary month, in quantiles over children, and how much is unauthorised.
MISSED_IN_THOUSAND = (8, 20, 28, 36, 43, 50, 58, 68, 81, 100, 140, 215, 330, 680)
UNAUTHORISED_SHARE = (5, 15, 30, 50, 85)
LUCK = 0.5
"""How far a child's place among the others may move between school years, as a share of all places."""


@dataclass(frozen=True)
class Attendance:
    """Record a child's month at school."""

    child: Child
    period: str
    possible: int
    authorised: int
    unauthorised: int
    appointments: int | None = None
    school: str = ""
    special_needs: str = ""


def all_attendance(seed: int, children: list[Child]) -> list[Attendance]:
    """Send every looked-after child of school age to school, from the September before the first month on."""
    chance = Chance(seed, "school")
    children = [child for child in children if child.episodes and child.episodes[-1].end > first_day("2023-09")]
    places: dict[Child, float] = {}
    attendance: list[Attendance] = []
    for months in school_years():
        sessions = {child: [sessions_in_care(chance, child, month) for month in months] for child in children}
        attendance.extend(school_year(chance, sessions, months, places))
    return attendance


def school_years() -> list[list[str]]:
    """List the months with sessions of each school year that can be told of."""
    months = [month for month in months_from("2023-09", len(MONTHS) + 2) if SCHOOL_DAYS[int(month[5:])]]
    return [months[start : start + 11] for start in range(0, len(months), 11)]


def school_year(
    chance: Chance,
    sessions: dict[Child, list[int]],
    months: list[str],
    places: dict[Child, float],
    missed_by: Sequence[int] = MISSED_IN_THOUSAND,
    without_leave: Sequence[int] = UNAUTHORISED_SHARE,
) -> Iterator[Attendance]:
    """Line the year's pupils up anew, each near last year's place: the spread is the same every year."""
    pupils = [child for child in sessions if any(sessions[child])]
    for child in pupils:
        places[child] = places.get(child, chance.random()) + LUCK * (chance.random() - 0.5)
    pupils.sort(key=places.__getitem__)
    for number, child in enumerate(pupils):
        places[child] = (number + 0.5) / len(pupils)
        missed = at_place(missed_by, places[child]) / 1000
        unauthorised = chance.along(without_leave) / 100
        for month, possible in zip(months, sessions[child], strict=True):
            if possible:
                yield attended(chance, child, month, possible, missed, unauthorised)


def attended(chance: Chance, child: Child, month: str, possible: int, missed: float, unauthorised: float) -> Attendance:
    """Count what a child missed in a month, with leave and without."""
    share = missed * WINTER[int(month[5:])] * (0.55 + 0.9 * chance.random())
    away = min(possible, int(possible * share + chance.random()))
    without_leave = min(away, int(away * unauthorised + chance.random()))
    return Attendance(child, month, possible, away - without_leave, without_leave)


def sessions_in_care(chance: Chance, child: Child, month: str) -> int:
    """Count the sessions a child could attend in a month while looked after."""
    low, high = first_day(month), last_day(month)
    cared_for = sum(max(0, min(end, high + 1) - max(start, low)) for start, end in cared_for_between(child))
    return possible_sessions(chance, child, month, cared_for / (high + 1 - low))


def possible_sessions(chance: Chance, child: Child, month: str, share: float = 1.0) -> int:
    """Count the sessions a child of school age could attend in a share of a month."""
    year, number = int(month[:4]), int(month[5:])
    begins = day(year if number >= 9 else year - 1, 8, 31)
    if not birthday(child.born, 5) <= begins < birthday(child.born, 16):
        return 0
    if number == 7 and begins >= birthday(child.born, 15):
        return 0  # year 11 leaves after the examinations
    sessions = 2 * SCHOOL_DAYS[number] * share
    return max(0, int(sessions) - (chance.between(0, 3) if chance.yes(0.25) else 0))


def cared_for_between(child: Child) -> list[tuple[int, int]]:
    """List the days from and to which the child was looked after, short breaks left out."""
    return [(e.start, e.end) for e in child.episodes if e.legal_status not in SHORT_BREAK]
