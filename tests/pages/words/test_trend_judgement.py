"""What is said of a change is true: nothing rises or falls within chance, and words agree with the points."""

import random
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from data.months import months_before
from indicators.engine.catalogue import indicator_called
from indicators.figures.figure import Figure
from indicators.variation.control_chart import RUN_CHART
from indicators.variation.judgement import CANNOT_TELL, CHANCE, CONCERN, IMPROVEMENT, NEUTRAL, judge
from indicators.variation.signals import OUTSIDE, SHIFT, TREND, UP
from pages.charts import screen
from pages.charts.of_series.month_line_of import month_line_of
from pages.kit.frame.audience import MOST
from pages.words.in_brief import WORDS, moved, state_of
from pages.words.series import Series
from pages.words.trend_judgement import changing, is_it_changing, judged
from tests.pages.conftest import measure_rows, open_app

OCTOBER = date(2026, 10, 31)
MOVES = re.compile(r"\b(rose|fell|rise|risen|fallen|up|down|above|below|improv\w*|worse\w*|better)\b", re.IGNORECASE)
CASELOAD = indicator_called("average_caseload")
PLANS = indicator_called("pathway_plans_in_place")
STEADY = [15.5, 15, 16.5, 15, 17, 17, 17, 17, 15.5, 15, 17, 15, 17, 17, 15, 17, 16.5, 15.5, 15, 16.5, 15, 15, 15, 15]


def a_series(values: Sequence[float | None], of: float | None = None, indicator=CASELOAD) -> Series:
    """Return a series of these values up to October, or of these numerators where they are out of something."""
    figures = [
        Figure(indicator.id, "X", months_before(OCTOBER, ago), indicator.unit, value, value, of, 0, 1)
        if of is None or value is None
        else Figure(indicator.id, "X", months_before(OCTOBER, ago), indicator.unit, 100 * value / of, value, of, 0, 1)
        for ago, value in zip(range(len(values) - 1, -1, -1), values, strict=True)
    ]
    return Series(indicator, tuple(figures))


def at_random(seed: int) -> Series:
    """Return a series that stands still, shifts, drifts or jumps, with gaps, and is too short one time in ten."""
    dice = random.Random(seed)
    many = dice.choice([8] + [36] * 9)
    step, slope = dice.choice([0, 0, 0, 2, -3]), dice.choice([0, 0, 0.1, -0.15])
    sizes = [dice.gauss(16, 1) + step * (place > many - 6) + slope * place for place in range(many)]
    if seed % 2:
        counted = [sum(dice.random() < min(0.97, max(0.03, size / 20)) for _ in range(40)) for size in sizes]
        return a_series([None if dice.random() < 0.02 else float(each) for each in counted], 40.0, PLANS)
    return a_series([None if dice.random() < 0.02 else each for each in sizes])


def holds(series: Series) -> bool:
    """Count again, from the values alone, whether the signal that counts is there."""
    found = judged(series)
    signal, variation = found.signal, found.variation
    assert signal is not None
    span = slice(signal.first, signal.last + 1)
    values = [each.value for each in series.figures[span]]
    if signal.rule == OUTSIDE:
        limits = (variation.high if signal.way == UP else variation.low)[span]
        return all(v > limit if signal.way == UP else v < limit for v, limit in zip(values, limits, strict=True))  # type: ignore
    if signal.rule == SHIFT:
        middle = variation.centre[span]
        return len(values) >= 7 and all((v > m) == (signal.way == UP) for v, m in zip(values, middle, strict=True))  # type: ignore
    if signal.rule == TREND:
        return len(values) >= 7 and values == sorted(values, reverse=signal.way != UP)  # type: ignore
    thirds = [
        (m + 2 * (h - m) / 3 < v if signal.way == UP else v < m - 2 * (h - m) / 3)  # type: ignore
        for v, m, h in zip(values, variation.centre[span], variation.high[span], strict=True)
    ]
    return sum(thirds) >= 2


