"""Process control keeps to its published constants and rules, and to what simulated series show of it."""

from dataclasses import replace
from datetime import date
from math import pi, sqrt

import numpy as np
import pytest

from data.access import PUBLIC
from indicators.engine.catalogue import indicator_called
from indicators.figures.disclosure import as_seen_by
from indicators.figures.figure import Figure
from indicators.variation.control_chart import (
    D2,
    OF_FEW,
    OF_HOW_MANY,
    TOO_FEW,
    UNVARIED,
    G,
    Point,
    T,
    carried_over,
    sigma_of,
)
from indicators.variation.judgement import CANNOT_TELL, judge
from indicators.variation.rare_events import NELSON
from indicators.variation.signals import DOWN, NEAR, OUTSIDE, SHIFT, TREND, UP, Signal, counting, run_wanted, signals
from indicators.variation.variation import vary
from pages.words.series import Series
from pages.words.trend_judgement import is_it_changing

NIST = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]
"""Ten batches in the NIST/SEMATECH Handbook of Statistical Methods, 6.3.2.2: limits 45.8159 and 55.8041."""


def averages(*values: float | None) -> list[Point]:
    return [Point(value) for value in values]


def shares(*counted: float, of: float = 30) -> list[Point]:
    return [Point(100 * each / of, each, of) for each in counted]


def around(centre: float, by: float, many: int) -> list[float]:
    """Return values that go up and down about a centre without any pattern a rule could take for one."""
    return [centre + by * step for step in (np.random.default_rng(3).permutation(np.linspace(-1, 1, many)))]


def test_the_constant_is_that_of_the_tables():
    assert round(2 / sqrt(pi), 3) == D2, "ASTM and Montgomery give 1.128 for two values"
    assert round(3 / D2, 2) == 2.66, "and limits 2.66 mean moving ranges from the centre"
    assert round(NELSON, 4) == 0.2778, "and Nelson (1994) this power for the time between events"


def test_limits_are_those_of_the_published_example():
    mean = sum(NIST) / len(NIST)
    assert mean - 3 * sigma_of(NIST) == pytest.approx(45.8159, abs=0.001)
    assert mean + 3 * sigma_of(NIST) == pytest.approx(55.8041, abs=0.001)


def test_a_chart_has_the_limits_of_its_moving_ranges():
    values = around(50, 3, 20)
    found = vary(averages(*values), "average")
    assert found.kind == "XmR"
    assert found.centre[0] == pytest.approx(50)
    assert found.high[0] == pytest.approx(50 + 3 * sigma_of(values))


def test_percentages_as_even_as_chance_have_binomial_limits_and_wider_ones_where_there_are_fewer_cases():
    dice = np.random.default_rng(1)
    points = [Point(100 * each / of, float(each), of) for of in (30, 120) * 12 for each in [dice.binomial(of, 0.8)]]
    found = vary(points, "percent")
    share = sum(each.numerator for each in points) / sum(each.denominator or 0 for each in points)
    assert found.kind == "p′"
    assert found.low[0] == pytest.approx(100 * (share - 3 * sqrt(share * (1 - share) / 30)))
    assert found.low[1] == pytest.approx(100 * (share - 3 * sqrt(share * (1 - share) / 120)))
    assert max(high or 0 for high in found.high) <= 100


def test_percentages_that_vary_more_than_binomially_have_limits_as_much_wider():
    dice = np.random.default_rng(5)
    uneven = shares(*(3000 * dice.normal(0.5, 0.04, 24)).round(), of=3000)
    found = vary(uneven, "percent")
    assert (found.high[0] or 0) - (found.low[0] or 0) > 3 * 600 * sqrt(0.25 / 3000)
    assert not found.signals


