"""Days, months and seasons. Days are ordinals (whole numbers) inside the invention: they add up and compare fast."""

from calendar import monthrange
from datetime import date
from functools import cache

SEASON = {1: 1.03, 2: 1.0, 3: 1.12, 4: 0.94, 5: 1.05, 6: 1.08, 7: 1.1, 8: 0.64, 9: 0.96, 10: 1.24, 11: 1.22, 12: 0.68}
"""How busy a month is: schools and conferences are shut for most of August and the end of December."""
LEVEL = dict.fromkeys(range(1, 13), 1.0)

BANK_HOLIDAYS = {(1, 1), (12, 25), (12, 26)}
"""Those on fixed days; moving ones are left out, as no invented date is judged in working days."""


def day(year: int, month: int, number: int) -> int:
    """Return the ordinal of a day."""
    return date(year, month, number).toordinal()


@cache
def iso(when: int | None) -> str:
    """Write a day as an analyst would, or leave it blank."""
    return "" if when is None else date.fromordinal(when).isoformat()


@cache
def months_after(when: int, months: int) -> int:
    """Return the same day of the month that many months later, or that month's last day."""
    start = date.fromordinal(when)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return day(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def birthday(born: int, age: int) -> int:
    """Return the birthday at which that age is reached."""
    return months_after(born, 12 * age)


@cache
def is_working(when: int) -> bool:
    """Tell a working day from a weekend and the fixed holidays."""
    day = date.fromordinal(when)
    return day.weekday() < 5 and (day.month, day.day) not in BANK_HOLIDAYS


@cache
def working_day(when: int) -> int:
    """Return the day itself, or the next working day."""
    while not is_working(when):
        when += 1
    return when


def nth_working_day(month: str, number: int) -> int:
    """Return the day that many working days into a month."""
    when = first_day(month) - 1
    for _ in range(number):
        when = working_day(when + 1)
    return when


@cache
def first_day(month: str) -> int:
    """Return the first day of a month written 2026-10."""
    return day(int(month[:4]), int(month[5:]), 1)


def last_day(month: str) -> int:
    """Return the last day of a month written 2026-10."""
    return months_after(first_day(month), 1) - 1


def months_from(first: str, count: int) -> list[str]:
    """List that many months, from the first on."""
    start = int(first[:4]) * 12 + int(first[5:]) - 1
    return [f"{number // 12}-{number % 12 + 1:02d}" for number in range(start, start + count)]


MONTHS = months_from("2023-11", 36)
LAST_DAY = last_day(MONTHS[-1])
FIRST_WINDOW = last_day("2022-11")
"""What ended on this day or before is in no extract: the first month looks back 12 months."""
