"""Slides have titles, findings, native charts with their figures and texts, who may read them, and their source."""

import io

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pptx.oxml.ns import qn

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
        assert slide.shapes.title.text_frame.text == chart.drawn.title and chart.drawn.finding in texts
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
        lines = [chart.drawn.values, *(values for _, values in (*chart.drawn.aims, *chart.drawn.limits))]
        assert list(zip(*lines, strict=True)) == [row[1:] for row in sheet.iter_rows(min_row=2, values_only=True)]
        hidden += chart.drawn.values.count(None)
    assert hidden


def test_limits_of_chance_and_targets_of_each_month_stand_beside_and_the_latest_value_is_named(reports, slides):
    drawn = {chart.drawn.title: chart.drawn for chart in reports[True].charts()}
    assert {name for one in drawn.values() for name, _ in (*one.aims, *one.limits)} == {
        *("Target, at least", "Target, at most", "Lower limit of chance", "Upper limit of chance")
    }
    for slide in list(slides.slides)[2:]:
        chart = next(shape for shape in slide.shapes if shape.has_chart).chart
        shown = drawn[slide.shapes.title.text_frame.text]
        assert len(chart.plots[0].series) == 1 + len(shown.aims) + len(shown.limits)
        known = [place for place, value in enumerate(shown.values) if value is not None]
        labels = chart.plots[0].series[0]._element.findall(f".//{qn('c:dLbl')}/{qn('c:idx')}")
        assert [int(label.get("val")) for label in labels] == known[-1:]


def test_a_packed_file_made_at_another_time_is_the_same():
    def packed():
        deck = Presentation()
        held = io.BytesIO()
        deck.save(held)
        return held.getvalue()

    assert of_one_moment(packed(), AT) == of_one_moment(packed(), AT)
