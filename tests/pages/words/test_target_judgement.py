"""Will it meet its target: judged by limits, said in words, and never said of a figure that has none."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from data.annotations.targets import LOCAL_TARGET, Target
from indicators.variation.assurance import CHANGING, HIT_AND_MISS, MET, NO_LIMITS, NO_TARGET, NOT_MET, meets
from pages.words.series import Series
from pages.words.target_judgement import (
    ICONS,
    NAMES,
    assured,
    how_met,
    met,
    tolerance_of,
    whether_it_will,
    will_it_meet,
    with_shape,
)
from tests.pages.words.test_trend_judgement import CASELOAD, OCTOBER, PLANS, STEADY, a_series

WORSE, BETTER = [24.0], [8.0]


def aimed(series: Series, least: float | None, most: float | None, first: date = date(2020, 1, 31)) -> Series:
    target = Target("X", series.indicator.id, least, most, first, None, LOCAL_TARGET, "The board", "A plan")
    return replace(series, targets=(target,))


@pytest.mark.parametrize(
    ("last", "least", "most", "answer"),
    [
        ([], None, 30.0, MET),
        ([], None, 16.0, HIT_AND_MISS),
        ([], None, 5.0, NOT_MET),
        ([], 5.0, None, MET),
        ([], 5.0, 30.0, MET),
        ([], 15.0, 17.0, HIT_AND_MISS),
        ([], 25.0, 30.0, NOT_MET),
        (WORSE, None, 30.0, CHANGING),
        (WORSE, None, 16.0, CHANGING),
        (WORSE, None, 5.0, NOT_MET),
        (BETTER, None, 30.0, MET),
        (BETTER, None, 16.0, CHANGING),
        (BETTER, None, 5.0, CHANGING),
    ],
)
def test_limits_say_what_comes_unless_a_change_speaks_against_it(last, least, most, answer):
    assert assured(aimed(a_series([*STEADY, *last]), least, most)).answer == answer


def test_no_target_is_a_state_and_says_so():
    assert (assured(a_series(STEADY)).answer, whether_it_will(a_series(STEADY))) == (NO_TARGET, "No target set.")
    assert set(ICONS) == set(NAMES) and len(set(ICONS.values())) == len(ICONS), "no two answers look alike"


def test_a_target_counts_from_its_month_on():
    assert assured(aimed(a_series(STEADY), None, 16.0, OCTOBER)).answer == HIT_AND_MISS
    assert assured(aimed(a_series(STEADY), None, 16.0, OCTOBER + timedelta(30))).answer == NO_TARGET


def test_how_often_luck_meets_it_is_what_the_limits_say():
    series = aimed(a_series([39.0, 37, 38, 36, 39, 37, 38, 39, 36, 38, 37, 38] * 2, 40.0, PLANS), 99.0, None)
    found = assured(series)
    assert found.answer == HIT_AND_MISS and 0 < (found.by_chance or 0) < 0.5
    assert f"chance alone meets it about one month in {round(1 / (found.by_chance or 1))}." in whether_it_will(series)
    low = aimed(series, 90.0, None)
    assert (assured(low).by_chance or 0) > 0.5 and "chance alone misses it" in whether_it_will(low)


def test_what_never_differs_meets_it_or_does_not():
    always = a_series([40.0] * 24, 40.0, PLANS)
    assert assured(aimed(always, 95.0, None)).answer == MET
    assert assured(aimed(a_series([30.0] * 24, 40.0, PLANS), 95.0, None)).answer == NOT_MET
    assert assured(aimed(a_series([30.0] * 5, 40.0, PLANS), 70.0, None)).answer == NO_LIMITS, "five months are too few"


def test_a_figure_meets_a_target_as_it_is_shown():
    at = aimed(a_series([94.95, 94.94]), 95.0, None)
    assert [meets(at.targets[0], each) for each in at.figures] == [True, False]
    count = a_series([1.0], indicator=replace(CASELOAD, argument=replace(CASELOAD.argument, unit="count")))
    assert meets(aimed(count, 1.0, 1.0).targets[0], count.now)
    assert meets(at.targets[0], replace(at.now, value=None)) is None


def test_the_words_say_the_target_and_whether_this_month_meets_it():
    series = aimed(a_series([*STEADY, 24.0]), None, 16.0)
    assert whether_it_will(series).endswith("will meet its target: 16 or less, missed in October 2026.")
    assert will_it_meet(series).startswith(":material/")
    assert met(series, series.now) == "16 or less: missed"
    assert met(aimed(series, 10.0, 30.0), series.now) == "10 to 30: met"
    assert met(aimed(series, 30.0, None), series.now) == "30 or more: missed"
    assert met(a_series(STEADY), series.now) == "–"


def test_within_tolerance_and_outside_it_are_said_in_words_and_in_shape():
    series = aimed(a_series([*STEADY, 24.0]), None, 16.0)
    for room, said, shape in (
        (8.0, "missed, within tolerance", "◐"),
        (7.9, "missed, outside tolerance", "○"),
        (None, "missed", "○"),
    ):
        with_room = replace(series, targets=(replace(series.targets[0], tolerance=room),))
        assert how_met(with_room.targets[0], with_room.now) == said and with_shape(said) == f"{shape} {said}"
        assert f"16 or less, {said} in October 2026." in whether_it_will(with_room)
    assert with_shape(how_met(replace(series.targets[0], most=24.0, tolerance=1.0), series.now)) == "● met"
    assert tolerance_of(replace(series.targets[0], tolerance=0.5), "percent") == "tolerance 0.5 points"
