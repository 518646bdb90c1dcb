"""A document as slides of PowerPoint: what it says first, and a native chart with its finding on a slide each."""

import io
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from pages.report.document import Bullets, Chart, Document, Drawn, Paragraph
from pages.report.formats.one_moment import of_one_moment

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Slides
    from pptx.slide import Slide

WIDTH, HEIGHT, MARGIN = 13.333, 7.5, 0.6
"""Inches of a slide, and of what is free at its sides."""
BLUE, RED, GREY, LINE = "12436D", "A8322D", "4D4A45", "D9D5CE"
FIRST = ("1", "5")
"""Sections whose words stand on the second slide: the summary and the challenges."""
MOST_POINTS = 9
FORMATS = {"count": "#,##0", "percent": '0.0"%"', "rate": "0.0", "average": "0.0"}
OTHER_CLASSIFICATION_SIZE, TITLE_SIZE, FINDING_SIZE, POINT_SIZE = 11, 26, 18, 18


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
    slide = _slide(slides, document, document.title, document.foot)
    _texts(slide, (document.place, *document.under_title), 2.0, 3.5, POINT_SIZE)


def _in_brief(slides: "Slides", document: Document) -> None:
    """Add the slide of what it says first: the summary, and what is a concern."""
    slide = _slide(slides, document, "In brief", document.foot)
    points = list(_points(document))
    more = [f"And {len(points) - MOST_POINTS} more in the report."] if len(points) > MOST_POINTS else []
    _texts(slide, (*points[:MOST_POINTS], *more), 1.6, 5.0, POINT_SIZE - 2)


def _points(document: Document) -> Iterator[str]:
    """Yield the texts of the sections that are said first."""
    for section in document.sections:
        for part in section.parts if section.number in FIRST else ():
            if isinstance(part, Paragraph):
                yield part.text
            elif isinstance(part, Bullets):
                yield from part.texts


def _of_chart(slides: "Slides", document: Document, chart: Chart, drawn: Drawn) -> None:
    """Add the slide of a measure: its title, its finding, its chart and, in the notes, all that is told of it."""
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.util import Inches

    notes = f"{drawn.told}\n\n{chart.picture.alt}\n\nSource: {document.foot}"
    slide = _slide(slides, document, chart.caption, notes)
    _texts(slide, (drawn.finding,), 1.25, 0.8, FINDING_SIZE)
    series: Any = CategoryChartData(number_format=FORMATS.get(drawn.unit, "0.0"))
    series.categories = list(drawn.months)
    series.add_series(drawn.title, list(drawn.values))
    for name, value in drawn.aims:
        series.add_series(name, [value] * len(drawn.months))
    place = (Inches(MARGIN), Inches(2.2), Inches(WIDTH - 2 * MARGIN), Inches(4.5))
    frame: Any = slide.shapes.add_chart(XL_CHART_TYPE.LINE, *place, series)
    _nonvisual(frame).set("descr", chart.picture.alt)
    _look(frame.chart, len(drawn.aims))


def _look(chart, aims: int) -> None:
    """Give a chart its colours and letters: ours in blue, a target dashed in red, and no title of its own."""
    from pptx.enum.chart import XL_LEGEND_POSITION
    from pptx.enum.dml import MSO_LINE
    from pptx.util import Pt

    chart.has_title, chart.has_legend = False, bool(aims)
    chart.font.size = Pt(12)
    if aims:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    for number, series in enumerate(chart.plots[0].series):
        series.smooth = False
        series.format.line.width = Pt(2.5 if number == 0 else 1.5)
        series.format.line.color.rgb = _colour(BLUE if number == 0 else RED)
        if number:
            series.format.line.dash_style = MSO_LINE.DASH
        series.marker.style = None
    chart.value_axis.major_gridlines.format.line.color.rgb = _colour(LINE)
    chart.value_axis.format.line.fill.background()
    chart.category_axis.format.line.color.rgb = _colour(GREY)


def _slide(slides: "Slides", document: Document, title: str, notes: str) -> "Slide":
    """Add a slide with its title, who may read it at its foot, and what stands in its notes."""
    from pptx.util import Inches, Pt

    layout = next(layout for layout in slides.slide_layouts if layout.name == "Title Only")
    slide = slides.slides.add_slide(layout)
    heading = slide.shapes.title
    assert heading is not None, "the layout has a title"
    heading.left, heading.top = Inches(MARGIN), Inches(0.35)
    heading.width, heading.height = Inches(WIDTH - 2 * MARGIN), Inches(0.9)
    heading.text_frame.text = title
    run = heading.text_frame.paragraphs[0].runs[0]
    heading.text_frame.paragraphs[0].alignment = None
    run.font.size, run.font.bold, run.font.color.rgb = Pt(TITLE_SIZE), True, _colour(BLUE)
    _texts(slide, (document.classification,), HEIGHT - 0.5, 0.4, OTHER_CLASSIFICATION_SIZE)
    frame = slide.notes_slide.notes_text_frame
    assert frame is not None, "notes have a place for words"
    frame.text = notes
    return slide


def _texts(slide: "Slide", texts: Sequence[str], top: float, height: float, size: int) -> None:
    """Write texts on a slide, a paragraph each; `top` and `height` are inches, `size` is points."""
    from pptx.util import Inches, Pt

    box = slide.shapes.add_textbox(Inches(MARGIN), Inches(top), Inches(WIDTH - 2 * MARGIN), Inches(height))
    frame = box.text_frame
    frame.word_wrap = True
    for number, text in enumerate(texts):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text, run.font.size, run.font.color.rgb = text, Pt(size), _colour(GREY)
        paragraph.space_after = Pt(6)


def _nonvisual(frame):
    """Return the properties of a chart's frame that screen readers read."""
    return frame._element.nvGraphicFramePr.cNvPr


def _colour(written: str):
    """Return a colour by its six hexadecimal digits."""
    from pptx.dml.color import RGBColor

    return RGBColor.from_string(written)
