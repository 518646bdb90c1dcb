"""A funnel's limits are exact, widen by the usual difference between authorities, and its sentence is the right one."""

import random
from dataclasses import replace

import pytest

from data.published.dfe_publication import measure_called
from data.published.published_figures import edition_for, published
from indicators.comparison.figure_range import Span
from indicators.comparison.funnel import FEWEST, Funnel, Point, funnel_of, in_a_sentence, judged, own_point
from indicators.comparison.quartile_bands import band
from tests.indicators.comparison.test_comparison import exact

MOVES = measure_called("placement_stability.three_or_more")
CASELOAD = measure_called("workforce.average_caseload")
RATE = measure_called("looked_after.looked_after_rate")


def exact_laws():
    """Return scipy's laws of chance."""
    from scipy import stats  # which takes too long to import for every process that gathers the tests

    return stats


def shipped(store, measure) -> Funnel:
    edition = edition_for(store, measure.name, "E09000005")
    found = funnel_of(measure, [each for each in published(store, measure.name, edition.release) if each.year == 2025])
    assert found is not None
    return found


def made(measure, middle, spread=0.0, many=120, seed=5) -> Funnel:
    """Make authorities that differ by chance, and by a spread between them on the even scale."""
    chance = random.Random(seed)
    points = []
    for number in range(many):
        size = chance.randint(60, 4000)
        own = Funnel(measure, middle, ())._back(Funnel(measure, middle, ())._even(middle) + chance.gauss(0, spread))
        law = exact_laws().binom(size, own) if measure.unit == "percent" else exact_laws().poisson(own * size)
        points.append(Point(f"A{number}", f"A{number}", float(law.ppf(chance.random())), float(size)))
    return Funnel(measure, middle, tuple(points))


def test_the_sentence_that_stands_in_the_place_of_a_rank(store):
    found = shipped(store, MOVES)
    said = in_a_sentence(found, 41, 296)
    assert said == "41 of 296; an authority of this size at England's rate would show 15 to 47"
    brent = in_a_sentence(shipped(store, CASELOAD), 2259, 143.2)
    assert brent.startswith("2,259 cases over 143.2 full-time equivalents; an authority of this size")
    assert judged(found, 41, 296).startswith("Within the")
    assert judged(found, 90, 296).startswith("Above the 99.8% limits")
    assert judged(found, 2, 296).startswith("Below the 99.8% limits")


@pytest.mark.parametrize(("size", "middle"), [(296, 0.1), (50, 0.5), (1000, 0.02)])
def test_limits_by_chance_are_those_of_the_exact_law(size, middle):
    funnel = Funnel(MOVES, middle, ())
    for level in (0.95, 0.998):
        low, high = funnel.by_chance(size, level)
        lowest, highest = exact_laws().binom.interval(level, size, middle)
        assert lowest - 1 <= low <= lowest and highest - 1 <= high <= highest
    assert funnel.whole_counts(size) == tuple(int(each) for each in exact_laws().binom.interval(0.998, size, middle))


def test_limits_of_a_rate_are_poisson_s():
    funnel = Funnel(CASELOAD, 15.2, ())
    assert funnel.whole_counts(143.2) == tuple(int(each) for each in exact_laws().poisson.interval(0.998, 15.2 * 143.2))


@pytest.mark.parametrize(("measure", "middle"), [(MOVES, 0.1), (RATE, 0.3)])
def test_where_only_chance_is_at_work_nothing_is_added(measure, middle):
    funnel = made(measure, middle)
    assert 0.6 < funnel.dispersion < 1.3 and funnel.usual_difference == 0
    assert funnel.limits(300, 0.95) == funnel.by_chance(300, 0.95)


@pytest.mark.parametrize("middle", [0.003, 0.01])
@pytest.mark.parametrize("spread", [0.02, 0.03])
def test_what_is_hidden_because_it_is_small_counts_in_how_much_authorities_differ(middle, spread):
    whole = made(MOVES, middle, spread, many=300)
    shown = tuple(each for each in whole.points if not 1 <= each.numerator <= 5)
    hidden = tuple(replace(each, numerator=3.0) for each in whole.points if 1 <= each.numerator <= 5)
    without, counted = Funnel(MOVES, middle, shown), Funnel(MOVES, middle, shown, hidden)
    assert len(hidden) > 40
    assert abs(counted.dispersion - whole.dispersion) < 0.6 * abs(without.dispersion - whole.dispersion)


def test_what_is_hidden_is_no_point_and_counts_only_where_it_is_small(store):
    long = shipped(store, measure_called("plans_by_duration.two_years_or_more"))
    assert len(long.points) + len(long.hidden) == 151 and {each.numerator for each in long.hidden} == {3.0}
    assert not shipped(store, measure_called("health_of_looked_after.immunisations")).hidden


@pytest.mark.parametrize(("measure", "middle"), [(MOVES, 0.1), (RATE, 0.3)])
def test_the_usual_difference_is_recovered_and_keeps_nearly_all_inside(measure, middle):
    funnel = made(measure, middle, spread=0.05, many=400)
    assert funnel.dispersion > 2
    assert funnel.usual_difference**0.5 == pytest.approx(0.05, abs=0.012)
    outside = 0
    for each in funnel.points:
        low, high = funnel.limits(each.denominator, 0.998)
        outside += not low <= each.numerator <= high
    assert outside <= 8, "of 400 that differ as usual, about one lies beyond the limits of 99.8%"


def test_the_outermost_tenths_do_not_widen_it():
    usual = made(MOVES, 0.1)
    wild = Funnel(MOVES, 0.1, (*usual.points[:-8], *(Point("W", "W", 900.0, 1000.0) for _ in range(8))))
    assert wild.dispersion < 1.6


def test_too_few_authorities_make_no_funnel(store):
    edition = edition_for(store, MOVES.name, "E09000005")
    held = [each for each in published(store, MOVES.name, edition.release) if each.year == 2025]
    local = [each for each in held if each.level == "Local authority"]
    assert funnel_of(MOVES, held[: FEWEST - 1]) is None
    assert funnel_of(MOVES, local) is None, "without England there is no middle"


def test_a_joint_return_is_found_by_either_of_its_codes(store):
    points = shipped(store, CASELOAD).points
    assert own_point(points, "E09000021") == own_point(points, "E09000027")
    assert own_point(points, "E09000099") is None


def test_bands_are_quarters_with_the_best_first():
    others = exact(1, 2, 3, 4, 5, 6, 7)
    assert band(Span(1.5, 1.5), others, "low") == "A" and band(Span(1.5, 1.5), others, "high") == "D"
    assert band(Span(8, 8), others, "low") == "D" and band(Span(8, 8), others, "high") == "A"
    assert band(Span(1, 5), others, "low") == band(Span(1, 1), others, "none") == band(None, others, "low") == ""
