"""A blank workbook for an extract: headings with notes, drop-downs for codes, and a sheet of guidance."""

import io
from collections.abc import Iterator

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from data.extract import Code, Codes, Column, Date, Declared, Month, Number, Text, Whole
from data.parsing.workbook import CODES_SHEET, GUIDANCE_SHEET
from data.program import PROGRAM_NAME, which_program

ROWS = 20_000
"""How far down the drop-downs and formats reach."""
LONGEST_LIST = 255
"""Excel holds no more characters than these in a drop-down; a longer list stands on a hidden sheet."""


def template(declared: Declared) -> bytes:
    """Return the bytes of the blank .xlsx workbook that an analyst fills in for an extract."""
    book = Workbook()
    book.properties.creator, book.properties.description = PROGRAM_NAME, which_program()
    sheet = book.worksheets[0]
    sheet.title = declared.title.split(" and ")[0][:31]
    _write_guidance(book.create_sheet(GUIDANCE_SHEET), declared)
    codes = book.create_sheet(CODES_SHEET)
    codes.sheet_state = "hidden"
    for position, column in enumerate(declared.columns, 1):
        heading = sheet.cell(1, position)
        _write(heading, column.name)
        heading.font = Font(bold=column.required)
        heading.comment = Comment(note(column), "Template", height=160, width=320)
        _prepare(sheet, codes, column, get_column_letter(position))
    sheet.freeze_panes = "A2"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def note(column: Column) -> str:
    """Say what a column means, how it is written and which codes it may hold."""
    required = "Required." if column.required else "May be blank."
    return f"{column.meaning}.\n{required} {written_as(column)}"


def written_as(column: Column) -> str:
    """Say how a column's values are written."""
    if isinstance(column, Code):
        return f"One of: {_in_use(column)}."
    if isinstance(column, Codes):
        return f"One or more, with commas between, of: {_in_use(column)}."
    if isinstance(column, Date):
        return "A date, dd/mm/yyyy."
    if isinstance(column, Month):
        return "A month, such as 2026-10."
    if isinstance(column, Number):
        kind = "A whole number" if isinstance(column, Whole) else "A number"
        bounds = [f"from {column.at_least:.12g}"] if column.at_least is not None else []
        bounds += [f"to {column.at_most:.12g}"] if column.at_most is not None else []
        bounds += [f"not above {column.not_above}"] if column.not_above else []
        return f"{' '.join([kind, *bounds])}."
    longest = column.longest if isinstance(column, Text) else 0
    return f"Text, up to {longest} characters." if longest else "Text."


def _in_use(column: Code | Codes) -> str:
    return "; ".join(f"{code} {column.allowed.meanings[code]}" for code in column.allowed)


def _prepare(sheet: Worksheet, codes: Worksheet, column: Column, letter: str) -> None:
    sheet.column_dimensions[letter].width = max(14, len(column.name) + 2)
    # A format on the whole column makes Excel keep what is typed: leading zeros in text, days in the English order.
    if isinstance(column, Date):
        sheet.column_dimensions[letter].number_format = "dd/mm/yyyy"
    elif not isinstance(column, Number):
        sheet.column_dimensions[letter].number_format = "@"
    if isinstance(column, Code):
        choice = DataValidation("list", formula1=_choices(codes, column), allow_blank=True)
        choice.error = f"Use {column.allowed.sentence()}."[:225]
        choice.add(f"{letter}2:{letter}{ROWS}")
        sheet.add_data_validation(choice)


def _choices(codes: Worksheet, column: Code) -> str:
    choices = ",".join(column.allowed)
    if len(choices) + 2 <= LONGEST_LIST:
        return f'"{choices}"'
    position = codes.max_column + 1 if codes.cell(1, 1).value else 1
    for row, code in enumerate(column.allowed, 1):
        _write(codes.cell(row, position), code)
    letter = get_column_letter(position)
    return f"{CODES_SHEET}!${letter}$1:${letter}${len(list(column.allowed))}"


def _write_guidance(sheet: Worksheet, declared: Declared) -> None:
    for row, line in enumerate(_guidance(declared), 1):
        for position, text in enumerate(line, 1):
            cell = sheet.cell(row, position)
            _write(cell, text)
            cell.alignment = Alignment(wrap_text=len(line) > 1, vertical="top")
            cell.font = Font(bold=row == 1 or line[0] == "Column")
    for letter, width in zip("ABCDE", (24, 60, 12, 60, 40), strict=True):
        sheet.column_dimensions[letter].width = width


def _guidance(declared: Declared) -> Iterator[list[str]]:
    for line in declared.guidance.splitlines():
        yield [line]
    yield [f"The extract reaches back over {declared.window}."]
    yield [""]
    yield ["Column", "Meaning", "Required", "Written as", "Also known as"]
    for column in declared.columns:
        required = "Yes" if column.required else "No"
        yield [column.name, column.meaning, required, written_as(column), ", ".join(column.aliases)]


def _write(cell, text: str) -> None:
    """Put text in a cell as text, so that nothing that begins with = is ever a formula."""
    cell.value = text
    cell.data_type = "s"
