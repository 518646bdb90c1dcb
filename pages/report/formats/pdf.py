"""A document as PDF, by the rules of PDF/UA-1. typst is given it as data, so that no text is read as code."""

import json
from dataclasses import fields, is_dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from pages.charts.paper.picture import Picture
from pages.report.document import Document, Table

TEMPLATE = Path(__file__).with_name("report.typ")
RULES = "ua-1"


def as_pdf(document: Document, made_at: datetime) -> bytes:
    """Write a document as PDF. `made_at` stands in its properties, so that the same document gives the same bytes."""
    import typst

    from pages.charts.paper.measured_text import font_file

    with TemporaryDirectory(prefix="report-") as folder:
        place = Path(folder)
        (place / "document.json").write_text(json.dumps(_plain(document, place)), encoding="utf-8")
        (place / TEMPLATE.name).write_bytes(TEMPLATE.read_bytes())
        return typst.compile(
            str(place / TEMPLATE.name),
            root=folder,
            font_paths=[str(font_file().parent)],
            ignore_system_fonts=True,
            pdf_standards=[RULES],
            timestamp=int(made_at.timestamp()),
        )


def _plain(value: object, place: Path) -> object:
    """Return a document, or a part of it, as plain values, in which a picture is a file of its own and its text."""
    if isinstance(value, Picture):
        file = place / f"picture-{sum(1 for _ in place.iterdir())}.svg"
        file.write_text(value.svg, encoding="utf-8")
        return {"file": file.name, "alt": value.alt}
    if isinstance(value, tuple):
        return [_plain(part, place) for part in value]
    if is_dataclass(value):
        of_class = {"widths": value.widths} if isinstance(value, Table) else {}
        return {field.name: _plain(getattr(value, field.name), place) for field in fields(value)} | of_class
    return value
