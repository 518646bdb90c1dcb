"""The sector's words for every question in SQL: the macros of `words.sql`, with the days they count by."""

import csv
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
FIGURES = 3


@cache
def vocabulary() -> str:
    """Return the SQL that makes the words, to be run before any question."""
    words = (HERE / "words.sql").read_text(encoding="utf-8")
    for name, value in looked_up(bank_holidays()).items():
        words = words.replace(f"{{{name}}}", str(value))
    return words


def bank_holidays() -> list[date]:
    """Return the bank holidays of England that are known, one-off ones among them, in order."""
    with (HERE.parent / "reference" / "bank_holidays.csv").open(encoding="utf-8", newline="") as file:
        return [date.fromisoformat(row["day"]) for row in csv.DictReader(file)]


def looked_up(holidays: Sequence[date]) -> dict[str, str | int | date]:
    """Return what the words count bank holidays by: how many there are to each day, and before each working day.

    All numbers stand in one text, three figures each. DuckDB copies constants so often while it binds a question that
    a list of them takes longer than the question does; a text is copied at once.
    """
    first, last = holidays[0], holidays[-1]
    days = (last - first).days + 1
    working_days = [weekdays_to(day) - number for number, day in enumerate(holidays, start=1)]
    first_number = working_days[0]
    numbers = working_days[-1] - first_number + 1
    return {
        "first_holiday": first,
        "last_holiday": last,
        "days": days,
        "holidays_to": in_one_text(bisect_right(holidays, first + timedelta(place - 1)) for place in range(days + 1)),
        "first_number": first_number,
        "numbers": numbers,
        "stepped_over": in_one_text(bisect_left(working_days, first_number + place) for place in range(numbers + 1)),
    }


def in_one_text(numbers: Iterable[int]) -> str:
    """Write numbers one after another, three figures each.

    Raises:
        ValueError: where a number has more figures.
    """
    written = [f"{number:0{FIGURES}}" for number in numbers]
    if any(len(number) > FIGURES for number in written):
        raise ValueError(f"a number has more than {FIGURES} figures: {max(written, key=len)}")
    return "".join(written)


def weekdays_to(day: date) -> int:
    """Count the days from Monday to Friday from Monday 1 January 1900 up to and including a day."""
    weeks, days = divmod((day - date(1900, 1, 1)).days + 1, 7)
    return weeks * 5 + min(days, 5)