def test_rates_are_limited_by_the_children_they_are_among():
    dice = np.random.default_rng(1)
    points = [Point(10_000 * each / 50_000, float(each), 50_000) for each in dice.poisson(40, 24)]
    found = vary(points, "rate")
    assert found.kind == "u′"
    rate = sum(each.numerator for each in points) / (24 * 50_000)
    assert found.high[0] == pytest.approx(10_000 * (rate + 3 * sqrt(rate / 50_000)))


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ([0.1, -3.01, 0.1], [Signal(OUTSIDE, DOWN, 1, 1)]),
        ([0.1, 3.0, -0.1], []),
        ([0.5] * 7, [Signal(SHIFT, UP, 0, 6)]),
        ([-0.5] * 9, [Signal(SHIFT, DOWN, 0, 8)]),
        ([0.5] * 6, []),
        ([0.5, 0.5, 0.5, None, 0.5, 0.5, 0.5, 0.5], []),
        ([0.5, 0.5, 0.5, 0.0, 0.5, 0.5, 0.5, 0.5], []),
        ([2.1, -0.1, 2.1], [Signal(NEAR, UP, 0, 2)]),
        ([2.1, -0.1, 0.1, 2.1], []),
        ([2.1, -2.1, 0.1], []),
        ([2.1, None, 2.1], []),
        ([-2.1, -2.1, 0.1, -2.1], [Signal(NEAR, DOWN, 0, 3)]),
    ],
    ids=str,
)
def test_outside_seven_on_a_side_and_two_of_three(above, expected):
    assert signals(above, [0.0] * len(above)) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([1, 2, 3, 4, 5, 6, 7], [Signal(TREND, UP, 0, 6)]),
        ([8, 7, 6, 5, 4, 3, 2, 1], [Signal(TREND, DOWN, 0, 7)]),
        ([1, 2, 3, 4, 5, 6], []),
        ([1, 2, 3, 4, 4, 5, 6, 7], []),
        ([1, 2, 3, None, 4, 5, 6, 7], []),
    ],
    ids=str,
)
def test_seven_rising_or_falling(values, expected):
    assert signals([0.0] * len(values), values) == expected


def test_where_signals_conflict_the_latest_counts_and_then_the_strongest_and_none_for_longer_than_three_months():
    shift, outside, old = Signal(SHIFT, UP, 3, 10), Signal(OUTSIDE, DOWN, 10, 10), Signal(OUTSIDE, UP, 9, 9)
    assert counting([old, shift, outside], 10) == outside
    assert counting([old, shift], 10) == shift
    assert counting([old], 11) == old
    assert counting([old], 12) is None


def test_runs_are_longer_where_months_carry_over():
    assert run_wanted(0) == 7
    assert run_wanted(0.5) == 12
    seven = [0.5] * 7
    assert not signals(seven, seven, carries=0.5)
    assert not signals([2.1, 2.1], [1, 2], carries=0.5), "neighbours near a limit are to be expected there"


def test_what_is_carried_over_is_recovered_and_none_is_seen_where_there_is_none():
    dice = np.random.default_rng(7)
    values = [0.0]
    for step in dice.normal(size=400):
        values.append(0.8 * values[-1] + step)
    assert carried_over(values) == pytest.approx(0.8, abs=0.07)
    assert carried_over(dice.normal(size=400).tolist()) == 0
    assert carried_over([1.0, -1.0] * 10, shared=11 / 12) == 11 / 12


@pytest.mark.parametrize("unit", ["count", "percent", "rate", "average"])
def test_twelve_points_make_a_run_chart_and_thirteen_have_limits(unit):
    points = [Point(value, value, 100.0) for value in around(40, 9, 13)]
    short = vary(points[:12], unit)
    assert (short.kind, short.why_none, set(short.low), short.signals) == ("run chart", TOO_FEW, {None}, ())
    gap = vary([*points[:12], Point(None)], unit)
    assert gap.why_none == TOO_FEW, "a month without a figure is no point"
    assert None not in vary(points, unit).low


@pytest.mark.parametrize("unit", ["count", "percent", "rate", "average"])
@pytest.mark.parametrize("without", [12, 24, 36])
def test_months_before_there_was_a_figure_are_no_part_of_what_limits_come_from(unit, without):
    points = [Point(value, value, 100.0) for value in around(40, 9, 30)]
    alone, after = vary(points, unit), vary([Point(None, 0.0, 0.0)] * without + points, unit)
    assert after.kind == alone.kind != "run chart"
    for limit in ("low", "centre", "high"):
        assert getattr(after, limit)[without:] == pytest.approx(getattr(alone, limit))


@pytest.mark.parametrize(
    ("unit", "points"),
    [("average", averages(*[4.0] * 24)), ("percent", shares(*[30.0] * 24)), ("count", shares(*[0.0] * 24))],
)
def test_what_never_differs_has_no_limits_and_no_signals(unit, points):
    found = vary(points, unit)
    assert (found.kind, found.why_none, found.signals) == ("run chart", UNVARIED, ())


