"""The text of a chart is at most 30 words, and says the latest value, the range and the finding."""

from datetime import date

import pytest

from data.months import month_end_before
from indicators.engine.catalogue import all_indicators, indicator_called
from indicators.figures.figure import Figure
from pages.charts.of_series.brief_text import brief
from pages.charts.of_series.month_line_of import month_line_of
from pages.words import wording
from pages.words.series import Series

SHAPES = {
    "steady": [50.0, 52.0, 49.0, 51.0] * 7,
    "falling": [90.0, 91.0, 89.0, 90.0] * 5 + [70.0, 60.0, 50.0, 40.0],
    "gaps": [None, 3.0, None, 4.0, None],
    "noughts": [0.0] * 20,
    "one month": [1234.5],
    "none": [None] * 5,
}


def series(indicator, values) -> Series:
    days = [date(2026, 10, 31)]
    while len(days) < len(values):
        days.append(month_end_before(days[-1]))
    return Series(
        indicator,
        tuple(
            Figure(
                indicator.id, "X", day, indicator.unit, value, value, 100.0, 0, 1, "" if value is not None else "No."
            )
            for day, value in zip(reversed(days), values, strict=True)
        ),
    )


@pytest.mark.parametrize("shape", SHAPES)
def test_every_indicator_is_told_in_thirty_words(shape):
    for indicator in all_indicators().values():
        drawn = series(indicator, SHAPES[shape])
        text = month_line_of(drawn, 13).alt
        assert len(text.split()) <= 30, text
        if drawn.known:
            latest = drawn.known[-1]
            assert f"{wording.value(latest.unit, latest.value)} in {wording.month(latest.month)}" in text


def test_the_range_is_of_the_months_shown_and_the_finding_of_all():
    drawn = series(indicator_called("pathway_plans_in_place"), SHAPES["falling"])
    assert "40.0% to 91.0% since" in brief(drawn)
    assert "40.0% to 60.0% since August 2026. Concern: fell below its lower limit" in brief(drawn, 3)


def test_a_series_without_a_figure_says_so():
    drawn = series(indicator_called("pathway_plans_in_place"), SHAPES["none"])
    assert brief(drawn).startswith("Pathway plans in place: No figure, ")
