"""A document as Word, in the template that ships or in a council's own with the same fields."""

import io
from collections.abc import Collection
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from data.errors import Mendable
from pages.charts.paper.picture import Picture
from pages.report.document import Bullets, Cell, Chart, Document, Form, Part, Table
from pages.report.formats.one_moment import of_one_moment
from pages.report.formats.word_layout import WIDTHS, lay_out, millimetres

if TYPE_CHECKING:
    from docxtpl import DocxTemplate, InlineImage

TEMPLATE = Path(__file__).with_name("committee.docx")
FIELDS = ("place", "title", "under_title", "classification", "sections", "foot")
"""What a template shows, each by its name in double braces: without one of them a report would not say what it is."""
CELL_MARGINS = 4
"""Millimetres that a cell keeps free at both sides of a picture."""


def as_word(document: Document, made_at: datetime, name: str = TEMPLATE.name, template: bytes | None = None) -> bytes:
    """Write a document into a template, the shipped one where none is given.

    `made_at` stands in its properties, so that the same gives the same bytes.

    Raises:
        Mendable: where the template is no Word document, lacks a field, or has one that a report does not know.
    """
    from jinja2 import StrictUndefined, TemplateError
    from jinja2.sandbox import SandboxedEnvironment

    word = _opened(name, TEMPLATE.read_bytes() if template is None else template)
    fields = _told(document, word)
    try:
        _must_have_fields(name, word.get_undeclared_template_variables())
        # Without autoescape a count that is hidden as "<5" comes out as "5".
        word.render(fields, SandboxedEnvironment(undefined=StrictUndefined), autoescape=True)
    except TemplateError as why:
        raise Mendable(
            f"{name} is not written as a template of a report: {why}. Begin anew with a copy of the one that ships."
        ) from why
    return of_one_moment(_finished(document, word, made_at), made_at)


def _opened(name: str, template: bytes) -> "DocxTemplate":
    """Open a template, or refuse what is no Word document."""
    from docx.opc.exceptions import PackageNotFoundError
    from docxtpl import DocxTemplate

    try:
        word = DocxTemplate(io.BytesIO(template))
        word.init_docx()
    except (PackageNotFoundError, BadZipFile, ValueError, KeyError) as why:
        raise Mendable(f"{name} cannot be read as a Word document: {why}. Name a template of Word (.docx).") from why
    return word


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
        {
            "number": section.number,
            "title": section.title,
            "parts": [_part(part, document.form, word) for part in section.parts],
        }
        for section in document.sections
    ]
    lines = document.under_title if document.form == Form.REPORT else (" · ".join(document.under_title),)
    return {name: getattr(document, name) for name in FIELDS} | {"sections": sections, "under_title": lines}


def _part(part: Part, form: Form, word: "DocxTemplate") -> dict:
    """Return a part of a section as a template is given it; on close paper a heading names the table beneath it."""
    match part:
        case Chart():
            return {"kind": part.kind, "caption": part.caption, "image": _image(part.picture, word, WIDTHS[form])}
        case Bullets():
            return {"kind": part.kind, "texts": part.whole}
        case Table():
            widths = millimetres(part, form)
            rows = [[_cell(*of, word) for of in zip(row, widths, strict=True)] for row in part.rows]
            caption = part.caption if form == Form.REPORT else ""
            return {"kind": part.kind, "caption": caption, "headings": part.headings, "rows": rows}
        case _:
            return asdict(part)


def _cell(cell: str | Cell, width: float, word: "DocxTemplate") -> "str | InlineImage":
    """Return a cell as a template is given it: its picture or its text; how it looks is set when it is laid out."""
    picture = cell.picture if isinstance(cell, Cell) else None
    return _image(picture, word, width - CELL_MARGINS) if picture else str(cell)


def _image(picture: Picture, word: "DocxTemplate", width: float) -> "InlineImage":
    """Return a picture as a template is given it; `width` is in millimetres."""
    from docx.shared import Mm
    from docxtpl import InlineImage

    return InlineImage(word, io.BytesIO(picture.png()), width=Mm(width))


def _finished(document: Document, word: "DocxTemplate", made_at: datetime) -> bytes:
    """Give each chart its text and the file its properties: no person's name, and one moment."""
    written = word.docx  # `get_docx` would read the template anew
    assert written is not None
    alts = [picture.alt for picture in document.pictures()]
    pictures = list(written.inline_shapes)
    if len(pictures) >= len(alts):  # a template may leave charts out; pictures of its own stand before ours
        for picture, alt in zip(pictures[len(pictures) - len(alts) :], alts, strict=True):
            picture._inline.docPr.set("descr", alt)
    lay_out(document, written)
    properties = written.core_properties
    properties.title, properties.subject = f"{document.place}: {document.title}", document.classification
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = ""
    properties.created = properties.modified = made_at.replace(tzinfo=None)
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()
