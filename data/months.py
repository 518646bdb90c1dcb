"""Months as people write them, 2026-10, and their last days, which is how the house keeps them."""

import re
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta

from data.errors import Mendable

SEPTEMBER = 9


def month_end(month: str) -> date:
    """Return the last day of a month written 2026-10.

    Raises:
        Mendable: where it is not so written.
    """
    if not re.fullmatch(r"20\d\d-(0[1-9]|1[0-2])", month):
        raise Mendable(f'"{month}" is not a month. Write it as 2026-10.')
    year, number = int(month[:4]), int(month[5:])
    return date(year, number, monthrange(year, number)[1])


def begun_month_end(month: str) -> date:
    """Return the last day of a month that has begun.

    Raises:
        Mendable: where it has not, or is not written as 2026-10.
    """
    last_day = month_end(month)
    if last_day.replace(day=1) > datetime.now(UTC).date():
        raise Mendable(f"{month} has not begun. Choose a month that has.")
    return last_day


def month_end_before(last_day: date) -> date:
    """Return the last day of the month before."""
    return last_day.replace(day=1) - timedelta(days=1)


def months_before(last_day: date, months: int) -> date:
    """Return the last day of the month so many months before that of a month end."""
    year, month = divmod(last_day.year * 12 + last_day.month - 1 - months, 12)
    return date(year, month + 1, monthrange(year, month + 1)[1])


def months_from(first: date, last: date) -> list[date]:
    """List the month ends from one to another, both included."""
    span = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [month_end(f"{number // 12}-{number % 12 + 1:02d}") for number in span]


def first_day_of_months_to(last_day: date, months: int) -> date:
    """Return the first day of so many months that end with a month: of the 6 to March 2021, 1 October 2020."""
    year, month = divmod(last_day.year * 12 + last_day.month - months, 12)
    return date(year, month + 1, 1)


def school_year_begins(day: date) -> date:
    """Return the 1 September on which the school year of a day began."""
    return date(day.year - (day.month < SEPTEMBER), SEPTEMBER, 1)


def window_begins(window: str, last_day: date) -> date | None:
    """Return the first day of a window that ends with a month, such as "12 months"; None of one without a length."""
    if window == "the school year":
        return school_year_begins(last_day)
    months = re.fullmatch(r"(\d+) months?", window)
    return first_day_of_months_to(last_day, int(months[1])) if months else None


def in_words(month: date) -> str:
    """Write a month for a person: October 2026."""
    return f"{month:%B %Y}"


def months_asked(all_months: list[date], month: str | None, first: str | None, last: str | None) -> list[date]:
    """Return the month ends asked for, one or from first to last, or the latest of those held.

    Raises:
        Mendable: where the first lies after the last.
    """
    if month is not None:
        return [month_end(month)]
    if first is None and last is None:
        return all_months[-1:]
    begin = month_end(first) if first else all_months[0]
    end = month_end(last) if last else all_months[-1]
    if begin > end:
        raise Mendable(f"--from {first} lies after --to {last}.")
    return months_from(begin, end)


def day_named(day: str) -> date:
    """Read a day written 2026-11-04.

    Raises:
        Mendable: where it is not so written.
    """
    try:
        return date.fromisoformat(day)
    except ValueError:
        raise Mendable(f'"{day}" is not a day. Write it as 2026-11-04.') from None
