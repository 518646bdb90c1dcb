"""Social workers: posts, and the people who follow one another in them."""

from data.invention.chance import Chance
from data.invention.ordinal_days import FIRST_WINDOW, LAST_DAY, day, first_day, is_working, iso, working_day
from data.invention.people import Worker
from data.invention.place import TEAMS, Team
from data.invention.stories import AGENCY_LEAVES_EVERY_DAYS, AGENCY_LEAVES_FIRST_DAY, AGENCY_POSTS_LOST, CASELOADS

OPENED = day(2015, 1, 5)
HOURS = ("1", "1", "0.8", "1", "1", "0.6", "1", "1", "1", "0.8", "1", "1")
"""The full-time equivalents of posts, in turn."""
AGENCY_POST_EVERY = 5
SENIOR_POST_EVERY = 6
STAYS_PERMANENT = (200, 700, 1200, 1900, 2900, 4200, 6000)
STAYS_AGENCY = (120, 260, 400, 560, 800)
NEWLY_QUALIFIED = 0.22
HANDOVER = (0, 0, 4, 9, 18)
CASE_HOLDING = ("4", "5")
WELL_FOR = (20, 90, 190, 330, 560, 900)
"""Days from one sickness to the next."""
SICK_FOR = (1, 2, 3, 4, 6, 13, 90)


def all_workers(seed: int) -> list[Worker]:
    """Fill every post from the day the borough opens to the last month, and number the workers as they came."""
    chance = Chance(seed, "workforce")
    lost = agency_posts_lost()
    workers: list[Worker] = []
    for team in TEAMS:
        gone = list(lost.get(team.name, ()))
        for number in range(team.holders):
            agency = number % AGENCY_POST_EVERY == 2
            role = "4" if number % SENIOR_POST_EVERY == 0 else "5"
            hours = "1" if agency else HOURS[(number + len(team.name)) % len(HOURS)]
            until = gone.pop() if agency and gone else None
            workers += in_post(chance, team, role, hours, agency, until)
        workers += not_holding_cases(chance, team)
    workers.sort(key=lambda worker: worker.start)
    for number, worker in enumerate(workers, start=1):
        worker.worker_id = f"W{number:04d}"
    return workers


def not_holding_cases(chance: Chance, team: Team) -> list[Worker]:
    """Fill the posts of managers and of qualified workers who hold no case."""
    workers: list[Worker] = []
    for number in range(team.managers):
        workers += in_post(chance, team, "2" if number == 1 else "3", "1", agency=False, until=None)
    return workers + in_post(chance, team, "6", "1" if team.holders > 10 else "0.6", agency=False, until=None)


def agency_posts_lost() -> dict[str, list[int]]:
    """Spread the planted losses of agency workers over the year, turn by turn through the teams."""
    left = dict(AGENCY_POSTS_LOST)
    when = first_day(CASELOADS.begins) + AGENCY_LEAVES_FIRST_DAY
    days: dict[str, list[int]] = {}
    while any(left.values()):
        for team in [name for name, posts in left.items() if posts]:
            days.setdefault(team, []).append(working_day(when))
            left[team] -= 1
            when += AGENCY_LEAVES_EVERY_DAYS
    return days


def in_post(chance: Chance, team: Team, role: str, hours: str, agency: bool, until: int | None) -> list[Worker]:
    """Let people follow one another in a post, the next one starting in time for a handover, until the post is lost."""
    stays = STAYS_AGENCY if agency else STAYS_PERMANENT
    start = working_day(OPENED - chance.along(stays))
    workers: list[Worker] = []
    while start <= LAST_DAY:
        end = working_day(start + chance.along(stays))
        if until and end + 60 > until:
            end = max(until, start + 30)
        new = not agency and role == "5" and chance.yes(NEWLY_QUALIFIED)
        pace = 0.7 + 0.68 * chance.random()
        workers.append(Worker(team.name, team.service, role, hours, agency, new, start, end, pace))
        if until and end >= until:
            break
        start = working_day(end - chance.along(HANDOVER))
    return [worker for worker in workers if worker.end > OPENED]


def fall_ill(seed: int, workers: list[Worker]) -> None:
    """Let those whom the authority employs be sick now and then, some of them for long."""
    chance = Chance(seed, "sickness")
    for worker in workers:
        own = chance.aside()
        when = max(worker.start, FIRST_WINDOW - 60) + own.along(WELL_FOR)
        while not worker.agency and when < min(worker.end, LAST_DAY + 1):
            back = min(when + own.along(SICK_FOR), worker.end)
            worker.sick.append((when, back))
            when = back + own.along(WELL_FOR)


def days_lost(worker: Worker, since: int, end: int) -> str:
    """Write the working days that a worker lost after one day and up to another, as much of each as is worked."""
    if worker.agency:
        return ""
    sick = (range(max(first, since + 1), min(back, end + 1)) for first, back in worker.sick)
    return f"{float(worker.fte) * sum(is_working(when) for spell in sick for when in spell):g}"


def newly_qualified(worker: Worker, when: int) -> bool:
    """Tell whether the worker is in the assessed and supported year."""
    return worker.newly_qualified and when < worker.start + 365


def known_workers(workers: list[Worker]) -> list[Worker]:
    """Keep those who can appear in an extract."""
    return [worker for worker in workers if worker.end > FIRST_WINDOW and worker.start <= LAST_DAY]


def left_on(worker: Worker, month_end: int) -> str:
    """Write the day the worker left, as far as it is known at a month end."""
    return iso(worker.end) if worker.end <= month_end else ""
