"""Records that stand by themselves: what happened, and what of it is known at a month end.

A cell is text as it stands, a day that is blank until it comes, or text that is known from a day on.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from data.extracts import all_extracts
from data.invention.ordinal_days import day, iso, last_day
from data.months import month_end, window_begins

Cell = str | int | tuple[int, str] | None
Rows = list[tuple[str, ...]]
NEVER = day(9999, 12, 31)


@dataclass(frozen=True, slots=True)
class Record:
    """Hold one row: from when it is told, until when it matters, from when another takes its place, and whose it is."""

    extract: str
    begins: int
    over: int
    cells: tuple[Cell, ...]
    child_id: str = ""
    replaced: int = NEVER


def told_of(records: Collection[Record], month: str, named: Collection[str]) -> dict[str, Rows]:
    """Write the rows of every record that an extract of a month holds; `named` are the children known in it."""
    end = last_day(month)
    extracts = {record.extract for record in records}
    opens = {name: window_begins(all_extracts()[name].window, month_end(month)) for name in extracts}
    since = {name: first.toordinal() if first else 0 for name, first in opens.items()}
    rows: dict[str, Rows] = defaultdict(list)
    for record in records:
        stands = record.begins <= end < record.replaced and record.over >= since[record.extract]
        if stands and (not record.child_id or record.child_id in named):
            rows[record.extract].append(
                tuple(cell if type(cell) is str else written(cell, end) for cell in record.cells)
            )
    return rows


def written(cell: Cell, end: int) -> str:
    """Write a cell as it is known on a day."""
    if isinstance(cell, tuple):
        return cell[1] if cell[0] <= end else ""
    if isinstance(cell, int):
        return iso(cell) if cell <= end else ""
    return cell or ""
