"""How a document of Word lies on its paper: the page, the columns of tables, and cells that are more than a text."""

from typing import TYPE_CHECKING

from pages.report.document import Cell, Document, Form, Table, Tone

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table as WordTable
    from docx.table import _Cell as WordCell

WIDTHS = {Form.REPORT: 168, Form.PAGE: 190, Form.LANDSCAPE: 277}
"""Millimetres of A4 between its margins."""
MARGIN = 10
"""Millimetres at each side of close paper."""
COLOURS = {Tone.CONCERN: "A33A00", Tone.IMPROVEMENT: "12436D", Tone.NEUTRAL: "5A1A8B"}
GREY = "4D4A45"
LARGER, SMALLER = 1.3, 0.9
"""Of the usual size of a cell: a figure, and what stands small beneath."""


def lay_out(document: Document, written: "WordDocument") -> None:
    """Set the paper of a document, and the widths and looks of its own tables; those of a template stay as they are."""
    if document.form != Form.REPORT:
        _close(written, document.form == Form.LANDSCAPE)
    ours = [part for section in document.sections for part in section.parts if isinstance(part, Table)]
    for table in written.tables:
        headings = _headings(table)
        place = next((place for place, part in enumerate(ours) if part.headings == headings), None)
        if place is not None:
            part = ours[place]
            del ours[: place + 1]
            _widths(table, millimetres(part, document.form))
            _looks(table, part)


def millimetres(table: Table, form: Form) -> tuple[float, ...]:
    """Return how wide the columns of a table are."""
    return tuple(WIDTHS[form] * share / sum(table.widths) for share in table.widths)


def _headings(table: "WordTable") -> tuple[str, ...]:
    """Return the headings of a table."""
    return tuple(cell.text for cell in table.rows[0].cells)


def _close(written: "WordDocument", is_landscape: bool) -> None:
    """Give a document narrow margins, on its side where that is asked for, and headings that stand close."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm, Pt

    for section in written.sections:
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(MARGIN)
        if is_landscape:
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = section.page_height, section.page_width
    for name, size, above in (("Title", 16, 0), ("Heading 1", 11, 6), ("Normal", 8.5, 0)):
        style = written.styles[name]
        style.font.size, style.paragraph_format.space_before = Pt(size), Pt(above)  # type: ignore[attr-defined]
        style.paragraph_format.space_after = Pt(2)  # type: ignore[attr-defined]


def _widths(table: "WordTable", widths: tuple[float, ...]) -> None:
    """Give the columns of a table their widths, in millimetres; a row of a template's own may have fewer cells."""
    from docx.shared import Mm

    for column, width in zip(table.columns, widths, strict=False):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=False):
            cell.width = Mm(width)


def _looks(table: "WordTable", part: Table) -> None:
    """Write the cells of a table that are more than a text, where the template sets a row for each of its rows."""
    rows = table.rows[1:]
    if len(rows) != len(part.rows):
        return
    for cells, row in zip(part.rows, rows, strict=True):
        for cell, shown in zip(cells, row.cells, strict=True):
            if isinstance(cell, Cell) and not cell.picture:
                _look(shown, cell)


def _look(shown: "WordCell", cell: Cell) -> None:
    """Write a cell anew with its tone, and with what stands small on a line of its own."""
    from docx.shared import Pt, RGBColor

    paragraph = shown.paragraphs[0]
    usual = paragraph.runs[0].font.size if paragraph.runs else None
    points = usual.pt if usual else 8
    for run in list(paragraph.runs):
        run._r.getparent().remove(run._r)
    if cell.text:
        text = paragraph.add_run(cell.text)
        text.font.bold = cell.tone != Tone.PLAIN
        text.font.size = Pt(round(points * (LARGER if cell.tone == Tone.FIGURE else 1), 1))
        if cell.tone in COLOURS:
            text.font.color.rgb = RGBColor.from_string(COLOURS[cell.tone])
    if cell.small:
        small = paragraph.add_run()
        if cell.text:
            small.add_break()
        small.add_text(cell.small)
        small.font.size, small.font.color.rgb = Pt(round(points * SMALLER, 1)), RGBColor.from_string(GREY)
