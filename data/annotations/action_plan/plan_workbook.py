"""A plan as a workbook: a sheet for each kind of item, with its identifiers and the version that stands."""

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from data.annotations.action_plan.items import Action, Item, Plan, Recommendation, Source
from data.annotations.action_plan.layout import LAYOUTS

SHEETS: dict[type[Item], str] = {Source: "Sources", Recommendation: "Recommendations", Action: "Actions"}
PART_SHEETS: dict[type[Item], str] = {Source: "Judgements", Action: "Figures"}
NO_EVIDENCE = "no evidence"
"""What stands for it that there is no evidence; a blank says that nothing was said of it."""
HOW = (
    "Each row is one item, known by the number in its first column: leave that, and the version, as they are.",
    "A new item has a number of its own and no version. What is not in the workbook stays in the plan as it is.",
    "An action has an owner. What is taken back stays in the history: say why in the column taken_back.",
    f'evidence: what shows that it was done; "{NO_EVIDENCE}" where there is none.',
    "Figures: the id of an indicator, up, down, hold or better, the month by which (2027-03), the value expected.",
    "Take it in on the page Action plan, which shows what would change, or with: python cli.py action-plan-in",
)
ABOUT, WIDE, NARROW = "About", 60, 18
WORDS = frozenset({"title", "area", "evidence", "taken_back"})


def columns_of(kind: type[Item]) -> tuple[str, ...]:
    """Return the columns of the sheet of a kind of item."""
    return LAYOUTS[kind].key, "version", *LAYOUTS[kind].columns


def part_columns_of(kind: type[Item]) -> tuple[str, ...]:
    """Return the columns of the sheet of what a kind of item is made of; none where it has no parts."""
    parts = LAYOUTS[kind].parts
    return (LAYOUTS[kind].key, *parts[2]) if parts else ()


def rows_of(plan: Plan) -> dict[str, list[tuple]]:
    """Return the rows of each sheet, its headings first."""
    sheets: dict[str, list[tuple]] = {}
    for kind, sheet in SHEETS.items():
        items = [item for item in plan.items if type(item) is kind]
        sheets[sheet] = [columns_of(kind), *(_row(item) for item in items)]
        if kind in PART_SHEETS:
            sheets[PART_SHEETS[kind]] = [part_columns_of(kind), *(row for item in items for row in _parts(item))]
    return sheets


def workbook(plan: Plan, foot: str) -> bytes:
    """Return a plan as the bytes of a workbook; how it is filled in, and its foot, stand on a sheet of their own."""
    book = Workbook()
    about = book.worksheets[0]
    about.title = ABOUT
    for line in (*HOW, foot):
        about.append([line])
    about.column_dimensions["A"].width = 2 * WIDE
    for name, rows in rows_of(plan).items():
        _fill(book.create_sheet(name), rows)
    book.active = len(SHEETS) + 1
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _fill(sheet: Any, rows: Sequence[tuple]) -> None:
    """Write rows into a sheet: texts as texts, days as days, the headings in bold and in sight."""
    sheet.freeze_panes = "B2"
    for place, name in enumerate(rows[0], 1):
        column = sheet.column_dimensions[get_column_letter(place)]
        column.width = WIDE if name in WORDS else NARROW
        column.number_format = "General" if name == "version" else "@"
    for number, row in enumerate(rows, 1):
        for place, value in enumerate(row, 1):
            if value is None or value == "":
                continue
            cell = sheet.cell(number, place, value)
            if isinstance(value, str):
                cell.data_type, cell.number_format = "s", "@"
            elif isinstance(value, date):
                cell.number_format = "yyyy-mm-dd"
            if number == 1:
                cell.font = Font(bold=True)


def _row(item: Item) -> tuple:
    """Return an item as a row of its sheet."""
    cells = [getattr(item, name) for name in LAYOUTS[type(item)].columns]
    if isinstance(item, Action) and item.evidence == "":
        cells[LAYOUTS[Action].columns.index("evidence")] = NO_EVIDENCE
    return item.key, item.written.version, *cells


def _parts(item: Item) -> Iterable[tuple]:
    """Yield what an item is made of as rows of their sheet."""
    if isinstance(item, Source):
        yield from ((item.key, judgement.area, judgement.grade) for judgement in item.judgements)
    if isinstance(item, Action):
        for move in item.moves:
            yield item.key, move.indicator, move.direction, f"{move.by:%Y-%m}" if move.by else "", move.expected
