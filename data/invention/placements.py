"""Where looked-after children live, and how long before they move."""

from collections.abc import Mapping
from dataclasses import dataclass

from data.invention.chance import Chance
from data.invention.ordinal_days import birthday
from data.invention.people import Child

FOSTER = ("U1", "U3", "U4", "U6")
PROVIDER_SHARE = {
    "U6": {"PR1": 44, "PR4": 50, "PR5": 6},
    "U4": {"PR1": 48, "PR4": 46, "PR5": 6},
    "U3": {"PR1": 100},
    "U1": {"PR1": 100},
    "K2": {"PR4": 82, "PR1": 12, "PR5": 6},
    "K3": {"PR4": 76, "PR5": 18, "PR1": 6},
    "P1": {"PR0": 100},
    "R3": {"PR4": 100},
    "R5": {"PR3": 100},
    "K1": {"PR2": 60, "PR4": 40},
    "S1": {"PR4": 100},
    "A5": {"PR1": 100},
    "A6": {"PR1": 55, "PR2": 30, "PR5": 15},
}
# Where a child first lives, and moves to, by age.
HOMES_BY_AGE = {
    1: {"U6": 70, "U3": 20, "R3": 10},
    9: {"U6": 68, "U3": 29, "K2": 2, "P1": 1},
    12: {"U6": 66, "U3": 22, "K2": 11, "P1": 1},
    15: {"U6": 56, "U3": 14, "K2": 27, "S1": 3},
    17: {"U6": 30, "U3": 8, "K2": 20, "K3": 42},
}
ALONE_UNDER_16 = {"U6": 88, "K2": 12}
ALONE_OVER_16 = {"K3": 72, "U6": 28}
REMAND_HOMES = {"R5": 45, "K2": 30, "K1": 5, "U6": 20}
# Days until the next move, in quantiles. Some children are settled, some move on and on; it changes as they go.
FIRST_STAY = (2, 14, 60, 200, 500, 900)
STAYS = {
    "settled": (320, 700, 1100, 1700, 2600, 3800),
    "middling": (110, 220, 340, 480, 700, 1000),
    "unsettled": (8, 35, 65, 100, 150, 230),
}
MANNER_SHARE = {"settled": 62, "middling": 27, "unsettled": 11}
RESTLESS_MANNER_SHARE = {"settled": 1, "middling": 11, "unsettled": 88}
RESTLESS = 0.23


@dataclass(frozen=True)
class Place:
    """Say where a child lives, who provides it, and whether the carer stayed the same."""

    placement: str
    provider: str
    same_carer: bool = False


def place_of(chance: Chance, placement: str, same_carer: bool = False) -> Place:
    """Give a placement a provider."""
    return Place(placement, chance.one_of(PROVIDER_SHARE[placement]), same_carer)


def first_place(chance: Chance, child: Child, when: int, course: str) -> Place:
    """Find the first placement."""
    if course == "remand":
        return place_of(chance, chance.one_of(REMAND_HOMES))
    return place_of(chance, chance.one_of(homes(child, when)))


def homes(child: Child, when: int) -> Mapping[str, float]:
    """Weigh the kinds of placement by age."""
    if child.unaccompanied:
        return ALONE_UNDER_16 if when < birthday(child.born, 16) else ALONE_OVER_16
    return next((w for age, w in HOMES_BY_AGE.items() if when < birthday(child.born, age + 1)), HOMES_BY_AGE[17])


def moved_to(chance: Chance, child: Child, when: int, now: Place, path) -> Place:
    """Find the next placement; a foster home that has lasted may be approved for the long term, same carer."""
    if path.course == "long" and now.placement in ("U6", "U3") and chance.yes(0.2):
        return Place("U4" if now.placement == "U6" else "U1", now.provider, same_carer=True)
    return place_of(chance, chance.one_of(homes(child, when)))


def next_stay(chance: Chance, child: Child, restless: bool, first: bool = False) -> int:
    """Draw the days until the next move; for some children one move follows another."""
    if first and not restless and not child.unaccompanied and chance.yes(0.5):
        return chance.along(FIRST_STAY)
    manner = chance.one_of(manners(child, restless))
    return chance.along(STAYS[manner])


def manners(child: Child, restless: bool) -> Mapping[str, float]:
    """Weigh how settled a child is likely to be."""
    if child.unaccompanied:
        return {"settled": 3, "middling": 1}
    return RESTLESS_MANNER_SHARE if restless else MANNER_SHARE


def settled_with_adopters(chance: Chance, order: int, end: int) -> list[tuple[int, Place]]:
    """Place a child with adopters some months after the placement order."""
    placed = order + chance.between(30, 180)
    return [(placed, place_of(chance, chance.one_of({"A6": 80, "A5": 20})))] if placed < end - 70 else []
