"""Assignments of agency workers: who was engaged for what, at which price, and against which cap."""

from data.invention.chance import Chance
from data.invention.dated_record import NEVER, Record
from data.invention.ordinal_days import first_day
from data.invention.people import Worker
from data.invention.stories import PRICES, PRICES_ABOVE_THE_CAP_BEFORE, PRICES_KEPT_ABOVE

CAPS = {"WORKER": 38.0, "SENIOR": 41.0, "ADVANCED": 43.5}
"""Pounds an hour that the region agreed on."""
ROLE_SHARE = {"WORKER": 62, "SENIOR": 30, "ADVANCED": 8}
ABOVE, BELOW = (1, 2, 4, 7), (0, 0, 1, 3)
"""Pounds an hour by which a price lies above or below the cap."""
IN_PROJECT_TEAMS, FROM_NEARBY = 0.24, 0.03


def agency_assignments(seed: int, workers: list[Worker]) -> list[Record]:
    """Write an assignment for each agency worker; where a price comes down to the cap, the row is written anew."""
    chance, records = Chance(seed, "agency assignments"), []
    for worker in workers:
        if worker.agency:
            records += assignment(chance.aside(), worker)
    return records


def assignment(chance: Chance, worker: Worker) -> list[Record]:
    """Write one assignment as it was priced before the rules bound every contract, and since."""
    role = "SENIOR" if worker.role == "4" else chance.one_of(ROLE_SHARE)
    cap, binding = CAPS[role], first_day(PRICES.begins)
    is_above, stays = chance.yes(PRICES_ABOVE_THE_CAP_BEFORE), chance.yes(PRICES_KEPT_ABOVE)
    above, below = cap + chance.along(ABOVE), cap - chance.along(BELOW)
    in_team, nearby = ("Y" if chance.yes(share) else "N" for share in (IN_PROJECT_TEAMS, FROM_NEARBY))
    prices = [
        (worker.start, binding, above if is_above else below),
        (binding, NEVER, above if is_above and stays else below),
    ]
    return [
        Record(
            "agency_assignments",
            max(worker.start, begins),
            worker.end,
            (
                *(f"AG{worker.worker_id[1:]}", worker.worker_id, role, in_team, worker.start, worker.end),
                *(f"{price:.2f}", f"{cap:.2f}", nearby, worker.team),
            ),
            replaced=until,
        )
        for begins, until, price in prices
        if worker.start < until
    ]
