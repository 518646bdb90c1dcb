"""A workbook for publication, written by gptables: cover, contents, notes, and a sheet for each table."""

import io
from datetime import datetime
from typing import TYPE_CHECKING

from data.program import PROGRAM_NAME, which_program
from pages.report.formats.one_moment import of_one_moment
from pages.report.publication import Publication, Sheet

if TYPE_CHECKING:
    from gptables import GPTable, GPWorkbook

AS_TEXT = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""A text stays a text, whatever it begins with."""
WIDEST = 60
"""Letters in a line of a cell; what is longer is wrapped."""


def as_workbook(publication: Publication, made_at: datetime) -> bytes:
    """Write figures for publication. `made_at` stands in its properties, so that the same gives the same bytes."""
    from gptables import Cover, produce_workbook
    from pandas import DataFrame

    file = io.BytesIO()
    book = produce_workbook(
        file,  # type: ignore[arg-type] - it is handed on to xlsxwriter, which takes a file
        sheets={sheet.label: _table(sheet, publication) for sheet in publication.sheets},
        cover=Cover(title=publication.title, intro=list(publication.intro), about=list(publication.about)),
        notes_table=DataFrame({"Note": list(publication.notes), "What it says": list(publication.notes.values())}),
        workbook_options=AS_TEXT,
    )
    _hold_widths(book, publication)
    properties = {"title": publication.title, "author": PROGRAM_NAME, "comments": which_program(), "created": made_at}
    book.set_properties(properties)
    book.close()
    return of_one_moment(file.getvalue(), made_at)


def _table(sheet: Sheet, publication: Publication) -> "GPTable":
    """Return the table of a sheet, with references to notes in the headings of columns."""
    from gptables import GPTable

    return GPTable(
        table=sheet.table,
        table_name=sheet.label.replace(" ", "_").replace("-", "_"),
        title=sheet.title,
        instructions=sheet.instructions,
        table_notes={name: f"$${name}$$" for name in publication.notes if name in sheet.table},
        index_columns={},
    )


def _hold_widths(book: "GPWorkbook", publication: Publication) -> None:
    """Make no column wider than a line that can be read."""
    by_label = {sheet.label: sheet.table for sheet in publication.sheets}
    for sheet in book.worksheets():
        columns = by_label[str(sheet.name)].to_dict("list") if sheet.name in by_label else {}
        for place, cells in enumerate(columns.values()):
            if max(len(str(cell)) for cell in cells) > WIDEST:
                sheet.set_column(place, place, WIDEST)
