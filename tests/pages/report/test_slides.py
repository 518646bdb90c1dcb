"""Slides have titles, findings, native charts with their figures and texts, who may read them, and their source."""

import io

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from pages.report.formats.one_moment import of_one_moment
from pages.report.formats.slides import as_slides
from tests.pages.report.conftest import AT


@pytest.fixture(scope="module")
def slides(reports):
    return Presentation(io.BytesIO(as_slides(reports[True], AT)))


def test_every_chart_of_the_report_is_a_slide_with_a_title_a_finding_an_alt_text_and_notes(reports, slides):
    document = reports[True]
    charts = list(document.charts())
    assert len(slides.slides) == len(charts) + 2
    for slide, chart in zip(list(slides.slides)[2:], charts, strict=True):
        frame = next(shape for shape in slide.shapes if shape.has_chart)
        texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        assert slide.shapes.title.text_frame.text == chart.caption and chart.drawn.finding in texts
        assert document.classification in texts
        assert frame._element.nvGraphicFramePr.cNvPr.get("descr") == chart.picture.alt
        notes = slide.notes_slide.notes_text_frame.text
        assert chart.drawn.told in notes and f"Source: {document.foot}" in notes
        assert list(frame.chart.plots[0].series[0].values) == list(chart.drawn.values)


def test_the_public_is_shown_no_point_that_is_hidden_not_even_in_the_workbook_of_a_chart(reports, slides):
    hidden = 0
    for chart, slide in zip(reports[True].charts(), list(slides.slides)[2:], strict=True):
        part = next(shape for shape in slide.shapes if shape.has_chart).chart.part
        sheet = load_workbook(io.BytesIO(part.chart_workbook.xlsx_part.blob)).active
        assert [row[1] for row in sheet.iter_rows(min_row=2, values_only=True)] == list(chart.drawn.values)
        hidden += chart.drawn.values.count(None)
    assert hidden


def test_a_packed_file_made_at_another_time_is_the_same():
    def packed():
        deck = Presentation()
        held = io.BytesIO()
        deck.save(held)
        return held.getvalue()

    assert of_one_moment(packed(), AT) == of_one_moment(packed(), AT)
