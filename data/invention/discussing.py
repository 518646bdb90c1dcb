"""Supervision as the records of children on a plan show it: the case system holds only the latest entry of each."""

from collections.abc import Iterator

from data.invention.chance import Chance
from data.invention.days import FIRST_WINDOW, MONTHS, first_day, months_from, working_day
from data.invention.development import manager_of
from data.invention.people import Child, Worker
from data.invention.record import Record
from data.invention.stories import ON_RECORD, ON_RECORD_SHARE_AFTER, ON_RECORD_SHARE_BEFORE

DAY_OF_MONTH = (1, 24)
REFLECTIVE = 0.5


def case_supervision(seed: int, children: list[Child], workers: list[Worker]) -> list[Record]:
    """Enter supervision in the record of some of the children on a plan of ours, brothers and sisters together."""
    chance, slots = Chance(seed, "case supervision"), {}
    found = []
    for child in children:
        if child.plans:
            if id(child.family) not in slots:
                slots[id(child.family)] = list(monthly(chance.aside()))
            found += entries(child, slots[id(child.family)], workers)
    return found


def monthly(chance: Chance) -> Iterator[tuple[int, str]]:
    """Give the days on which a family's supervision would be entered, and whether the entry shows reflection."""
    for month in months_from("2022-12", len(MONTHS) + 11):
        share = ON_RECORD_SHARE_AFTER if month >= ON_RECORD.begins else ON_RECORD_SHARE_BEFORE
        when = working_day(first_day(month) + chance.between(*DAY_OF_MONTH))
        reflective = "Y" if chance.yes(REFLECTIVE) else "N"
        if chance.yes(share):
            yield when, reflective


def entries(child: Child, slots: list[tuple[int, str]], workers: list[Worker]) -> Iterator[Record]:
    """Write the entries made while a plan ran, each until the next one or the end of the plan."""
    for plan in child.plans:
        mine = [each for each in slots if plan.start <= each[0] < plan.end] if not plan.other_authority else []
        ends = [*(each[0] for each in mine), plan.end][1:]
        for (when, reflective), until in zip(mine, ends, strict=True):
            held = [each for each in child.allocations if each.allocated_as == "CASE" and each.start <= when]
            if held and until > FIRST_WINDOW:
                by = manager_of(held[-1].worker, workers, when)
                cells = (child.child_id, when, by, reflective)
                yield Record("case_supervision", when, until, cells, child.child_id, until)
