"""Transition of disabled young people to adulthood: plans from 14 on, and assessments with adult services before 18."""

from data.invention.chance import Chance
from data.invention.dated_record import Cell, Record
from data.invention.need import Case
from data.invention.ordinal_days import LAST_DAY, birthday, first_day, iso, working_day
from data.invention.people import Child
from data.invention.stories import TOGETHER, TOGETHER_ASSESSED_AFTER, TOGETHER_ASSESSED_BEFORE

PLANNED, PLANNED_AFTER = 0.95, (-40, 10, 40, 60, 75, 85, 120)
"""Days from the 14th birthday, or from the referral where that is later."""
ASSESSED_BEFORE_18 = (15, 40, 90, 150, 260)
TRANSFERRED, TRANSFERRED_AFTER = 0.7, (0, 5, 20, 60)
LEAD_SHARE = {"CHILDREN": 6, "ADULTS": 2, "HEALTH": 1, "EDUCATION": 2}
LEAD_SHARE_TOGETHER = {"JOINT": 8, "CHILDREN": 2, "EDUCATION": 1}


def transitions(seed: int, cases: list[Case]) -> list[Record]:
    """Tell of each disabled child whose case was open at any time between 14 and 18."""
    first_cases: dict[Child, Case] = {}
    for case in cases:
        child = case.child
        is_known = case.opened and case.closed > birthday(child.born, 14) and case.referred < birthday(child.born, 18)
        if is_known and child.disability not in ("NONE", ""):
            first_cases.setdefault(child, case)
    chance = Chance(seed, "transition")
    return [told(chance.aside(), child, case.referred) for child, case in first_cases.items()]


def told(chance: Chance, child: Child, referred: int) -> Record:
    """Write a young person's row: most have a plan soon after 14, and are assessed before 18 as there is a team."""
    known, adult = max(birthday(child.born, 14), referred), birthday(child.born, 18)
    has_plan, planned = chance.yes(PLANNED), working_day(max(known + chance.along(PLANNED_AFTER), referred + 10))
    together = adult >= first_day(TOGETHER.begins)
    is_assessed = chance.yes(TOGETHER_ASSESSED_AFTER if together else TOGETHER_ASSESSED_BEFORE)
    assessed = adult - chance.along(ASSESSED_BEFORE_18)
    transfers, transfer = chance.yes(TRANSFERRED), iso(adult + chance.along(TRANSFERRED_AFTER))
    lead: Cell = (planned, chance.one_of(LEAD_SHARE_TOGETHER if together else LEAD_SHARE)) if has_plan else ""
    cells = (
        child.child_id,
        planned if has_plan and planned < adult else None,
        assessed if is_assessed and assessed > known else None,
        lead,
        (assessed, transfer) if is_assessed and transfers else "",
    )
    return Record("transitions", min(known, LAST_DAY + 1), adult, cells, child.child_id)