def test_no_headline_of_two_hundred_random_series_says_that_it_moved_within_chance():
    told = {CHANCE: 0, CANNOT_TELL: 0, IMPROVEMENT: 0, CONCERN: 0}
    for seed in range(200):
        series = at_random(seed)
        if series.now.value is None:
            continue
        found, lines = judged(series), "\n".join((changing(series), moved(series), state_of(series).why))
        told[found.changing] += 1
        if found.signal is None:
            assert not MOVES.search(lines), lines
        else:
            assert holds(series), (seed, found.signal)
    assert min(told.values()) > 5, told


@pytest.mark.parametrize(
    ("last", "written"),
    [
        ([24.0], "Concern: rose above its upper limit, October 2026."),
        ([8.0], "A change, neither good nor bad by itself: fell below its lower limit, October 2026."),
        ([24.0, 24.0], "Concern: rose above its upper limit, September to October 2026."),
        ([16.4] * 8, "Concern: 8 months running above its average, March to October 2026."),
        ([], "No more than chance: months differ as they usually do."),
    ],
)
def test_a_change_in_words(last, written):
    indicator = CASELOAD if "neither" not in written else replaced(CASELOAD, "none")
    series = a_series([*STEADY, *last], indicator=indicator)
    assert is_it_changing(series) == written
    assert changing(series).startswith(":material/")


def replaced(indicator, good: str):
    return replace(indicator, argument=replace(indicator.argument, good=good))


def test_a_short_series_is_drawn_without_limits_and_says_why():
    series = a_series([16.0, 15.0, 17.0])
    assert judged(series).variation.kind == RUN_CHART
    assert is_it_changing(series) == "Cannot be told: 3 months known, and 13 are needed to tell change from chance."
    chart = screen.line(month_line_of(series), "light").to_plotly_json()
    assert len([each for each in chart["data"] if each.get("mode") == "lines"]) == 0


def test_a_flat_series_says_so():
    assert is_it_changing(a_series([16.0] * 24)) == "No more than chance: it has been the same in every month."
    seldom = a_series([11.0, *[12.0] * 20, 13.0, 13.0, 13.0])
    assert is_it_changing(seldom) == "No more than chance: it seldom differs from one month to the next."


def test_a_figure_of_the_school_year_to_date_is_not_compared_with_the_month_before():
    absence = indicator_called("lac_overall_absence")
    assert "counts up from September" in is_it_changing(a_series([9.0] * 24 + [1.0], 100.0, absence))


@pytest.mark.parametrize(
    ("good", "value", "meaning"),
    [("high", 24.0, IMPROVEMENT), ("low", 24.0, CONCERN), ("high", 8.0, CONCERN), ("range", 24.0, NEUTRAL)],
)
def test_a_way_is_good_or_bad_only_as_the_declaration_says(good, value, meaning):
    series = a_series([*STEADY, value])
    assert judge(replaced(CASELOAD, good), series.figures).changing == meaning


def test_limits_and_signals_are_on_the_chart_and_never_by_colour_alone():
    series = a_series([*STEADY, 24.0])
    chart = screen.line(month_line_of(series), "light").to_plotly_json()
    low, centre, high, marks = chart["data"][1:5]
    assert centre["y"][0] == pytest.approx(sum(each.value or 0 for each in series.figures[:24]) / 24)
    assert low["y"][0] < centre["y"][0] < high["y"][0]
    assert (list(marks["x"]), marks["marker"]["symbol"]) == (["2026-10-01"], ["triangle-up"])
    assert chart["layout"]["yaxis"]["range"][1] >= high["y"][0], "a limit is not cut off"


@pytest.mark.usefixtures("invented")
def test_every_row_of_the_overview_answers_whether_it_changes():
    app = open_app()
    does = [row["does"] for row in measure_rows(app)]
    words = [re.fullmatch(r"\W ([A-Z][a-z ]+?) why(?:, comment)? (.*)", answer) for answer in does]
    assert len(words) == MOST and all(words), does
    assert {answer[1] for answer in words if answer} <= set(WORDS.values())
    assert does[0].startswith("▼ Concern why Concern: Fell below its lower limit"), "the planted story of pathway plans"
