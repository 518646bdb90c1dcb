"""The sector's words for every question in SQL: the macros of `vocabulary.sql`, with the days they count by."""

import csv
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
BLOCK = 32


@cache
def vocabulary() -> str:
    """Return the SQL that makes the words, to be run before any question."""
    words = (HERE / "vocabulary.sql").read_text(encoding="utf-8")
    for name, value in looked_up(bank_holidays()).items():
        words = words.replace(f"{{{name}}}", str(value))
    return words


def bank_holidays() -> list[date]:
    """Return the bank holidays of England that are known, one-off ones among them, in order."""
    with (HERE.parent / "reference" / "bank_holidays.csv").open(encoding="utf-8", newline="") as file:
        return [date.fromisoformat(row["day"]) for row in csv.DictReader(file)]


def looked_up(holidays: Sequence[date]) -> dict[str, str | int | date]:
    """Return what the words count bank holidays by: the places of their days, and of the working days before them.

    Blocks keep the constants short: DuckDB copies them so often while it binds a question that a list of every day
    takes longer than the question does.
    """
    first, last = holidays[0], holidays[-1]
    days = [(day - first).days + 1 for day in holidays]
    working_days = [weekdays_to(day) - number for number, day in enumerate(holidays, start=1)]
    numbers = [
        (number - working_days[0]) * 2 + 1 + working_days[:place].count(number)
        for place, number in enumerate(working_days)
    ]
    before_days, within_days = in_blocks(days)
    before_numbers, within_numbers = in_blocks(numbers)
    return {
        "first_holiday": first,
        "last_holiday": last,
        "days": days[-1],
        "before_days": before_days,
        "within_days": within_days,
        "first_number": working_days[0],
        "numbers": numbers[-1],
        "before_numbers": before_numbers,
        "within_numbers": within_numbers,
    }


def in_blocks(places: Sequence[int]) -> tuple[str, str]:
    """Write for each block of 32 places how many are marked before it, and which are within it, as bits.

    Raises:
        ValueError: where a place is marked twice, which bits cannot tell.
    """
    if len(set(places)) < len(places):
        raise ValueError(f"a place is marked twice: {places}")
    starts = range(0, max(places) + 1, BLOCK)
    counts = [sum(place < start for place in places) for start in starts]
    within = [sum(1 << place - start for place in places if 0 <= place - start < BLOCK) for start in starts]
    return f"('{counts}'::integer[])", f"('{within}'::bigint[])"


def weekdays_to(day: date) -> int:
    """Count the days from Monday to Friday from Monday 1 January 1900 up to and including a day."""
    weeks, days = divmod((day - date(1900, 1, 1)).days + 1, 7)
    return weeks * 5 + min(days, 5)
