"""What the authority does for its social workers: supervision, training, and posts it cannot fill."""

from collections.abc import Iterator

from data.invention.chance import Chance
from data.invention.dated_record import Record
from data.invention.ordinal_days import (
    FIRST_WINDOW,
    LAST_DAY,
    MONTHS,
    first_day,
    iso,
    last_day,
    months_from,
    working_day,
)
from data.invention.people import Worker
from data.invention.place import CARE_PLANNING, LEAVING_CARE, LOCALITIES, TEAMS, Team
from data.invention.stories import (
    REFLECTION,
    REFLECTION_SHARE_AFTER,
    REFLECTION_SHARE_BEFORE,
    REFLECTION_TRAINED_WITHIN_DAYS,
)
from data.invention.workforce import AGENCY_POST_EVERY, HOURS, newly_qualified

MANAGERS, SUPERVISED = ("2", "3"), ("4", "5", "6")
SUPERVISED_EVERY = (20, 23, 25, 26, 27, 28)
NEW_SUPERVISED_EVERY = (9, 11, 12, 13, 14)
LATE = 0.13
LATE_BY = (4, 10, 20, 50)
GROUP_EVERY = 91
IN_THE_GROUP = 0.7
CASES_DISCUSSED = (4, 6, 8, 9, 11, 14)
MINUTES = {"ONE": (50, 65, 75, 85, 90, 110), "GROUP": (90, 100, 110, 120)}

SIGNS, REFLECTIVE, SMART = "Signs of Safety", "Reflective supervision", "SMART planning"
PATHWAYS, NEED, SAFEGUARDING = "Pathway planning", "Child in need planning", "Safeguarding children"
FOR_ALL = {SIGNS: 0.8, SAFEGUARDING: 0.92}
OF_SERVICE = {LOCALITIES: {SMART: 0.66, NEED: 0.7}, CARE_PLANNING: {SMART: 0.74}, LEAVING_CARE: {PATHWAYS: 0.72}}
TRAINED_AFTER = (20, 60, 120, 220, 400, 700)
MISSED = 0.06
IN_DATE_FOR = 730
"""Days for which safeguarding training stays in date; the other courses do not run out, and are taken again later."""
REFRESHED_AFTER = (960, 1000, 1060, 1150)


def supervision(seed: int, workers: list[Worker]) -> list[Record]:
    """Supervise every worker who holds cases or may, and number the sessions in order."""
    chance, managers, lengths = Chance(seed, "supervision"), managers_among(workers), Chance(seed, "minutes")
    sessions = sorted(row for worker in workers for row in supervised(chance.aside(), worker, managers))
    return [
        Record("supervision", when, when, (f"S{number:05d}", worker_id, by, when, kind, cases, minutes, reflective))
        for number, (when, worker_id, by, kind, cases, reflective) in enumerate(sessions, start=1)
        for minutes in (str(lengths.along(MINUTES[kind], kind)),)
    ]


def supervised(chance: Chance, worker: Worker, managers: list[Worker]) -> Iterator[tuple[int, str, str, str, str, str]]:
    """Give a worker's sessions, one to one and in the team's group."""
    if worker.role not in SUPERVISED:
        return
    when = working_day(max(worker.start, FIRST_WINDOW - 60) + chance.between(5, 20))
    while when < min(worker.end, LAST_DAY + 1):
        if when > FIRST_WINDOW:
            has_begun = when >= first_day(REFLECTION.begins)
            reflective = chance.yes(REFLECTION_SHARE_AFTER if has_begun else REFLECTION_SHARE_BEFORE)
            cases = str(chance.along(CASES_DISCUSSED))
            yield when, worker.worker_id, manager_of(worker, managers, when), "ONE", cases, "Y" if reflective else "N"
        interval = NEW_SUPERVISED_EVERY if newly_qualified(worker, when + 185) else SUPERVISED_EVERY
        when = working_day(when + chance.along(interval) + (chance.along(LATE_BY) if chance.yes(LATE) else 0))
    for group in range(FIRST_WINDOW + 20 + len(worker.team), min(worker.end, LAST_DAY + 1), GROUP_EVERY):
        if worker.start <= group and chance.yes(IN_THE_GROUP):
            together = working_day(group)
            yield together, worker.worker_id, manager_of(worker, managers, together), "GROUP", "2", "Y"


