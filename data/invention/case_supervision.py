"""Supervision as the records of children show it: the case system holds only the latest entry of each."""

from collections.abc import Iterator

from data.invention.chance import Chance
from data.invention.dated_record import NEVER, Record
from data.invention.development import manager_of, managers_among
from data.invention.ordinal_days import MONTHS, first_day, months_from, working_day
from data.invention.people import Allocation, Child, Worker
from data.invention.stories import ON_RECORD, ON_RECORD_SHARE_AFTER, ON_RECORD_SHARE_BEFORE

DAY_OF_MONTH = (1, 24)
REFLECTIVE = 0.5
OTHER_CASES_SHARE = 0.24
"""How many children on no plan have an entry of the month."""
Slot = tuple[int, str]


def case_supervision(seed: int, children: list[Child], workers: list[Worker]) -> list[Record]:
    """Enter supervision in the record of some of the children, brothers and sisters together."""
    of_plans, of_others = Chance(seed, "case supervision"), Chance(seed, "case supervision of others")
    under_a_plan: dict[int, list[Slot]] = {}
    otherwise: dict[int, list[Slot]] = {}
    managers, records = managers_among(workers), []
    for child in children:
        family = id(child.family)
        if child.plans and family not in under_a_plan:
            under_a_plan[family] = list(monthly(of_plans.aside(), ON_RECORD_SHARE_BEFORE, ON_RECORD_SHARE_AFTER))
        if family not in otherwise:
            otherwise[family] = list(monthly(of_others.aside(), OTHER_CASES_SHARE, OTHER_CASES_SHARE))
        records += entries(child, under_a_plan.get(family, []), managers)
        records += entries_of_others(child, otherwise[family], managers)
    return records


def monthly(chance: Chance, before: float, after: float) -> Iterator[Slot]:
    """Give the days on which a family's supervision would be entered, and whether the entry shows reflection."""
    for month in months_from("2022-12", len(MONTHS) + 11):
        share = after if month >= ON_RECORD.begins else before
        when = working_day(first_day(month) + chance.between(*DAY_OF_MONTH))
        reflective = "Y" if chance.yes(REFLECTIVE) else "N"
        if chance.yes(share):
            yield when, reflective


def entries(child: Child, slots: list[Slot], managers: list[Worker]) -> Iterator[Record]:
    """Write the entries made while a plan ran, each until the next one or the end of the plan."""
    for plan in child.plans:
        mine = [slot for slot in slots if plan.start <= slot[0] < plan.end] if not plan.other_authority else []
        yield from one_after_another(
            child, mine, plan.end, [allocation for allocation in child.allocations if held(allocation)], managers
        )


def entries_of_others(child: Child, slots: list[Slot], managers: list[Worker]) -> Iterator[Record]:
    """Write the entries made while a case was open and no plan of ours ran, each until the next one."""
    cases = [allocation for allocation in child.allocations if held(allocation)]
    plans = [plan for plan in child.plans if not plan.other_authority]
    mine = [
        (when, reflective)
        for when, reflective in slots
        if any(case.start <= when < (case.end or NEVER) for case in cases)
        and not any(plan.start <= when < plan.end for plan in plans)
    ]
    yield from one_after_another(child, mine, NEVER, cases, managers)


def held(case: Allocation) -> bool:
    """Tell whether a worker holds the case, and does not only help."""
    return case.allocated_as == "CASE"


def one_after_another(
    child: Child, slots: list[Slot], ended: int, held_by: list[Allocation], managers: list[Worker]
) -> Iterator[Record]:
    """Write entries by the manager of whoever held the case last by then, each until the next one takes its place."""
    ends = [*(slot[0] for slot in slots), ended][1:]
    for (when, reflective), until in zip(slots, ends, strict=True):
        by_then = [allocation for allocation in held_by if allocation.start <= when]
        if by_then:
            cells = (child.child_id, when, manager_of(by_then[-1].worker, managers, when), reflective)
            yield Record("case_supervision", when, when, cells, child.child_id, until)
