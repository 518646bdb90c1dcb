"""What needs attention comes first on the overview, counted as its rows say it, and a quiet month says so."""

from datetime import date

import pytest

from data.months import month_end
from indicators.engine.catalogue import indicator_called
from indicators.figures.figure import Figure
from indicators.variation.judgement import CONCERN
from pages.words.exceptions import exceptions_first
from pages.words.in_brief import WORDS, how_many_change
from pages.words.series import Series
from tests.pages.conftest import measure_rows, open_app, said

MONTHS = [month_end(f"{2024 + number // 12}-{number % 12 + 1:02}") for number in range(24)]


def series(name: str, *values: float) -> Series:
    def figure(month: date, value: float) -> Figure:
        return Figure(name, "X", month, "percent", value, value, 100.0, 0, 1, "")

    return Series(indicator_called(name), tuple(map(figure, MONTHS, values)))


STEADY = [50.0 + 4 * (number * 7 % 5 - 2) for number in range(24)]


def test_a_quiet_month_needs_no_attention():
    told = [series("cp_plans_two_years_or_more", *STEADY), series("pathway_plans_in_place", *STEADY)]
    assert how_many_change(told).startswith("None needs attention and 2 show no news.")


def test_a_fall_that_is_bad_for_one_is_good_for_another():
    fallen = [*STEADY[:-4], 6.0, 5.0, 4.0, 3.0]
    told = [series("pathway_plans_in_place", *fallen), series("cp_plans_two_years_or_more", *fallen)]
    assert how_many_change(told).startswith("1 needs attention and 1 is improving.")
    assert how_many_change(told[1:]).startswith("None needs attention and 1 is improving.")


def test_exceptions_lead_the_strongest_first_and_the_rest_stay_in_their_order():
    fallen, risen = [*STEADY[:-1], 3.0], [*STEADY[:-1], 80.0]
    every = [
        series("cp_plans_two_years_or_more", *fallen),
        series("lac_reviews_in_timescale", *STEADY),
        series("average_caseload", *risen),
        series("cp_reviews_in_timescale", *STEADY),
        series("pathway_plans_in_place", *fallen),
    ]
    assert [each.indicator.id for each in exceptions_first(every)] == [
        "pathway_plans_in_place",
        "average_caseload",
        "cp_plans_two_years_or_more",
        "lac_reviews_in_timescale",
        "cp_reviews_in_timescale",
    ]


@pytest.mark.usefixtures("invented")
def test_the_overview_counts_what_its_rows_call_a_concern_and_they_lead():
    app = open_app("overview")
    concerns = [WORDS[CONCERN] in row["does"].split()[:2] for row in measure_rows(app)]
    assert len(concerns) == 12 and 0 < sum(concerns) < 12
    assert concerns == sorted(concerns, reverse=True), "concerns lead"
    assert f"{sum(concerns)} need attention, " in said(app)
