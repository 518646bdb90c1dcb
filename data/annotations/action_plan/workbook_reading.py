"""A workbook of a plan read back: each row an item; each cell that cannot be read named by sheet, row and column."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from data.annotations.action_plan.items import Action, Item, Judgement, Move, Plan, Source, Written
from data.annotations.action_plan.layout import LAYOUTS
from data.annotations.action_plan.plan_workbook import (
    ABOUT,
    NO_EVIDENCE,
    PART_SHEETS,
    SHEETS,
    columns_of,
    part_columns_of,
)
from data.arrivals.arrival import Arrival
from data.arrivals.days import read_date, read_month
from data.arrivals.file_reading import read
from data.arrivals.typed_values import read_number, read_text, read_whole
from data.errors import Mendable
from data.heading_spelling import tidy

DAYS = frozenset(name for layout in LAYOUTS.values() for name in layout.days)
READERS: Mapping[str, tuple[Callable[[str], Any], str]] = {
    **dict.fromkeys(DAYS, (read_date, "no day. Write it as 2026-03-31")),
    "by_month": (read_month, "no month. Write it as 2026-03"),
    "expected": (read_number, "no number. Write it in figures"),
    "version": (read_whole, "no version. Leave it as it was in the workbook, or blank for a new item"),
}
AS_TEXT = (read_text, "no text that can be read. Write it anew")
SMALL_LETTERS = frozenset({"kind", "overall", "grade", "direction"})
MAY_BE_NONE = frozenset({"evidence", "expected", "by_month", *DAYS})


@dataclass(frozen=True)
class WorkbookRow:
    """Hold an item as a row of a workbook said it, and where that row is."""

    item: Item
    where: str


@dataclass(frozen=True)
class PlanRead:
    """Hold the items of a workbook, and a sentence for each cell or row that cannot be read."""

    rows: tuple[WorkbookRow, ...]
    problems: tuple[str, ...]


def plan_read(file_name: str, contents: bytes, stands: Plan, authority: str) -> PlanRead:
    """Read a workbook of a plan; where it has no sheet of figures or judgements, those that stand are kept.

    Raises:
        Mendable: where the file cannot be read, or holds no sheet of a plan.
    """
    sheets = {tidy(arrival.sheet): arrival for arrival in read(file_name, contents)}
    if not any(tidy(name) in sheets for name in SHEETS.values()):
        raise Mendable(
            f"{file_name} holds none of the sheets {', '.join(SHEETS.values())}. Take the plan away as a workbook, and "
            "change that."
        )
    problems: list[str] = [*_strange(sheets, file_name)]
    rows = []
    for kind, name in SHEETS.items():
        parts = _parts_read(kind, sheets, problems)
        if arrival := sheets.get(tidy(name)):
            cells_of = _cells(arrival, columns_of(kind), problems)
            rows += [_item(kind, cells, where, parts, stands, authority) for cells, where in cells_of if cells]
    problems += _twice(rows)
    return PlanRead(tuple(rows), tuple(problems))


def _item(
    kind: type[Item], cells: dict[str, Any], where: str, parts: dict[str, list] | None, stands: Plan, authority: str
) -> WorkbookRow:
    """Make an item of the cells of a row."""
    layout = LAYOUTS[kind]
    written = Written(version=cells.pop("version") or 0)
    if cells.get("evidence") and str(cells["evidence"]).lower() == NO_EVIDENCE:
        cells["evidence"] = ""
    key = cells[layout.key]
    if layout.parts:
        field = layout.parts[0]
        earlier = {version.key: version for version in stands.items if type(version) is kind}
        stood = getattr(earlier[key], field) if key in earlier else ()
        cells[field] = stood if parts is None else tuple(parts.get(key, ()))
    return WorkbookRow(kind(authority=authority, written=written, **cells), where)


def _parts_read(kind: type[Item], sheets: Mapping[str, Arrival], problems: list[str]) -> dict[str, list] | None:
    """Return what items are made of, by their numbers; None where the workbook has no sheet of it."""
    arrival = sheets.get(tidy(PART_SHEETS.get(kind, "")))
    if arrival is None:
        return None
    parts: dict[str, list] = {}
    make = Judgement if kind is Source else Move
    whole = sheets.get(tidy(SHEETS[kind]))
    keys = _keys(whole, LAYOUTS[kind].key) if whole else set()
    for cells, where in _cells(arrival, part_columns_of(kind), problems):
        if cells:
            key = cells.pop(LAYOUTS[kind].key)
            if key not in keys:
                problems.append(
                    f"{where}: “{key}” is not in the sheet {SHEETS[kind]}. Add its row there, or mend this."
                )
            if kind is Action:
                cells["by"] = cells.pop("by_month")
            parts.setdefault(key, []).append(make(**cells))
    return parts


def _keys(arrival: Arrival, key: str) -> set[str]:
    """Return the numbers of the items of a sheet, as they are written."""
    columns = [heading for heading in arrival.rows.columns if tidy(heading) == tidy(key)]
    return {" ".join(text.split()) for heading in columns for text in arrival.rows[heading] if isinstance(text, str)}


def _cells(arrival: Arrival, columns: tuple[str, ...], problems: list[str]) -> list[tuple[dict[str, Any], str]]:
    """Return the cells of each row with where it is; no cells of a row of which one cannot be read."""
    headings = {tidy(heading): heading for heading in arrival.rows.columns}
    lacking = [name for name in columns if tidy(name) not in headings]
    if arrival.refusal or lacking:
        missing = f"the columns {', '.join(lacking)} are missing. Take the workbook away anew, and change that."
        problems.append(f"{arrival.where}: {arrival.refusal or missing}")
        return []
    problems += [
        f"{arrival.where}, row {number}: it looks like a closing line and was not read. Take it out."
        for number in arrival.footers
    ]
    rows = []
    for number, texts in zip(arrival.rows.index, arrival.rows.to_dict("records"), strict=True):
        where, cells, unreadable = f"{arrival.where}, row {number}", {}, False
        for name in columns:
            text = texts[headings[tidy(name)]]
            text = " ".join(text.split()) if isinstance(text, str) else ""
            try:
                cells[name] = _value(name, text)
            except ValueError:
                problems.append(f"{where}, column {name}: “{text[:40]}” is {READERS.get(name, AS_TEXT)[1]}.")
                unreadable = True
        rows.append(({} if unreadable else cells, where))
    return rows


def _value(name: str, text: str) -> Any:
    """Read a cell of a column; what is blank is nothing where that may be, and else an empty text."""
    value = READERS.get(name, AS_TEXT)[0](text)
    if value is None and name != "version" and name not in MAY_BE_NONE:
        return ""
    return str(value).lower() if name in SMALL_LETTERS else value


def _strange(sheets: Mapping[str, Arrival], file_name: str) -> list[str]:
    """Name the sheets that belong to no plan."""
    known = {tidy(name) for name in (*SHEETS.values(), *PART_SHEETS.values(), ABOUT)}
    names = [arrival.sheet for name, arrival in sheets.items() if name not in known]
    remedy = "it belongs to no plan, and nothing of it was read. Take it out."
    return [f"{file_name}, sheet {name}: {remedy}" for name in names]


def _twice(rows: list[WorkbookRow]) -> list[str]:
    """Name the rows of items that stand twice."""
    first: dict[tuple[type, str], str] = {}
    problems = []
    for row in rows:
        where = first.setdefault((type(row.item), row.item.key), row.where)
        if where != row.where:
            problems.append(f"{row.where}: {row.item.name} stands in {where} already. Keep the right one.")
    return problems