def managers_among(workers: list[Worker]) -> list[Worker]:
    """Keep those who supervise others."""
    return [worker for worker in workers if worker.role in MANAGERS]


def manager_of(worker: Worker, managers: list[Worker], when: int) -> str:
    """Name a manager of the team who is in post: the workers of a team are shared among its managers."""
    team = [manager for manager in managers if manager.team == worker.team]
    in_post = [manager for manager in team if manager.start <= when < manager.end] or team[:1]
    return in_post[int(worker.worker_id[1:]) % len(in_post)].worker_id


def training(seed: int, workers: list[Worker]) -> list[Record]:
    """Send the workers to the courses meant for them."""
    chance = Chance(seed, "training")
    return [record for worker in workers for record in trained(chance.aside(), worker)]


def trained(chance: Chance, worker: Worker) -> Iterator[Record]:
    """Give a worker's courses, each taken again in time, as a rule."""
    for course, share in (FOR_ALL | OF_SERVICE.get(worker.service, {})).items():
        when = working_day(worker.start + chance.along(TRAINED_AFTER))
        wanted = chance.yes(share)
        while wanted and when < worker.end:
            yield attended(chance, worker, course, when)
            again = (
                IN_DATE_FOR - 60 + chance.between(0, 90) if course == SAFEGUARDING else chance.along(REFRESHED_AFTER)
            )
            when = working_day(when + again)
    if worker.role in MANAGERS:
        when = first_day(REFLECTION.begins) - chance.between(0, REFLECTION_TRAINED_WITHIN_DAYS)
        yield attended(chance, worker, REFLECTIVE, working_day(max(when, worker.start + 30)))


def attended(chance: Chance, worker: Worker, course: str, when: int) -> Record:
    """Write one course: most who are booked come."""
    mandatory = course == SAFEGUARDING
    until = when + IN_DATE_FOR
    cells = (
        worker.worker_id,
        course,
        iso(when),
        "MISSED" if chance.yes(MISSED) else "DONE",
        iso(until) if mandatory else "",
        "Y" if mandatory else "N",
    )
    gone = when >= worker.end
    return Record("training", when, when, cells, replaced=when if gone else worker.end + 365)


def vacancies(workers: list[Worker]) -> list[Record]:
    """Count the vacant posts of each team at each month end, and the agency workers who cover them."""
    months = months_from("2022-12", len(MONTHS) + 11)
    return [posts_of(team, workers, month) for team in TEAMS for month in months]


def posts_of(team: Team, workers: list[Worker], month: str) -> Record:
    """Compare the posts a team should have with those in post."""
    end = last_day(month)
    staff = [worker for worker in workers if worker.team == team.name and worker.start <= end < worker.end]
    employed = sum(float(worker.fte) for worker in staff if not worker.agency)
    agency = sum(float(worker.fte) for worker in staff if worker.agency)
    vacant = max(established(team) - employed, 0.0)
    cells = (team.name, team.service, month, f"{vacant:.1f}", f"{min(agency, vacant):.1f}")
    return Record("vacancies", end, end, cells)


def established(team: Team) -> float:
    """Add up the posts of a team as they were set up: those who hold cases, the managers, one without cases."""
    holders = range(team.holders)
    hours = ("1" if n % AGENCY_POST_EVERY == 2 else HOURS[(n + len(team.name)) % len(HOURS)] for n in holders)
    return sum(map(float, hours)) + team.managers + (1.0 if team.holders > 10 else 0.6)
