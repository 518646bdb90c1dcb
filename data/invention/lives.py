"""Lives from the first referral on: who comes to the borough, how often, and what becomes of them."""

from data.invention.care import taken_into_care
from data.invention.chance import Chance
from data.invention.families import (
    AGES_DISABLED,
    AGES_IN_CARE,
    AGES_IN_NEED,
    AGES_PROTECTED,
    arrivals,
    new_family,
    unaccompanied_child,
    with_children,
)
from data.invention.ordinal_days import LAST_DAY, LEVEL, SEASON, birthday, working_day
from data.invention.people import Child, Episode, Family
from data.invention.place import ASSESSMENT, LOCALITIES
from data.invention.protection import plan_of_another_authority, protect

# Families a year, and the first year from which each kind must come for the first month to be in a steady state: a
# child taken into care at 2 may still be supported at 24, an assessment is over in two months.
ASSESSED_ONLY = (560, 2021)
IN_NEED = (443, 2018)
DISABLED = (44, 2010)
PROTECTED = (177, 2003)
INTO_CARE = (61, 2002)
ALONE = (21, 2006)
OTHER_AUTHORITY = (7, 2019)

ASSESSMENT_TAKES = (12, 24, 33, 42, 50, 60)
IN_NEED_FOR = (40, 120, 200, 290, 420, 600, 980)
DISABLED_FOR = (300, 700, 1300, 2200, 3600)
EARLIER_PLAN_ELSEWHERE = 0.025
SHORT_BREAKS = 0.09


def all_lives(seed: int) -> list[Child]:
    """Live every life and return the children in the order they became known, with their identifiers."""
    families = [
        *coming(seed, "assessed", ASSESSED_ONLY, SEASON, assessed_only),
        *coming(seed, "in need", IN_NEED, SEASON, in_need),
        *coming(seed, "disabled", DISABLED, LEVEL, disabled),
        *coming(seed, "protected", PROTECTED, SEASON, protected),
        *coming(seed, "into care", INTO_CARE, LEVEL, into_care),
        *coming(seed, "alone", ALONE, LEVEL, alone),
        *coming(seed, "other authority", OTHER_AUTHORITY, LEVEL, held_elsewhere),
    ]
    children = [child for family in families for child in family.children if child.moves]
    children.sort(key=lambda child: child.moves[0][0])
    for number, child in enumerate(children, start=1):
        child.child_id = f"C{number:05d}"
    number_plans(children)
    return children


def number_plans(children: list[Child]) -> None:
    """Number the plans in the order they began."""
    plans = sorted((plan for child in children for plan in child.plans), key=lambda plan: plan.start)
    for number, plan in enumerate(plans, start=1):
        plan.plan_id = f"P{number:05d}"


def coming(seed: int, topic: str, often: tuple[float, int], season: dict, live) -> list[Family]:
    """Let one kind of family come, each with its own stream of chance."""
    chance = Chance(seed, topic)
    yearly, first_year = often
    return [live(chance, when) for when in arrivals(chance, yearly, first_year, season)]


def assessed_only(chance: Chance, when: int) -> Family:
    """Assess a family and close the case."""
    family = with_children(chance, new_family(chance), when, AGES_IN_NEED)
    ends = working_day(when + chance.along(ASSESSMENT_TAKES))
    for child in family.children:
        child.move(when, "ASS", ASSESSMENT)
        child.close(ends)
    return family


def in_need(chance: Chance, when: int) -> Family:
    """Assess a family and support its children as children in need."""
    family = with_children(chance, new_family(chance), when, AGES_IN_NEED)
    assessed = working_day(when + chance.along(ASSESSMENT_TAKES))
    ends = working_day(assessed + chance.along(IN_NEED_FOR))
    for child in family.children:
        child.move(when, "ASS", ASSESSMENT)
        child.move(assessed, "CIN", LOCALITIES)
        child.close(max(min(ends, birthday(child.born, 18)), assessed + 1))
    return family


def disabled(chance: Chance, when: int) -> Family:
    """Support a disabled child for years; some have short breaks, which are no care that counts."""
    family = with_children(chance, new_family(chance, disabled=True), when, AGES_DISABLED, most=1)
    child = family.children[0]
    assessed = working_day(when + chance.along(ASSESSMENT_TAKES))
    ends = min(assessed + chance.along(DISABLED_FOR), birthday(child.born, 18) - 1)
    child.move(when, "ASS", ASSESSMENT)
    child.move(assessed, "CIN", LOCALITIES)
    child.close(ends)
    if chance.yes(SHORT_BREAKS):
        take_short_breaks(chance, child, assessed + 60, ends)
    return family


def take_short_breaks(chance: Chance, child: Child, start: int, until: int) -> None:
    """Record short breaks of a few nights, under an agreed series or one by one."""
    status = chance.one_of({"V3": 1, "V4": 1})
    placement, provider = ("K2", "PR4") if chance.yes(0.4) else ("U6", "PR1")
    when = start
    while when + 6 < until and when < LAST_DAY:
        back = when + chance.between(1, 4)
        child.episodes.append(Episode(when, "S", status, placement, provider, back, "E4A"))
        when += chance.between(60, 130)


def protected(chance: Chance, when: int) -> Family:
    """Bring a family to its first conference here."""
    family = with_children(chance, new_family(chance), when, AGES_PROTECTED)
    if chance.yes(EARLIER_PLAN_ELSEWHERE):
        for child in family.children:
            child.earlier_plans = 1 if when - child.born > 300 else 0
    protect(chance, family, when)
    return family


def into_care(chance: Chance, when: int) -> Family:
    """Take the children of a family into care without a plan before it; the older the fewer together."""
    family = with_children(chance, new_family(chance), when, AGES_IN_CARE, most=chance.one_of({1: 80, 2: 15, 3: 5}))
    assessed_for = chance.between(1, 60)
    for child in family.children:
        if child.born <= when and when < birthday(child.born, 18) - 40:
            child.move(when - assessed_for, "ASS", ASSESSMENT)
            taken_into_care(chance, child, when)
    return family


def alone(chance: Chance, when: int) -> Family:
    """Take in a young person who arrived alone."""
    child = unaccompanied_child(chance, when)
    child.move(when - chance.between(1, 3), "ASS", ASSESSMENT)
    taken_into_care(chance, child, when)
    return child.family


def held_elsewhere(chance: Chance, when: int) -> Family:
    """Let a family move in whose plans another authority made."""
    family = with_children(chance, new_family(chance), when, AGES_PROTECTED, most=3)
    for child in family.children:
        child.earlier_plans = 1 if chance.yes(0.15) else 0
    plan_of_another_authority(chance, family, when)
    return family
