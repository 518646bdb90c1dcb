"""What assessments find: the factors of each, some of a family and some of the child, about as often as in England."""

from data.invention.chance import Chance
from data.invention.need import Case, begun
from data.invention.stories import VICTIMS, VICTIMS_SHARE

OF_THE_FAMILY = {
    **{"1B": 0.14, "1C": 0.02, "2B": 0.14, "2C": 0.03, "3B": 0.32, "3C": 0.05},
    **{"4B": 0.33, "4C": 0.05, "5B": 0.03, "6B": 0.05},
}
OF_THE_CHILD = {
    **{"1A": 0.02, "2A": 0.05, "3A": 0.11, "4A": 0.18, "7A": 0.04, "10A": 0.03, "11A": 0.025, "12A": 0.005},
    **{"13A": 0.02, "14A": 0.07, "15A": 0.05, "16A": 0.18, "17A": 0.19, "18B": 0.03, "18C": 0.12, "19B": 0.025},
    **{"19C": 0.04, "20": 0.16, "23A": 0.005, "24A": 0.03},
}
"""Shares of the episodes of England assessed in 2024/25, as DfE's figures of factors have them."""
VICTIM, UNACCOMPANIED, NONE_FOUND = "3A", "9A", "21"
DISABLED = {"N2": "5A"}


def find_factors(seed: int, cases: list[Case]) -> None:
    """Find the factors of every assessment; children of a family assessed together have the family's in common."""
    chance, families = Chance(seed, "factors"), {}
    for case in cases:
        if case.authorised is None:
            continue
        together = (id(case.child.family), case.referred)
        if together not in families:
            families[together] = found(chance, OF_THE_FAMILY)
        case.factors = ",".join(in_order({*families[together], *of_the_child(chance, case)})) or NONE_FOUND


def found(chance: Chance, shares: dict[str, float]) -> list[str]:
    """Draw which factors are found, each by its share."""
    return [factor for factor, share in shares.items() if chance.yes(share)]


def of_the_child(chance: Chance, case: Case) -> list[str]:
    """Draw the factors of a child: more are seen as victims once assessors look for it."""
    is_looked_for = case.authorised is not None and case.authorised >= begun(VICTIMS)
    shares = OF_THE_CHILD | ({VICTIM: VICTIMS_SHARE} if is_looked_for else {})
    plain = [UNACCOMPANIED] if case.child.unaccompanied else [DISABLED[case.need]] if case.need in DISABLED else []
    return [*plain, *found(chance, shares)]


def in_order(factors: set[str]) -> list[str]:
    """Put factors in the order of their numbers."""
    return sorted(factors, key=lambda factor: (int(factor.rstrip("ABC")), factor))
