"""A document as PDF, by the rules of PDF/UA-1. typst is given it as data, so that no text is read as code."""

import json
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from pages.report.document import Chart, Document

TEMPLATE = Path(__file__).with_name("report.typ")
RULES = "ua-1"


def as_pdf(document: Document, made_at: datetime) -> bytes:
    """Write a document as PDF. `made_at` stands in its properties, so that the same document gives the same bytes."""
    import typst

    from pages.charts.paper.measured_text import font_file

    with TemporaryDirectory(prefix="report-") as folder:
        place = Path(folder)
        for number, chart in enumerate(document.charts()):
            (place / f"chart-{number}.svg").write_text(chart.picture.svg, encoding="utf-8")
        (place / "document.json").write_text(json.dumps(_plain(document)), encoding="utf-8")
        (place / TEMPLATE.name).write_bytes(TEMPLATE.read_bytes())
        return typst.compile(
            str(place / TEMPLATE.name),
            root=folder,
            font_paths=[str(font_file().parent)],
            ignore_system_fonts=True,
            pdf_standards=[RULES],
            timestamp=int(made_at.timestamp()),
        )


def _plain(document: Document) -> dict:
    """Return a document as plain values, in which a chart names its file."""
    numbers = iter(range(sum(1 for _ in document.charts())))
    sections = [
        {
            "number": section.number,
            "title": section.title,
            "parts": [
                {
                    "kind": part.kind,
                    "caption": part.caption,
                    "alt": part.picture.alt,
                    "file": f"chart-{next(numbers)}.svg",
                }
                if isinstance(part, Chart)
                else asdict(part)
                for part in section.parts
            ],
        }
        for section in document.sections
    ]
    return {
        "title": document.title,
        "place": document.place,
        "under_title": document.under_title,
        "classification": document.classification,
        "foot": document.foot,
        "sections": sections,
    }