def test_the_first_of_what_never_was_is_no_signal_but_is_to_be_read():
    found = vary(shares(*[0.0] * 23, 1.0), "count")
    assert (found.why_none, found.signals) == (TOO_FEW, ())


def test_points_before_the_latest_segment_have_no_limits():
    found = vary(averages(*around(10, 1, 15), *around(90, 1, 15)), "average", begins=15)
    assert set(found.low[:15]) == {None}
    assert None not in found.low[15:]
    assert found.centre[15] == pytest.approx(90)
    assert not found.signals, "limits of the new segment are its own"
    assert vary(averages(*around(10, 1, 15), *around(90, 1, 15)), "average").signals


def test_a_month_within_half_a_person_of_the_average_lies_on_neither_side():
    few = shares(*[5, 4, 4, 4, 3, 3, 2, 4, 3, 4], *[3] * 8, *[4, 2, 5, 4, 3, 4], of=140)
    found = vary(few, "percent")
    centre = (found.centre[0] or 0) * 140 / 100
    assert 3 < centre < 3.5
    assert not found.signals, "eight months of 3, where 3.5 are usual, are no shift"


@pytest.mark.parametrize(("unit", "kind"), [("count", T), ("percent", G), ("rate", G)])
def test_rare_events_are_judged_by_what_lies_between_them(unit, kind):
    dice = np.random.default_rng(12)
    stable = [Point(float(each), float(each), 300.0) for each in dice.binomial(1, 0.5, 48)]
    assert (vary(stable, unit).kind, vary(stable, unit).signals, vary(stable, unit).why_none) == (kind, (), "")
    many = [*stable, *(Point(5.0, 5.0, 300.0) for _ in range(3))]
    assert {each.way for each in vary(many, unit).signals} == {UP}
    none = [*stable, *(Point(0.0, 0.0, 300.0) for _ in range(30))]
    assert [(each.rule, each.way, each.last) for each in vary(none, unit).signals] == [(OUTSIDE, DOWN, 77)]


def test_a_step_within_the_baseline_does_not_hide_itself():
    assert sigma_of([*around(10, 1, 12), *around(90, 1, 12)]) == pytest.approx(sigma_of(around(10, 1, 12)), rel=0.2)


def test_a_fall_within_the_baseline_is_not_taken_for_what_is_carried_over():
    fallen = vary(shares(*around(150, 6, 20), *around(20, 2, 4), of=300), "percent")
    assert (fallen.carries, {each.way for each in fallen.signals}) == (0, {UP, DOWN})
    assert any(each.rule == OUTSIDE and each.last == 23 for each in fallen.signals)


def test_what_is_nearly_always_so_is_judged_by_its_exceptions():
    dice = np.random.default_rng(12)
    missed = [*dice.binomial(1, 0.5, 48), 5, 5, 5]
    found = vary(shares(*(300.0 - each for each in missed), of=300), "percent")
    assert found.kind == G
    assert {each.way for each in found.signals} == {DOWN}, "more exceptions are less of what is counted"


def test_one_child_counted_again_every_month_is_not_an_event_every_month():
    stays = [0.0] * 12 + [1.0] * 15 + [0.0] * 9
    assert vary(shares(*stays, of=300), "percent").why_none == TOO_FEW


def test_an_average_of_few_is_given_more_room_than_one_of_many():
    dice = np.random.default_rng(5)
    points = [Point(dice.normal(16, 4 / sqrt(of)), 16.0 * of, of) for of in (4.0, 100.0) * 12]
    found = vary(points, "average")
    below = [(found.centre[place] or 0) - (found.low[place] or 0) for place in (0, 1)]
    assert below[0] == pytest.approx(5 * below[1]) and below[1] == pytest.approx(3 * 4 / sqrt(100), rel=0.25)
    assert not found.signals


@pytest.mark.parametrize(("unit", "scale"), [("average", 1), ("percent", 100), ("rate", 10_000)])
def test_a_month_with_nobody_in_it_has_limits_as_wide_as_its_neighbours(unit, scale):
    values = around(0.4, 0.1, 20)
    points = [Point(value * scale, value * 100, 100.0) for value in values]
    for empty in (Point(None, 0.0, 0.0), Point(None)):
        found = vary([*points[:10], empty, *points[10:]], unit)
        (low,), (high,) = set(found.low), set(found.high)
        assert low < found.centre[0] < high
        without = vary(points, unit)
        assert high == pytest.approx(without.high[0], rel=0.05)


