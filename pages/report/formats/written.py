"""A document in the format that the name of a file asks for."""

from collections.abc import Collection
from datetime import datetime
from pathlib import PurePath

from data.errors import Mendable
from pages.report.document import Document

WORD, PDF, HTML, SLIDES = ".docx", ".pdf", ".html", ".pptx"
KINDS = {WORD: "Word", PDF: "PDF", HTML: "HTML", SLIDES: "PowerPoint"}
PAPERS = (HTML, PDF, WORD)
"""Formats of what has no charts of its own to make slides of."""


def must_be_a_kind(name: str, has_template: bool = False, kinds: Collection[str] = tuple(KINDS)) -> None:
    """Refuse a name of no format of ours, before any work is done for it; only Word takes a template.

    Raises:
        Mendable: naming the formats.
    """
    ending = PurePath(name).suffix.lower()
    if ending not in kinds:
        raise Mendable(f"This is written as {', '.join(kinds)}, and {name} ends in none of them. Name it so.")
    if has_template and ending != WORD:
        raise Mendable(f"A template is for a report in Word, and {name} is {KINDS[ending]}. Name a {WORD}.")


def written(document: Document, name: str, made_at: datetime, template: tuple[str, bytes] | None = None) -> bytes:
    """Return the bytes of a document in the format of a name; `template` is the name and bytes of a council's own.

    `made_at` stands in its properties.

    Raises:
        Mendable: as the formats do.
    """
    must_be_a_kind(name, template is not None)
    match PurePath(name).suffix.lower():
        case ".docx":
            from pages.report.formats.word import TEMPLATE, as_word

            form, contents = template or (TEMPLATE.name, None)
            return as_word(document, made_at, form, contents)
        case ".pdf":
            from pages.report.formats.pdf import as_pdf

            return as_pdf(document, made_at)
        case ".pptx":
            from pages.report.formats.slides import as_slides

            return as_slides(document, made_at)
        case _:
            from pages.report.formats.html import as_html

            return as_html(document)
