"""The numbers of DfE's rules by collection and year, whether or not a rule of ours asks what they ask.

`dfe_numbers.csv` was taken from the rule sets of csc-validator-be-903 0.1.17 and csc-validator-be-cin 0.1.13
for 2024/25 to 2026/27, and from our own rules of module 5 of the census, which these do not have.
"""

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

from data.codes.code_set import year_begins
from data.extract import Date
from data.extracts import all_extracts

NUMBERS = Path(__file__).with_suffix(".csv")


class Numbered(NamedTuple):
    """Name a rule of DfE's: the collection it is of, its number, and the first and last year it is of, if not all."""

    collection: str
    number: str
    since: str
    until: str

    def is_of(self, year: str) -> bool:
        """Tell whether it is a rule of a collection year."""
        begins = year_begins(year)
        first, last = self.since or year, self.until or year
        return year_begins(first) <= begins <= year_begins(last)


@cache
def _all_numbers() -> tuple[Numbered, ...]:
    with NUMBERS.open(encoding="utf-8") as file:
        return tuple(Numbered(**row) for row in csv.DictReader(file))


@cache
def numbers_of(collection: str, year: str) -> frozenset[str]:
    """Return DfE's numbers of a collection in a year."""
    return frozenset(rule.number for rule in _all_numbers() if rule.collection == collection and rule.is_of(year))


@cache
def numbers_of_values() -> frozenset[str]:
    """Return the numbers of what a single value may be: what breaks these is not accepted when it is published."""
    columns = [column for declared in all_extracts().values() for column in declared.columns]
    orders = {column.dfe_order for column in columns if isinstance(column, Date)}
    return frozenset({column.dfe_rule for column in columns} | orders) - {""}
