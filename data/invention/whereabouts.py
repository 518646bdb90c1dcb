"""What else is held of a home: how far away it lies, since when the child has lived there, and what is planned."""

from data.invention.care_periods import Period
from data.invention.chance import Chance
from data.invention.ordinal_days import birthday
from data.invention.people import Episode
from data.invention.placements import FOSTER

NEAR, FAR = (0, 1, 2, 4, 6, 9), (3, 8, 14, 21, 34, 60, 140)
OUTSIDE_SHARE = {"PR0": 0.05, "PR1": 0.22, "PR2": 0.7, "PR3": 0.8, "PR4": 0.62, "PR5": 0.55}
HOMES_AND_SCHOOLS = ("K1", "K2", "S1", "R5")
NO_PLAN = 0.08
"""The share of periods of care in which nobody has settled what is to become of the child, up to the first change."""
PLAN_BY_REASON = {"E41": "ORDER", "E45": "ORDER", "E46": "ORDER", "E47": "ORDER", "E48": "ORDER"}
AT_HOME = ("E4A", "E4B", "E13", "E8")


def find_homes(seed: int, periods: list[Period]) -> None:
    """Write on every episode where its home lies, since when the child has lived there, and the plan."""
    chance = Chance(seed, "whereabouts")
    for period in periods:
        aside = chance.aside()
        undecided, home = aside.yes(NO_PLAN), period.episodes[0]
        for episode in period.episodes:
            if episode.reason_started in ("S", "P", "B"):
                home = episode
                home.distance, home.location = lies(aside, home)
            episode.distance, episode.location = home.distance, home.location
            episode.care_began, episode.placement_began = period.start, home.start
            first = episode is period.episodes[0]
            episode.permanence_plan = "NONE" if undecided and first else planned(period, episode)


def lies(chance: Chance, episode: Episode) -> tuple[str, str]:
    """Draw the miles from home, and whether it is inside the borough; specialist homes lie far."""
    outside = chance.yes(OUTSIDE_SHARE[episode.provider])
    far = outside and (episode.placement in HOMES_AND_SCHOOLS or chance.yes(0.6))
    return str(chance.along(FAR if far else NEAR)), "OUT" if outside else "IN"


def planned(period: Period, episode: Episode) -> str:
    """Say what the plan is, by what becomes of the child."""
    last = period.episodes[-1]
    if episode.legal_status == "E1":
        return "ADOPTION"
    if last.reason_ended in PLAN_BY_REASON:
        return PLAN_BY_REASON[last.reason_ended]
    if last.reason_ended in AT_HOME and period.end < birthday(period.child.born, 18):
        return "HOME"
    if episode.placement in ("K3", "H5"):
        return "SUPPORTED"
    return "FOSTER" if episode.placement in FOSTER else "RESIDENTIAL"
