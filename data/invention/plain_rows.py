"""Plain rows for an extract that the borough's lives do not tell of: made from its declaration alone.

A new extract so has figures in Example Borough from the day it is dropped in. Whoever wants it to tell a story writes
one into the lives.
"""

from collections.abc import Mapping

from data.extract import Code, Codes, Column, Date, Declared, Month, Number, Text, YesNo
from data.invention.chance import Chance
from data.invention.ordinal_days import iso, last_day, months_after

ROWS_A_MONTH = 30
MEMORY = 12
"""How many months back an extract reaches."""

Rows = list[tuple[str, ...]]


def plain_rows(declared: Declared, seed: int, month: str, children: Mapping[str, list[str]]) -> Rows:
    """Invent the rows of an extract as known at a month's end: some from each of the 12 months it reaches back over.

    `children` names the children whom every extract of a month knows, by month; a row's child is known throughout.
    """
    ends, rows = last_day(month), []
    for back in range(MEMORY):
        began = iso(months_after(ends, -back))[:7]
        for number in range(ROWS_A_MONTH):
            chance = Chance(seed, f"{declared.name}/{began}/{number}")
            values = {column.name: _value(column, chance, began, number, children) for column in declared.columns}
            rows.append(tuple(_known(declared[name], value, ends) for name, value in values.items()))
    return rows


def _value(column: Column, chance: Chance, began: str, number: int, children: Mapping[str, list[str]]) -> str:
    """Invent one value by the kind of its column."""
    if column.name == "child_id":
        child_ids = children.get(began) or next(iter(children.values()))
        return child_ids[chance.between(0, len(child_ids) - 1)]
    if isinstance(column, Month):
        return began
    if isinstance(column, Date):
        length = chance.between(20, 200) if column.not_before else 0
        return iso(last_day(began) - chance.between(0, 27) + length)
    if isinstance(column, YesNo):
        return "Y" if chance.yes(0.85) else "N"
    if isinstance(column, (Code, Codes)):
        codes = list(column.allowed)
        return codes[chance.between(0, len(codes) - 1)]
    if isinstance(column, Number):
        least = int(column.at_least or 0)
        return str(chance.between(least, int(column.unusual_above or column.at_most or least + 20)))
    return _text(column, began, number)


def _text(column: Column, began: str, number: int) -> str:
    """Invent an identifier, or the name of a team."""
    assert isinstance(column, Text)
    thing = column.name.removesuffix("_id")
    if thing == column.name:
        return f"{thing.replace('_', ' ').title()} {number % 3 + 1}"
    return f"{thing[:3].upper()}{began.replace('-', '')}{number:02d}"


def _known(column: Column, value: str, ends: int) -> str:
    """Leave out a day that had not come by the month's end, unless it may be planned."""
    late = isinstance(column, Date) and not column.planned and value > iso(ends)
    return "" if late else value
