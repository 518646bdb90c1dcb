"""A document as slides of PowerPoint: what it says first, and a native chart with its finding on a slide each."""

import io
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from pages.report.document import Bullets, Chart, Document, Drawn, Paragraph
from pages.report.formats.native_chart import BLUE, FONT, GREY, colour, draw_natively
from pages.report.formats.one_moment import of_one_moment

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Slides
    from pptx.shapes.autoshape import Shape
    from pptx.slide import Slide

WIDTH, HEIGHT, MARGIN = 13.333, 7.5, 0.6
"""Inches of a slide, and of what is free at its sides."""
FIRST = ("1", "5")
"""Sections whose words stand on the second slide: the summary and the challenges."""
MOST_POINTS = 9
CLASSIFICATION_SIZE, COVER_SIZE, TITLE_SIZE, FINDING_SIZE, POINT_SIZE = 11, 40, 26, 18, 18
INDENT = 228600
"""Of a point of a list, in the units of the format: a quarter of an inch."""


def as_slides(document: Document, made_at: datetime) -> bytes:
    """Write a document as slides. `made_at` stands in its properties, so that the same gives the same bytes."""
    from pptx import Presentation
    from pptx.util import Inches

    slides = Presentation()
    slides.slide_width, slides.slide_height = Inches(WIDTH), Inches(HEIGHT)
    _first(slides, document)
    _in_brief(slides, document)
    for chart in document.charts():
        if chart.drawn is not None:
            _of_chart(slides, document, chart, chart.drawn)
    properties = slides.core_properties
    properties.title, properties.subject = f"{document.place}: {document.title}", document.classification
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = ""
    properties.created = properties.modified = made_at.replace(tzinfo=None)
    file = io.BytesIO()
    slides.save(file)
    return of_one_moment(file.getvalue(), made_at)


def _first(slides: "Slides", document: Document) -> None:
    """Add the slide of the title: whose it is, of when, and who may read it."""
    from pptx.util import Inches, Pt

    slide = _slide(slides, document, document.title, document.foot)
    heading = slide.shapes.title
    assert heading is not None, "the layout has a title"
    heading.top, heading.height = Inches(1.6), Inches(1.6)
    heading.text_frame.paragraphs[0].runs[0].font.size = Pt(COVER_SIZE)
    _texts(slide, (document.place,), 1.05, 0.5, FINDING_SIZE, is_bold=True)
    _texts(slide, document.under_title, 3.4, 3.0, POINT_SIZE)


def _in_brief(slides: "Slides", document: Document) -> None:
    """Add the slide of what it says first: the summary, and what is a concern."""
    slide = _slide(slides, document, "In brief", document.foot)
    points = list(_points(document))
    more = [f"And {len(points) - MOST_POINTS} more in the report."] if len(points) > MOST_POINTS else []
    box = _texts(slide, (*points[:MOST_POINTS], *more), 1.3, 5.4, POINT_SIZE - 2)
    for paragraph in box.text_frame.paragraphs:
        _with_a_bullet(paragraph)


def _points(document: Document) -> Iterator[str]:
    """Yield the texts of the sections that are said first."""
    for section in document.sections:
        for part in section.parts if section.number in FIRST else ():
            if isinstance(part, Paragraph):
                yield part.whole
            elif isinstance(part, Bullets):
                yield from part.whole


def _of_chart(slides: "Slides", document: Document, chart: Chart, drawn: Drawn) -> None:
    """Add the slide of a measure: its title, its finding, its chart and, in the notes, all that is told of it."""
    from pptx.util import Inches

    notes = f"{drawn.told}\n\n{chart.picture.alt}\n\nSource: {document.foot}"
    slide = _slide(slides, document, drawn.title, notes)
    _texts(slide, (drawn.finding,), 1.15, 0.8, FINDING_SIZE)
    place = (Inches(MARGIN), Inches(2.0), Inches(WIDTH - 2 * MARGIN), Inches(4.8))
    draw_natively(slide, drawn, place, chart.picture.alt)


def _slide(slides: "Slides", document: Document, title: str, notes: str) -> "Slide":
    """Add a slide with its title, who may read it at its foot, and what stands in its notes."""
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Inches, Pt

    layout = next(layout for layout in slides.slide_layouts if layout.name == "Title Only")
    slide = slides.slides.add_slide(layout)
    heading = slide.shapes.title
    assert heading is not None, "the layout has a title"
    heading.left, heading.top = Inches(MARGIN), Inches(0.35)
    heading.width, heading.height = Inches(WIDTH - 2 * MARGIN), Inches(0.9)
    heading.text_frame.text = title
    heading.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
    line = heading.text_frame.paragraphs[0]
    line.alignment = PP_ALIGN.LEFT
    font = line.runs[0].font
    font.name, font.size, font.bold, font.color.rgb = FONT, Pt(TITLE_SIZE), True, colour(BLUE)
    _texts(slide, (document.classification,), HEIGHT - 0.5, 0.4, CLASSIFICATION_SIZE)
    frame = slide.notes_slide.notes_text_frame
    assert frame is not None, "notes have a place for words"
    frame.text = notes
    return slide


def _texts(
    slide: "Slide", texts: Sequence[str], top: float, height: float, size: int, is_bold: bool = False
) -> "Shape":
    """Write texts on a slide, a paragraph each, in a box that is returned; sizes are inches, of letters points."""
    from pptx.util import Inches, Pt

    box = slide.shapes.add_textbox(Inches(MARGIN), Inches(top), Inches(WIDTH - 2 * MARGIN), Inches(height))
    frame = box.text_frame
    frame.word_wrap = True
    for number, text in enumerate(texts):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text, run.font.name, run.font.size, run.font.bold = text, FONT, Pt(size), is_bold
        run.font.color.rgb = colour(BLUE if is_bold else GREY)
        paragraph.space_after = Pt(6)
    return box


def _with_a_bullet(paragraph: Any) -> None:
    """Set a paragraph as a point of a list, for which the library has no word."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", str(INDENT))
    properties.set("indent", str(-INDENT))
    properties.append(parse_xml(f'<a:buChar {nsdecls("a")} char="•"/>'))
