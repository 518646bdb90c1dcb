"""Tables handed out as files that people open elsewhere: csv, xlsx and parquet, by the end of the file's name.

No cell is ever a formula: text is written as text, and in csv a text that a spreadsheet would take for a formula is
preceded by an apostrophe. A file names the program that made it where it does not move a cell: an xlsx in its
properties, a parquet in its metadata. What stands at the foot, for whom it is and what is in it, is the last line of a
csv, the last row of an xlsx, and in the metadata of a parquet, whose cells keep their kinds.
"""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pandas
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from data.errors import Mendable
from data.program import PROGRAM_NAME, which_program

LIKE_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def handed_out(table: pandas.DataFrame, name: str, foot: str = "") -> bytes:
    """Return the bytes of a file of that name that holds a table, and the words at its foot, if there are any.

    Raises:
        Mendable: where the name ends in none of .csv, .xlsx and .parquet.
    """
    kinds = {".csv": _csv, ".xlsx": _xlsx, ".parquet": _parquet}
    ending = Path(name).suffix.lower()
    if ending not in kinds:
        raise Mendable(f"{name} ends in none of {', '.join(kinds)}. Choose one of these.")
    return kinds[ending](table, foot)


def workbook(sheets: Mapping[str, pandas.DataFrame], foot: str = "") -> bytes:
    """Return the bytes of an xlsx of several tables, each on a sheet of its name with the same words at its foot."""
    book = Workbook(write_only=True)
    book.properties.creator, book.properties.description = PROGRAM_NAME, which_program()
    for name, table in sheets.items():
        _sheet(book, name, table, foot)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def copied(table: pandas.DataFrame, foot: str = "") -> str:
    """Return a table as text that falls into the cells of a spreadsheet, or of a letter's table, when it is pasted."""
    return _made_inert(table).to_csv(index=False, date_format="%Y-%m-%d", sep="\t") + (f"\n{foot}\n" if foot else "")


def content_of(table: pandas.DataFrame) -> bytes:
    """Return the cells of a table as bytes that are the same whatever kind of file they go into."""
    return _csv(table, "")


def _csv(table: pandas.DataFrame, foot: str) -> bytes:
    last = pandas.DataFrame([[foot]]).to_csv(index=False, header=False) if foot else ""
    return (_made_inert(table).to_csv(index=False, date_format="%Y-%m-%d") + last).encode("utf-8-sig")


def _made_inert(table: pandas.DataFrame) -> pandas.DataFrame:
    texts = [name for name in table if table[name].dtype in ("str", "object")]
    return table.assign(**{name: table[name].map(_inert) for name in texts})


def _parquet(table: pandas.DataFrame, foot: str) -> bytes:
    named = table.copy(deep=False)
    named.attrs = {"program": which_program(), **({"foot": foot} if foot else {})}
    return named.to_parquet(index=False)


def _xlsx(table: pandas.DataFrame, foot: str) -> bytes:
    return workbook({"Figures": table}, foot)


def _sheet(book: Workbook, name: str, table: pandas.DataFrame, foot: str) -> None:
    """Write a table on a sheet of a workbook."""
    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    sheet.append([_cell(sheet, str(heading)) for heading in table.columns])
    for record in table.astype(object).where(table.notna(), None).itertuples(index=False, name=None):
        sheet.append([_cell(sheet, value) for value in record])
    if foot:
        sheet.append([_cell(sheet, foot)])


def _cell(sheet: object, value: object) -> object:
    """Return a cell; a text stays a text whatever it begins with."""
    if not isinstance(value, str):
        return value.to_pydatetime() if isinstance(value, pandas.Timestamp) else value
    cell = WriteOnlyCell(sheet, value)  # type: ignore[arg-type]
    cell.data_type = "s"
    return cell


def _inert(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(LIKE_FORMULA) else value
