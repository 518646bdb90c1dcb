"""How the items of a plan lie in the store: a table for each kind, and one for what each version is made of."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.annotations.action_plan.items import Action, Item, Judgement, Move, Recommendation, Source, Written
from data.store.attachment import Cursor


@dataclass(frozen=True)
class Layout:
    """Say where an item lies: what its versions and itself are called, its other columns, and its parts.

    `parts` names the field, the table and the columns of what a version is made of, and what makes one.
    """

    number: str
    key: str
    columns: tuple[str, ...]
    days: frozenset[str] = frozenset()
    parts: tuple[str, str, tuple[str, ...], type] | None = None

    @property
    def table(self) -> str:
        """Return the name of the table, without its schema."""
        return f"{self.number}s"


LAYOUTS: dict[type[Item], Layout] = {
    Source: Layout(
        "plan_source",
        "source",
        ("kind", "title", "day", "overall"),
        frozenset({"day"}),
        ("judgements", "plan_judgements", ("area", "grade"), Judgement),
    ),
    Recommendation: Layout("plan_recommendation", "recommendation", ("source", "title")),
    Action: Layout(
        "plan_action",
        "action",
        (
            *("recommendation", "title", "owner", "partner", "team", "agreed", "due", "progress"),
            *("completed", "evidence", "taken_back"),
        ),
        frozenset({"agreed", "due", "completed"}),
        ("moves", "plan_moves", ("indicator", "direction", "by_month", "expected"), Move),
    ),
}


def enter(cursor: Cursor, item: Item) -> None:
    """Write a version that has its number into the store."""
    layout = LAYOUTS[type(item)]
    written = item.written
    cells = [getattr(item, name) for name in layout.columns]
    entry = [written.number, item.authority, item.key, written.version, *cells, written.at, written.by]
    cursor.execute(f"insert into store.office.{layout.table} values ({', '.join('?' * len(entry))})", entry)
    if layout.parts:
        field, table, _, _ = layout.parts
        for place, part in enumerate(getattr(item, field)):
            row = [written.number, place, *vars(part).values()]
            cursor.execute(f"insert into store.office.{table} values ({', '.join('?' * len(row))})", row)


def items_of(kind: type[Item], rows: pd.DataFrame, parts: pd.DataFrame | None) -> list[Item]:
    """Make the items of one kind from the rows of its table, and of the table of their parts."""
    layout = LAYOUTS[kind]
    parts_of: dict[int, list] = {}
    if layout.parts and parts is not None:
        _, _, columns, part = layout.parts
        for row in _plain(parts):
            cells = [_day(row[name]) if name == "by_month" else row[name] for name in columns]
            parts_of.setdefault(int(row[layout.number]), []).append(part(*cells))
    return [_item(kind, layout, row, parts_of) for row in _plain(rows)]


def _item(kind: type[Item], layout: Layout, row: dict[str, Any], parts_of: dict[int, list]) -> Item:
    """Make one item of a row."""
    number = int(row[layout.number])
    cells: dict[str, Any] = {name: _day(row[name]) if name in layout.days else row[name] for name in layout.columns}
    if layout.parts:
        cells[layout.parts[0]] = tuple(parts_of.get(number, ()))
    written = Written(number, int(row["version"]), row["written_at"].to_pydatetime(), row["written_by"])
    return kind(authority=row["authority"], written=written, **{layout.key: row[layout.key]}, **cells)


def _plain(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Return rows of plain values, None where there is none."""
    return table.astype(object).where(table.notna(), None).to_dict("records")  # type: ignore[return-value]


def _day(moment: Any) -> Any:
    """Return the day of a moment as pandas holds it."""
    return None if moment is None else moment.date()
