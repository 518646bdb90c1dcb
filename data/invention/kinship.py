"""Relatives and friends who care: approved temporarily, then as foster carers, or supported as guardians."""

from collections.abc import Iterator

from data.invention.care_periods import Period
from data.invention.chance import Chance
from data.invention.dated_record import NEVER, Record
from data.invention.fostering import household
from data.invention.ordinal_days import FIRST_WINDOW, LAST_DAY, birthday, first_day, working_day
from data.invention.people import Episode, Family
from data.invention.place import CARE_PLANNING
from data.invention.stories import WAITING, WAITING_TAKES_LONGER_DAYS

WITH_RELATIVES, GUARDIANS = ("U1", "U3"), ("E45", "E46", "E47", "E48")
ASSESSED_AFTER = (60, 84, 98, 106, 111, 125, 190)
"""Days from a temporary approval to the full one, where nothing holds it up."""
EXTENDED_FROM, EXTENDED, EXTENDED_AFTER = 112, 0.9, (85, 95, 104, 110)
PLANNED, PLANNED_AFTER, REVIEWED, REVIEWED_AFTER = 0.95, (-20, 0, 10, 40), 0.9, (280, 330, 350, 360, 380)
SUPPORTED_FOR = (200, 700, 1500, 2600, 4000)


def homes_with_relatives(periods: list[Period]) -> Iterator[tuple[Period, int, int]]:
    """Give each home that a child had with relatives or friends: from when, and until when."""
    for period in periods:
        homes: dict[int, list[Episode]] = {}
        for episode in period.episodes:
            if episode.placement in WITH_RELATIVES:
                homes.setdefault(episode.placement_began or episode.start, []).append(episode)
        for episodes in homes.values():
            yield period, episodes[0].start, episodes[-1].end


def approvals(seed: int, periods: list[Period]) -> Iterator[tuple[Period, int, int, int]]:
    """Give each such home with the day of the full approval, late once assessments have fallen behind."""
    chance = Chance(seed, "temporary approvals")
    for period, start, end in homes_with_relatives(periods):
        takes = chance.along(ASSESSED_AFTER)
        ready = working_day(start + takes)
        if ready >= first_day(WAITING.begins):
            ready = working_day(ready + WAITING_TAKES_LONGER_DAYS)
        yield period, start, ready, end


def temporary_approvals(seed: int, periods: list[Period]) -> list[Record]:
    """Write the time until the carers of a child were approved or the child left; most long ones are extended."""
    chance, records = Chance(seed, "extensions"), []
    for period, start, ready, end in approvals(seed, periods):
        over, own = min(ready, end), chance.aside()
        extended = working_day(start + own.along(EXTENDED_AFTER))
        is_extended = over > start + EXTENDED_FROM and own.yes(EXTENDED)
        cells = (
            *(period.child.child_id, household_of(period.child.family), start, extended if is_extended else None),
            *(over, (over, "APPROVED" if ready <= end else "CHILD_LEFT"), period.child.family.team[CARE_PLANNING]),
        )
        if over > FIRST_WINDOW and start <= LAST_DAY:
            records.append(Record("temporary_approvals", start, over, cells, period.child.child_id))
    return records


def household_of(family: Family) -> str:
    """Name the household that takes the children of a family in."""
    return f"FH9{min(child.child_id for child in family.children if child.child_id)[1:]}"


def connected_households(seed: int, periods: list[Period]) -> list[Record]:
    """Write the households that were approved for a family's children, until the last of them left."""
    spans: dict[str, tuple[int, int]] = {}
    for period, _, ready, end in approvals(seed, periods):
        if ready < end:
            name = household_of(period.child.family)
            since, until = spans.get(name, (ready, end))
            spans[name] = (min(since, ready), max(until, end))
    chance = Chance(seed, "connected households")
    return [
        record
        for name, (since, until) in spans.items()
        for record in household(chance.aside(), name, "CONNECTED", since, until, "CHILD_LEFT")
    ]


def kinship_support(seed: int, periods: list[Period]) -> list[Record]:
    """Write whom the borough supports after children left care to guardians, anew with each review of the plan."""
    chance, records, seen = Chance(seed, "kinship support"), [], set()
    for period in periods:
        name, own = household_of(period.child.family), chance.aside()
        if period.episodes[-1].reason_ended in GUARDIANS and name not in seen:
            seen.add(name)
            until = min(working_day(period.end + own.along(SUPPORTED_FOR)), birthday(period.child.born, 18))
            records += supported(own, name, period.end, max(until, period.end + 30))
    return [record for record in records if record.over > FIRST_WINDOW and record.replaced > FIRST_WINDOW]


def supported(chance: Chance, name: str, start: int, until: int) -> list[Record]:
    """Write the support of one household: a plan about its beginning, and a review in most years."""
    planned = working_day(start + chance.along(PLANNED_AFTER)) if chance.yes(PLANNED) else None
    reviews, when = [], planned
    while when is not None and (when := working_day(when + chance.along(REVIEWED_AFTER))) < until:
        if chance.yes(REVIEWED):
            reviews.append(when)
    records, begins = [], [start, *reviews]
    for since, then, review in zip(begins, [*reviews, NEVER], [None, *reviews], strict=True):
        cells = (f"KS{name[2:]}", name, "SGO", start, planned, review, until)
        records.append(Record("kinship_support", since, until, cells, replaced=then))
    return records
