"""The sector's words for every question in SQL: the macros of `vocabulary.sql`, with the days they count by."""

import csv
from datetime import date
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


@cache
def vocabulary() -> str:
    """Return the SQL that makes the words, to be run before any question."""
    with (HERE / "reference" / "bank_holidays.csv").open(encoding="utf-8", newline="") as file:
        days = [date.fromisoformat(each["day"]) for each in csv.DictReader(file)]
    before = [weekdays_to(day) - number for number, day in enumerate(days, start=1)]
    counted = {
        "{bank_holidays}": ", ".join(f"date '{day}'" for day in days),
        "{working_days_to_bank_holidays}": ", ".join(map(str, before)),
    }
    words = (HERE / "vocabulary.sql").read_text(encoding="utf-8")
    for name, listed in counted.items():
        words = words.replace(name, f"[{listed}]")
    return words


def weekdays_to(day: date) -> int:
    """Count the days from Monday to Friday from Monday 1 January 1900 up to and including a day."""
    weeks, days = divmod((day - date(1900, 1, 1)).days + 1, 7)
    return weeks * 5 + min(days, 5)