def test_an_average_of_fewer_than_ten_that_stay_from_month_to_month_is_not_judged():
    days = [*around(300, 20, 20), *around(500, 20, 4)]
    for of, shared, why in ((9.0, 11 / 12, OF_FEW), (9.0, 0.0, ""), (10.0, 11 / 12, "")):
        found = vary([Point(value, value * of, of) for value in days], "average", shared)
        assert (found.why_none, bool(found.signals)) == (why, not why), (of, shared)


@pytest.mark.parametrize(
    ("unit", "mean", "of"), [("average", 16, None), ("count", 30, None), ("percent", 27, 30), ("rate", 30, 75_000)]
)
def test_a_stable_series_seldom_gives_an_alarm(unit, mean, of):
    dice, found = np.random.default_rng(9), 0
    draw = {"average": lambda: dice.normal(mean, 1, 36), "percent": lambda: dice.binomial(of or 1, mean / 30, 36)}
    for _ in range(150):
        drawn = draw.get(unit, lambda: dice.poisson(mean, 36))()
        scale = {"percent": 100, "rate": 10_000}.get(unit, 1) / (of or 1)
        found += len(vary([Point(each * scale, float(each), of) for each in drawn], unit).signals)
    assert found / (150 * 36) < 0.015


def test_a_shift_of_ten_points_on_thirty_cases_is_found_within_three_months():
    dice, found = np.random.default_rng(10), 0
    for _ in range(300):
        points = shares(*dice.binomial(30, 0.95, 24), *dice.binomial(30, 0.85, 3))
        found += any(each.last >= 24 and each.way == DOWN for each in vary(points, "percent").signals)
    assert found / 300 > 0.75


def days_of_children(seed: int) -> list[Figure]:
    """Return a stable share of a year's days: a child or two a month, each in one kind of home for some months."""
    dice = np.random.default_rng(seed)
    begun = dice.uniform(0, 2000, dice.poisson(80))
    ended, is_there = begun + dice.exponential(120, len(begun)), dice.random(len(begun)) < 0.3
    figures = []
    for place, month in enumerate(np.arange(24, 60)):
        days = np.clip(np.minimum(ended, 30 * month + 30) - np.maximum(begun, 30 * month - 335), 0, None)
        there, of = float((days * is_there).sum()), float(days.sum())
        figures.append(
            Figure(
                *(
                    "liberty_order_days_in_unregistered_homes",
                    "E09000005",
                    date(2023 + place // 12, place % 12 + 1, 28),
                ),
                *("percent", 100 * there / of, there, of, 0, 1),
                subjects=int((days > 0).sum()),
            )
        )
    return figures


def test_days_of_one_child_are_one_answer_and_no_stable_share_of_them_is_called_changed():
    """Where chance is reckoned by days, every fifth stable series has a signal in its last month."""
    alike = indicator_called("liberty_order_days_in_unregistered_homes")
    by_days = replace(alike, argument=replace(alike.argument, alike=False))
    series = [days_of_children(seed) for seed in range(60)]
    called = {
        name: sum(judge(indicator, each).signal is not None for each in series) / len(series)
        for name, indicator in (("children", alike), ("days", by_days))
    }
    assert called["children"] < 0.1 and called["days"] > 0.15, called
    assert judge(alike, series[0]).variation.high[-1] > judge(by_days, series[0]).variation.high[-1]  # pyright: ignore


def test_days_are_not_judged_for_whoever_is_not_told_of_how_many_children_they_are():
    """Judged by days they would be called changed by chance, and judged by children the limits would tell how many."""
    alike = indicator_called("liberty_order_days_in_unregistered_homes")
    series = days_of_children(0)
    for told in (as_seen_by(PUBLIC, series), [*series[:-1], replace(series[-1], subjects=None)]):
        judgement = judge(alike, told)
        assert told[-1].value is not None and set(judgement.variation.high) == {None}
        assert (judgement.variation.why_none, judgement.changing, judgement.signal) == (OF_HOW_MANY, CANNOT_TELL, None)
        assert "not told here of how many children" in is_it_changing(Series(alike, tuple(told)))
    assert judge(alike, series).variation.why_none == ""
