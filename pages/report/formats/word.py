"""A document as Word, in the template that ships or in a council's own with the same fields."""

import io
from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from data.errors import Mendable
from pages.report.document import Chart, Document, Part, Table
from pages.report.formats.one_moment import of_one_moment

if TYPE_CHECKING:
    from docx.table import Table as WordTable
    from docxtpl import DocxTemplate

TEMPLATE = Path(__file__).with_name("committee.docx")
FIELDS = ("place", "title", "under_title", "classification", "sections", "foot")
"""What a template shows, each by its name in double braces: without one of them a report would not say what it is."""
CHART_WIDTH = 168
"""Millimetres: the width of an A4 page between its margins."""
WIDTHS = {7: (2.4, 1.4, 1.4, 1.15, 1.0, 1.1, 1.25)}
"""Of the columns of a table of so many, beside one another; of any other the first is wider, and the rest are alike."""


def as_word(document: Document, made_at: datetime, name: str = TEMPLATE.name, template: bytes | None = None) -> bytes:
    """Write a document into a template, the shipped one where none is given.

    `made_at` stands in its properties, so that the same gives the same bytes.

    Raises:
        Mendable: where the template is no Word document, lacks a field, or has one that a report does not know.
    """
    from docx.opc.exceptions import PackageNotFoundError
    from docxtpl import DocxTemplate
    from jinja2 import StrictUndefined, TemplateError
    from jinja2.sandbox import SandboxedEnvironment

    try:
        word = DocxTemplate(io.BytesIO(TEMPLATE.read_bytes() if template is None else template))
        _must_have_fields(name, word.get_undeclared_template_variables())
        # Without autoescape a count that is hidden as "<5" comes out as "5".
        word.render(_told(document, word), SandboxedEnvironment(undefined=StrictUndefined), autoescape=True)
    except (PackageNotFoundError, BadZipFile, ValueError, KeyError) as why:
        raise Mendable(f"{name} cannot be read as a Word document: {why}. Name a template of Word (.docx).") from why
    except TemplateError as why:
        raise Mendable(
            f"{name} is not written as a template of a report: {why}. Begin anew with a copy of the one that ships."
        ) from why
    return of_one_moment(_finished(document, word, made_at), made_at)


def _must_have_fields(name: str, fields: Collection[str]) -> None:
    """Refuse a template that lacks a field, or has one that a report does not know."""
    if lacking := [field for field in FIELDS if field not in fields]:
        raise Mendable(
            f"{name} has no place for {', '.join(lacking)}. Write {{{{ {lacking[0]} }}}} where it is to stand."
        )
    if unknown := sorted(set(fields) - set(FIELDS)):
        raise Mendable(f"{name} asks for {', '.join(unknown)}, which a report does not have. Take it out.")


def _told(document: Document, word: "DocxTemplate") -> dict:
    """Return a document as a template is given it: in plain values, its charts as pictures."""
    sections = [
        {"number": section.number, "title": section.title, "parts": [_part(part, word) for part in section.parts]}
        for section in document.sections
    ]
    return {name: getattr(document, name) for name in FIELDS} | {"sections": sections}


def _part(part: Part, word: "DocxTemplate") -> dict:
    """Return a part of a section as a template is given it."""
    from docx.shared import Mm
    from docxtpl import InlineImage

    if not isinstance(part, Chart):
        return asdict(part)
    picture = InlineImage(word, io.BytesIO(part.picture.png()), width=Mm(CHART_WIDTH))
    return {"kind": part.kind, "caption": part.caption, "image": picture}


def _finished(document: Document, word: "DocxTemplate", made_at: datetime) -> bytes:
    """Give each chart its text and the file its properties: no person's name, and one moment."""
    written = word.docx  # `get_docx` would read the template anew
    assert written is not None
    charts = [chart.picture.alt for chart in document.charts()]
    pictures = written.inline_shapes
    for number, alt in enumerate(charts, len(pictures) - len(charts)):
        pictures[number]._inline.docPr.set("descr", alt)
    _widths(document, written.tables)
    properties = written.core_properties
    properties.title, properties.subject = f"{document.place}: {document.title}", document.classification
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = ""
    properties.created = properties.modified = made_at.replace(tzinfo=None)
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def _widths(document: Document, tables: "Sequence[WordTable]") -> None:
    """Give the tables of a document widths in which their words find room: the first column the widest.

    A template may hold tables of its own, which are left as they are.
    """
    from docx.shared import Mm

    ours = {part.headings for section in document.sections for part in section.parts if isinstance(part, Table)}
    for table in tables:
        if tuple(cell.text for cell in table.rows[0].cells) not in ours:
            continue
        shares = WIDTHS.get(len(table.columns), (2.2, *[1.0] * (len(table.columns) - 1)))
        for column, share in zip(table.columns, shares, strict=True):
            column.width = Mm(CHART_WIDTH * share / sum(shares))
        for row in table.rows:
            for cell, share in zip(row.cells, shares, strict=True):
                cell.width = Mm(CHART_WIDTH * share / sum(shares))
