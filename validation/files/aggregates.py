"""Ask of figures already counted whether each is of an indicator, can be what it says, and will be read."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any

import pandas

from data.months import in_words
from validation.files.opened_files import Opened
from validation.rules.finding import Finding
from validation.rules.severity import BLOCK, INFO

Units = Callable[[], Mapping[str, str]]
"""The unit of each indicator there is, by its identifier; none where nobody can tell, and then nothing is asked."""
OUT_OF_SOMETHING = ("percent", "average")


def given_findings(file: Opened, month_end: date, units: Units) -> Iterator[Finding]:
    """Find what is wrong with figures already counted: no rule of one column can know what the indicators are."""
    if file.declared.name != "aggregates" or not (unit_of := units()):
        return
    table = file.table.assign(unit=[unit_of.get(name) for name in file.table["indicator"]])
    for row in _where(table["indicator"].notna() & table["unit"].isna()):
        indicator = str(table["indicator"][row])
        near = get_close_matches(indicator, unit_of, n=1)
        hint = f" Is it {near[0]}?" if near else ""
        message = f'"{indicator}" is not an indicator.{hint} Each has its identifier on the definitions page.'
        yield file.finding(row, "indicator", "aggregates.indicator.unknown", BLOCK, message)
    yield from _numbers(file, table)
    yield from _parts(file, table)
    yield from _unread(file, table, month_end)


def _numbers(file: Opened, table: pandas.DataFrame) -> Iterator[Finding]:
    """Find shares and averages that are out of nothing, and shares of more than all."""
    for row, indicator, unit, above, below in zip(
        table.index, table["indicator"], table["unit"], table["numerator"], table["denominator"], strict=True
    ):
        if unit in OUT_OF_SOMETHING and pandas.isna(below):
            message = f"{indicator} is {_kind(unit)}, so it needs what it is out of. Give it."
            yield file.finding(int(row), "denominator", "aggregates.denominator.needed", BLOCK, message)
        elif unit == "percent" and pandas.notna(above) and above > below:
            message = (
                f"{above:g} is more than the {below:g} it is out of, and {indicator} is {_kind(unit)}. Correct them."
            )
            yield file.finding(int(row), "numerator", "aggregates.numerator.above_all", BLOCK, message)


def _parts(file: Opened, table: pandas.DataFrame) -> Iterator[Finding]:
    """Find rows that are broken down and name no group, or the other way round, and rows that say All twice."""
    is_all = table["breakdown_value"].str.lower() == "all"
    amiss = (table["breakdown"] == "ALL") != is_all
    for row in _where(amiss & table["breakdown"].notna() & table["breakdown_value"].notna()):
        message = "ALL and All go together: name the group that the figure is of, or say that it is not broken down."
        yield file.finding(row, "breakdown_value", "aggregates.breakdown_value.amiss", BLOCK, message)
    spelt = table.assign(**{name: table[name].str.lower() for name in ("team", "breakdown_value")})
    same = [*file.declared.one_row_per]
    twice = spelt.duplicated(same) & ~table.duplicated(same)
    for row in _where(twice):
        message = "another row is of the same figure, but for capitals. Keep the one that is right."
        yield file.finding(row, "team", "aggregates.team.twice", BLOCK, message)


def _unread(file: Opened, table: pandas.DataFrame, month_end: date) -> Iterator[Finding]:
    """Say which figures will be kept and not shown: of other months, and of a team and a group at once."""
    count = len(_where(table["period"].notna() & (table["period"] != pandas.Timestamp(month_end))))
    if count:
        message = (
            f"{_rows(count)} of other months than {in_words(month_end)}, and only that month is read. Publish the file "
            "once for each month that it holds."
        )
        yield file.finding(None, "period", "aggregates.period.other_months", INFO, message, count)
    both = len(_where((table["team"].str.lower() != "all") & (table["breakdown"] != "ALL")))
    if both:
        message = f"{_rows(both)} of a team and a group at once. Such figures are kept and not shown."
        yield file.finding(None, "breakdown", "aggregates.breakdown.of_a_team", INFO, message, both)


def _where(holds: Any) -> list[int]:
    """List the row numbers for which something holds."""
    return [int(row) for row, is_so in holds.items() if is_so]


def _kind(unit: str) -> str:
    """Say what kind of figure a unit makes."""
    return {"percent": "a percentage", "average": "an average"}[unit]


def _rows(how_many: int) -> str:
    """Begin a sentence about rows."""
    return "1 row is" if how_many == 1 else f"{how_many:,} rows are"
