"""Families as they come to the borough: how many children, how old, and when in the year."""

from collections.abc import Iterator

from data.invention.chance import Chance
from data.invention.ordinal_days import LAST_DAY, birthday, first_day, last_day, months_after, months_from, working_day
from data.invention.people import Child, Family
from data.invention.place import (
    ASSESSMENT,
    ASSESSMENT_OF,
    CARE_PLANNING,
    DISABILITY_SHARE,
    DISABLED_CHILDREN,
    DISABLED_SHARE,
    ETHNICITY_SHARE,
    LEAVING_CARE,
    LOCALITIES,
    LOCALITY_SHARE,
    UNACCOMPANIED_ETHNICITY_SHARE,
)

SIBLINGS = {1: 46, 2: 28, 3: 16, 4: 8, 5: 2}
# The age in days of the youngest child on the day that matters; below nought the child is not yet born.
AGES_IN_NEED = (-40, 250, 1100, 2000, 3000, 4000, 4900, 5600, 6200)
AGES_PROTECTED = (-75, 30, 500, 1200, 2000, 2900, 3900, 4800, 5900)
AGES_IN_CARE = (0, 20, 500, 1500, 3000, 4200, 4900, 5300, 5700, 6250)
AGES_DISABLED = (400, 1000, 1500, 2100, 2900, 3800, 4800)
AGES_UNACCOMPANIED = (5480, 5800, 5960, 6080, 6200, 6330)
TOO_OLD = 6300


def arrivals(chance: Chance, yearly: float, first_year: int, season: dict[int, float]) -> Iterator[int]:
    """Spread that many arrivals a year over working days; what a month leaves over is carried to the next."""
    carried = 0.0
    # Families who come just after the last month are already known in it, so the calendar runs on a little.
    for month in months_from(f"{first_year}-01", (2027 - first_year) * 12 + 2):
        carried += yearly / 12 * season[int(month[5:])] * (0.92 + 0.16 * chance.random())
        number, carried = int(carried), carried - int(carried)
        low, high = first_day(month), last_day(month)
        yield from sorted(min(working_day(chance.between(low, high)), LAST_DAY + 120) for _ in range(number))


def new_family(chance: Chance, disabled: bool = False, unaccompanied: bool = False) -> Family:
    """Give a family its background and its teams."""
    locality = chance.one_of(LOCALITY_SHARE)
    team = {
        ASSESSMENT: ASSESSMENT_OF[locality],
        LOCALITIES: DISABLED_CHILDREN if disabled else locality,
        CARE_PLANNING: chance.one_of({"Care Planning 1": 1, "Care Planning 2": 1}),
        LEAVING_CARE: chance.one_of({"Leaving Care 1": 1, "Leaving Care 2": 2 if unaccompanied else 1}),
    }
    return Family(chance.one_of(UNACCOMPANIED_ETHNICITY_SHARE if unaccompanied else ETHNICITY_SHARE), team)


def with_children(chance: Chance, family: Family, when: int, ages: tuple[int, ...], most: int = 5) -> Family:
    """Add the children: the youngest by the ages given, each next one 14 months to 5 years older."""
    age = chance.along(ages, steady="age")
    for _ in range(min(chance.one_of(SIBLINGS, steady="siblings"), most)):
        if age <= TOO_OLD:
            family.children.append(new_child(chance, family, when - age))
        age = max(age, 0) + chance.between(430, 1800)
    return family


def new_child(chance: Chance, family: Family, expected: int) -> Child:
    """Bring a child into the family, born within two weeks of the day expected."""
    born = never_on_leap_day(expected + chance.between(-14, 10))
    disabled = family.team[LOCALITIES] == DISABLED_CHILDREN and not family.children
    disability = chance.one_of(DISABLED_SHARE if disabled else DISABILITY_SHARE)
    return Child(family, expected, born, "M" if chance.yes(0.515) else "F", disability)


def unaccompanied_child(chance: Chance, when: int) -> Child:
    """Let a young person arrive alone; nine in ten are young men."""
    family = new_family(chance, unaccompanied=True)
    born = never_on_leap_day(when - chance.along(AGES_UNACCOMPANIED))
    child = Child(family, born, born, "M" if chance.yes(0.9) else "F", "NONE", unaccompanied=True)
    family.children.append(child)
    return child


def never_on_leap_day(born: int) -> int:
    """Move a birth on 29 February back a day: nobody then has to agree when that child turns 16."""
    return born - 1 if months_after(born, 12) == months_after(born - 1, 12) else born


def under(child: Child, when: int, age: int) -> bool:
    """Tell whether the child is younger than that on a day."""
    return when < birthday(child.born, age)
