"""The blank workbook carries its own guidance, and what is typed into it reads back."""

import io

import pandas
import pytest
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from data.arrivals import read, recognise, typed
from data.extract import Code
from data.extracts import uploaded_extracts
from data.guidance.template import template
from tests.examples import example_rows, example_texts

each_extract = pytest.mark.parametrize("declared", uploaded_extracts().values(), ids=lambda declared: declared.name)


def opened(declared):
    return load_workbook(io.BytesIO(template(declared)))


@each_extract
def test_headings_are_bold_where_required_and_carry_their_meaning(declared):
    sheet = opened(declared).worksheets[0]
    for cell, column in zip(sheet[1], declared.columns, strict=True):
        assert cell.value == column.name
        assert bool(cell.font.bold) == column.required
        assert cell.comment is not None and column.meaning in cell.comment.text
        if isinstance(column, Code):
            assert all(code in cell.comment.text for code in column.allowed)


def read_range(sheet, place):
    left, top, right, bottom = range_boundaries(place.replace("$", ""))
    return sheet.iter_rows(top, bottom, left, right, values_only=True)


@each_extract
def test_codes_have_a_drop_down_that_excel_can_hold(declared):
    book = opened(declared)
    choices = {
        str(choice.sqref).split("2:")[0]: choice.formula1
        for choice in book.worksheets[0].data_validations.dataValidation
    }
    for cell, column in zip(book.worksheets[0][1], declared.columns, strict=True):
        if not isinstance(column, Code):
            continue
        formula = choices[cell.coordinate[:-1]]
        assert len(formula) <= 255
        if formula.startswith('"'):
            offered = formula.strip('"').split(",")
        else:
            sheet, place = formula.split("!")
            offered = [value for [value] in read_range(book[sheet], place)]
        assert offered == list(column.allowed)


@each_extract
def test_there_is_guidance_and_no_formula(declared):
    book = opened(declared)
    text = "\n".join(str(cell.value) for row in book["Guidance"] for cell in row if cell.value)
    assert all(line in text for line in declared.guidance.splitlines() if line)
    assert all(column.name in text and column.meaning in text for column in declared.columns)
    assert not [cell for sheet in book for row in sheet for cell in row if cell.data_type == "f"]


@each_extract
def test_what_is_typed_into_it_reads_back(declared):
    book = opened(declared)
    for row in example_texts(declared, {}, {}).itertuples(index=False):
        book.worksheets[0].append(list(row))
    file = io.BytesIO()
    book.save(file)
    [arrival] = read("filled.xlsx", file.getvalue())
    found = recognise(arrival)
    pandas.testing.assert_frame_equal(
        typed(declared, found.rows).filter(declared.column_names), example_rows(declared, {}, {})
    )
