"""The sector's words for every question in SQL: the macros of `vocabulary.sql`, with the days they count by."""

import csv
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


@cache
def vocabulary() -> str:
    """Return the SQL that makes the words, to be run before any question."""
    words = (HERE / "vocabulary.sql").read_text(encoding="utf-8")
    for name, said in looked_up(bank_holidays()).items():
        words = words.replace(f"{{{name}}}", str(said))
    return words


def bank_holidays() -> list[date]:
    """Return the bank holidays of England that are known, one-off ones among them, in order."""
    with (HERE / "reference" / "bank_holidays.csv").open(encoding="utf-8", newline="") as file:
        return [date.fromisoformat(each["day"]) for each in csv.DictReader(file)]


def looked_up(holidays: Sequence[date]) -> dict[str, str | int | date]:
    """Return what the words count bank holidays by: for each day, and for each number of working days.

    A list written as one text is read once for a question, where a list of so many constants would take longer to bind
    than the question takes.
    """
    first, last = holidays[0], holidays[-1]
    to_each_day = [bisect_right(holidays, first + timedelta(after)) for after in range(-1, (last - first).days + 1)]
    before = [weekdays_to(day) - number for number, day in enumerate(holidays, start=1)]
    before_each_number = [bisect_left(before, number) for number in range(before[0], before[-1] + 2)]
    return {
        "first_holiday": first,
        "last_holiday": last,
        "days": len(to_each_day),
        "to_each_day": f"('{to_each_day}'::integer[])",
        "first_number": before[0],
        "numbers": len(before_each_number),
        "before_each_number": f"('{before_each_number}'::integer[])",
    }


def weekdays_to(day: date) -> int:
    """Count the days from Monday to Friday from Monday 1 January 1900 up to and including a day."""
    weeks, days = divmod((day - date(1900, 1, 1)).days + 1, 7)
    return weeks * 5 + min(days, 5)
