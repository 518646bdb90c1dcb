"""The sector's words for every question in SQL: the macros of `vocabulary.sql`, with the days they count by."""

import csv
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


@cache
def vocabulary() -> str:
    """Return the SQL that makes the words, to be run before any question."""
    with (HERE / "reference" / "bank_holidays.csv").open(encoding="utf-8", newline="") as file:
        days = ", ".join(f"date '{each['day']}'" for each in csv.DictReader(file))
    return (HERE / "vocabulary.sql").read_text(encoding="utf-8").replace("{bank_holidays}", f"[{days}]")
