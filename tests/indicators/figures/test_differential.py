"""A group beside the rest: the interval covers the truth, unknowns stand apart, and the few are put together."""

import random

import pytest

from data.access import LOCAL_USER as LOCAL
from indicators.engine.catalogue import all_indicators, indicator_called
from indicators.figures.breakdown import NOT_KNOWN, breakdown
from indicators.figures.differential import POOLED, against_the_rest, has_rates, interval_of_ratio, pooled, wilson
from indicators.figures.figure import figure_of
from tests.examples import example_rows
from tests.store_filling import BRENT, OCTOBER, publish_rows

LONG = indicator_called("cp_plans_two_years_or_more")


def group(name, numerator, denominator, by="ethnicity"):
    row = {"complete": True, "load": 1, "in_part": (), "not_yet_due": 0}
    row |= {"numerator": numerator, "denominator": denominator, "subjects": denominator}
    return figure_of(LONG, BRENT, OCTOBER, row, by, name)


@pytest.mark.parametrize(
    ("own", "rest", "low", "high"),
    [
        # Koopman's score interval, as statsmodels 0.15 gives it, where it is defined: 0.80 to 3.80, 0.52 to 1.91.
        ((5, 20), (40, 300), 0.81, 3.77),
        ((12, 48), (15, 60), 0.52, 1.89),
        ((0, 20), (40, 300), 0.0, 1.25),
        ((20, 20), (200, 300), 1.24, 1.64),
    ],
)
def test_the_interval_is_that_of_the_method(own, rest, low, high):
    assert interval_of_ratio(own, rest) == pytest.approx((low, high), abs=0.005)


@pytest.mark.parametrize("above, below", [(0, 8), (8, 8), (146, 157), (1, 300)])
def test_the_limits_of_a_share_are_wilson_s(above, below):
    from scipy.stats import binomtest  # which takes too long to import for every process that gathers the tests

    theirs = binomtest(above, below).proportion_ci(0.95, "wilson")
    assert wilson(above, below) == pytest.approx((theirs.low, theirs.high), rel=1e-12)


@pytest.mark.parametrize(("share", "times", "size"), [(0.2, 1.0, 15), (0.2, 2.0, 30), (0.7, 1.2, 25), (0.05, 1.0, 60)])
def test_the_interval_covers_the_truth_about_as_often_as_it_says(share, times, size):
    dice = random.Random(7)
    covered = tried = 0
    while tried < 250:
        own = sum(dice.random() < share * times for _ in range(size))
        rest = sum(dice.random() < share for _ in range(200))
        if rest:
            low, high = interval_of_ratio((own, size), (rest, 200))
            covered += low <= times <= high
            tried += 1
    assert 0.92 <= covered / tried <= 1.0


def test_a_group_is_set_beside_all_others_that_are_known():
    told = against_the_rest([group("White", 10, 100), group("Black", 12, 40), group(NOT_KNOWN, 9, 10)])
    assert [(each.group.group, each.rest) for each in told] == [
        ("White", (12, 40)),
        ("Black", (10, 100)),
        (NOT_KNOWN, (22, 140)),
    ]
    black = told[1]
    assert black.times == pytest.approx(3.0) and black.apart and 1 < black.distance < 3


def test_there_is_nothing_beside_a_rest_of_nought_nor_of_nobody():
    assert against_the_rest([group("White", 3, 20), group("Black", 0, 40)])[0].group.group == "Black"
    assert against_the_rest([group("White", 3, 20)]) == []


def test_small_groups_of_children_are_put_together_and_teams_are_not():
    groups = [group("White", 10, 100), group("Mixed", 1, 4), group("Other", 2, 6), group(NOT_KNOWN, 0, 2)]
    together = pooled(LONG, groups)
    assert [each.group for each in together] == ["White", NOT_KNOWN, f"{POOLED}Mixed, Other"]
    assert (together[-1].numerator, together[-1].denominator, together[-1].value) == (3, 10, 30.0)
    assert pooled(LONG, groups[:2]) == groups[:2], "one small group cannot be put together with another"
    teams = [group(name, 1, 4, "team") for name in ("North", "South")]
    assert pooled(LONG, teams) == teams


def test_a_team_belongs_to_the_service_of_most_of_its_workers(store):
    plans = [{"team": "North"}, {"team": "North"}, {"team": "East"}, {"team": "Gone"}]
    teams = [("North", "Localities"), ("North", "Localities"), ("North", "Care Planning"), ("East", "Care Planning")]
    workers = [{"team": team, "service": service} for team, service in teams]
    rows = {"child_protection_plans": plans, "social_workers": workers}
    publish_rows(store, {name: example_rows(name, stated) for name, stated in rows.items()})
    told = breakdown(store, LOCAL, [LONG], BRENT, [OCTOBER], "service")
    assert [(each.group, each.denominator) for each in told] == [
        ("Care Planning", 1),
        ("Localities", 2),
        (NOT_KNOWN, 1),
    ]


def test_only_shares_of_what_is_counted_are_set_side_by_side():
    compared = {each.id for each in all_indicators().values() if has_rates(each)}
    assert "cp_plans_two_years_or_more" in compared
    assert not compared & {"lac_overall_absence", "average_caseload", "children_on_a_plan", "children_on_a_plan_rate"}
