"""Pre-proceedings: families whose plans change too little; some step down, for others a court is asked."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from data.invention.chance import Chance
from data.invention.dated_record import Record
from data.invention.known_at_month_end import family_id
from data.invention.ordinal_days import LAST_DAY, first_day, iso, working_day
from data.invention.people import Child, Plan
from data.invention.place import LOCALITIES
from data.invention.stories import (
    FAMILY_MEETINGS,
    FAMILY_MEETINGS_OFFERED_AFTER,
    FAMILY_MEETINGS_OFFERED_BEFORE,
)

SINCE = first_day("2021-11")
"""Nothing is told of an earlier day: the first month asks for the 24 months before it."""
BEFORE_COURT = 0.8
"""The share of families for whom a court was asked who had been in pre-proceedings."""
STEPPED_DOWN = 0.3
"""The share of other families with a plan of half a year or more who were."""
TAKES = (49, 75, 95, 108, 118, 140, 190)
SHORTEST = 150
"""Days that a plan must run for its family to have been given so much time."""
TROUBLED_AFTER, SETTLED_AFTER = (60, 100, 150, 220, 320), 60
LETTER_AFTER, MEETING_AFTER = (3, 6, 9, 14, 21), (8, 12, 17, 24)
REVIEWED_EVERY = 45
HELD = 0.74
APPLIED_AFTER = (2, 5, 9, 15)
OUTCOMES = {"A": 1, "B": 1, "C": 1}
"""Nobody could read what the letters mean, so they follow no story."""


@dataclass(frozen=True)
class Steps:
    """Hold the days of one family's pre-proceedings; without an application it stepped down."""

    start: int
    letter: int
    offered: bool
    meeting: bool
    first_meeting: int
    decision: int
    applied: int | None
    outcome: str


def pre_proceedings(seed: int, children: list[Child]) -> list[Record]:
    """Tell of every family with a plan whose pre-proceedings may be told of; brothers and sisters share theirs."""
    records: list[Record] = []
    for number, plans in enumerate(plans_made_together(children)):
        steps = steps_of(Chance(seed, f"pre-proceedings/{number}"), plans)
        asked = court_asked(plans)
        if steps is None and asked and SINCE < asked <= LAST_DAY:
            records += [asked_at_once(plan.child, asked) for plan in plans if plan.child.born <= asked]
        if steps is not None and steps.start <= LAST_DAY and (steps.applied or steps.decision) > SINCE:
            records += [record(plan.child, steps) for plan in plans if plan.child.born <= steps.start]
    return records


def plans_made_together(children: list[Child]) -> Iterator[list[Plan]]:
    """Give the plans of ours that one conference made of brothers and sisters."""
    together: dict[tuple[int, int], list[Plan]] = defaultdict(list)
    for child in children:
        for plan in child.plans:
            if not plan.other_authority:
                together[id(child.family), plan.start].append(plan)
    yield from together.values()


def steps_of(chance: Chance, plans: list[Plan]) -> Steps | None:
    """Draw what one family went through, where it did."""
    began, ends, asked = plans[0].start, max(plan.end for plan in plans), court_asked(plans)
    if not chance.yes(BEFORE_COURT if asked else STEPPED_DOWN) or (not asked and ends - began < SHORTEST):
        return None
    takes = chance.along(TAKES)
    start = working_day(max(asked - takes if asked else began + chance.along(TROUBLED_AFTER), began + 7))
    decision = working_day(asked - chance.along(APPLIED_AFTER) if asked else min(start + takes, ends))
    if decision <= start:
        return None
    letter = min(working_day(start + chance.along(LETTER_AFTER)), decision)
    is_new = start >= first_day(FAMILY_MEETINGS.begins)
    return Steps(
        start=start,
        letter=letter,
        offered=chance.yes(FAMILY_MEETINGS_OFFERED_AFTER if is_new else FAMILY_MEETINGS_OFFERED_BEFORE),
        meeting=chance.yes(HELD),
        first_meeting=min(working_day(letter + chance.along(MEETING_AFTER)), decision),
        decision=decision,
        applied=asked,
        outcome=chance.one_of(OUTCOMES),
    )


def court_asked(plans: list[Plan]) -> int | None:
    """Return the first day on which a court made an order for a child of the plans, while they ran or soon after."""
    days = [
        episode.start
        for plan in plans
        for episode in plan.child.episodes
        if episode.legal_status in ("C1", "C2", "E1") and plan.start < episode.start <= plan.end + SETTLED_AFTER
    ]
    return min(days, default=None)


def record(child: Child, steps: Steps) -> Record:
    """Write one child's row; what is still to come is blank, and it is over once it is decided and a court asked."""
    reviews = max(0, (steps.decision - steps.first_meeting) // REVIEWED_EVERY)
    cells = (
        f"PP{child.child_id[1:]}-{iso(steps.start)[2:7].replace('-', '')}",
        child.child_id,
        family_id(child.family),
        steps.start,
        steps.letter,
        (steps.letter, "Y" if steps.offered else "N"),
        (steps.decision, "Y" if steps.offered and steps.meeting else "N"),
        steps.first_meeting,
        (steps.decision, str(reviews)),
        steps.decision,
        (steps.decision, steps.outcome),
        steps.applied,
        child.family.team[LOCALITIES],
    )
    return Record("pre_proceedings", steps.start, steps.applied or steps.decision, cells, child.child_id)


def asked_at_once(child: Child, asked: int) -> Record:
    """Write the row of a child for whom a court was asked without pre-proceedings."""
    name = f"PP{child.child_id[1:]}-{iso(asked)[2:7].replace('-', '')}"
    blank = (None, None, "", "", None, "", None, "")
    cells = (name, child.child_id, family_id(child.family), *blank, asked, child.family.team[LOCALITIES])
    return Record("pre_proceedings", asked, asked, cells, child.child_id)
