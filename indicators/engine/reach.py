"""How far back an indicator looks into each extract it is made of, and from which day that extract must be whole."""

from collections.abc import Mapping, Sequence
from datetime import date

from data.errors import Mendable
from data.months import first_day_of_months_to, school_year_begins

SCHOOL_YEAR = "school_year"
Reach = int | str
"""Months before the month end, or `school_year`. 0 is what stands open at the month end, and no more."""
WRITE = 'Write a number of months such as 12, or "school_year"'


def read_looks_back(named: str, value: object, extracts: Sequence[str]) -> tuple[Reach, ...]:
    """Read how far back a definition looks: one reach for all its extracts, or a table of those that are not 0.

    Returns:
        A reach for each extract, in their order.

    Raises:
        Mendable: naming the file, where it is no reach or names an extract that the SQL does not read.
    """
    if not isinstance(value, Mapping):
        return (_reach(named, "looks_back", value),) * len(extracts)
    if unread := sorted(set(value) - set(extracts)):
        raise Mendable(
            f"{named}: looks_back names {', '.join(unread)}, which the SQL does not read. Use {', '.join(extracts)}."
        )
    return tuple(_reach(named, f"looks_back.{extract}", value.get(extract, 0)) for extract in extracts)


def whole_since(reach: Reach, month_end: date) -> date:
    """Return the first day from which an extract must be whole for a figure of a month."""
    if reach == SCHOOL_YEAR:
        return school_year_begins(month_end)
    return first_day_of_months_to(month_end, int(reach)) if reach else month_end


def of_reach(reach: Reach, what: str) -> str:
    """Write an extract with its reach: 12 months of child protection plans, the school year of attendance."""
    if reach == SCHOOL_YEAR:
        return f"the school year of {what}"
    return f"{reach} {'month' if reach == 1 else 'months'} of {what}" if reach else what


def _reach(named: str, where: str, value: object) -> Reach:
    """Return one reach; a truth value is a number to Python, and none to a person."""
    if value == SCHOOL_YEAR or (isinstance(value, int) and not isinstance(value, bool) and value >= 0):
        return value  # type: ignore[return-value] - looked at just now
    raise Mendable(f"{named}: {where} is {value!r}. {WRITE}.")
