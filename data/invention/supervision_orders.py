"""Supervision orders: of some children whose protection plan ended in court, and the plans under them."""

from collections.abc import Iterator

from data.invention.chance import Chance
from data.invention.dated_record import Cell, Record
from data.invention.need import Case
from data.invention.ordinal_days import FIRST_WINDOW, LAST_DAY, months_after, working_day
from data.invention.place import LOCALITIES

ORDERED = 0.32
"""The share of children on a plan of whom a court makes an order when the plan ends."""
INTERIM, INTERIM_FOR = 0.2, (40, 60, 80, 110)
PLANNED, PLANNED_AFTER = 0.9, (4, 9, 14, 21, 35)
LOOKED_AT, SMART = 0.88, 0.57
REVIEWED_EVERY = 42


def supervision_orders(seed: int, cases: list[Case]) -> list[Record]:
    """Make the orders in the order of their days, brothers and sisters' too."""
    chance, orders = Chance(seed, "supervision orders"), []
    for case in cases:
        for plan in [plan for plan in case.child.plans if case.referred <= plan.end < case.closed - 30]:
            own = chance.aside()
            if not plan.other_authority and own.yes(ORDERED):
                orders.append((working_day(plan.end - own.between(0, 12)), case, own))
    orders = [order for order in orders if order[0] <= LAST_DAY]
    orders.sort(key=lambda order: (order[0], order[1].child.child_id))
    return [
        record
        for number, (when, case, own) in enumerate(orders, start=1)
        for record in order(own, f"SO{number:04d}", when, case)
    ]


def order(chance: Chance, number: str, when: int, case: Case) -> Iterator[Record]:
    """Write an order anew whenever its plan is reviewed; it runs for a year, an interim one for weeks."""
    interim = chance.yes(INTERIM)
    ends = min(when + chance.along(INTERIM_FOR) if interim else months_after(when, 12), case.closed)
    planned = when + chance.along(PLANNED_AFTER) if chance.yes(PLANNED) else None
    smart = ("Y" if chance.yes(SMART) else "N") if chance.yes(LOOKED_AT) else ""
    if ends <= FIRST_WINDOW:
        return
    reviews = list(range(planned + REVIEWED_EVERY, ends, REVIEWED_EVERY)) if planned and planned < ends else []
    begins = [when, *reviews, LAST_DAY + 1]
    for reviewed, first, until in zip([None, *reviews], begins, begins[1:], strict=False):
        seen: Cell = (reviewed, smart) if reviewed else ""
        cells = (
            *(number, case.child.child_id, "INTERIM" if interim else "FULL", when, ends),
            *(planned if planned and planned < ends else None, reviewed, seen, case.child.family.team[LOCALITIES]),
        )
        if first < until:
            yield Record("supervision_orders", first, ends, cells, case.child.child_id, until)
