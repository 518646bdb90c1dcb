"""The page of time on a plan says what its figures say, and calls nothing a difference that chance may have made."""

from dataclasses import replace
from datetime import date

import pytest

from indicators.studies.drift import Cohort
from indicators.studies.expected_to_pass import Passing
from indicators.studies.survival import Share
from pages.kit.frame.contents import title_of
from pages.words.drift import Drift, ahead_in_words, ahead_table, begun_in_words, begun_table
from tests.pages.conftest import open_app, publish_plans, said

OCTOBER = date(2026, 10, 31)
SHARES = tuple(
    Share(30 * month, 1 - month / 20, 1 - month / 20 - 0.05, 1 - month / 20 + 0.05, 90) for month in range(14)
)
LATER = Cohort(date(2024, 11, 1), date(2025, 10, 31), 120, 60, SHARES)


def earlier(lower: float) -> Cohort:
    shares = tuple(replace(each, share=each.share - lower) for each in SHARES)
    return Cohort(date(2023, 11, 1), date(2024, 10, 31), 120, 60, shares)


@pytest.mark.parametrize(
    ("lower", "told"), [(0.03, "no more than chance apart"), (0.12, "more, and by more than chance")]
)
def test_years_differ_only_where_they_differ_by_more_than_chance(lower, told):
    assert begun_in_words([LATER, earlier(lower)]).endswith(f"a year earlier: {told}.")


def test_a_curve_that_has_ended_is_a_dash_in_the_table():
    rows = {row["After"]: row for row in begun_table([LATER, replace(earlier(0.03), shares=SHARES[:7])])}
    assert rows["12 months"] == {
        "After": "12 months",
        "Begun Nov 2024 to Oct 2025": "40% (35 to 45)",
        "Begun Nov 2023 to Oct 2024": "–",
    }


def test_too_few_is_said_and_is_no_number():
    few = Passing(24, OCTOBER, date(2027, 4, 30), 3, None, None, None)
    assert ahead_table([few])[0]["Expected"] == "–"
    assert "too few were seen" in ahead_in_words(Drift(OCTOBER, date(2025, 11, 1), 3, (few,)))


@pytest.mark.usefixtures("invented")
def test_the_page_says_what_lies_ahead_and_how_it_knows():
    app = open_app("drift")
    assert "are expected to pass 15 months" in said(app) and "No plan open since 1 Dec 2022 is missing" in said(app)
    assert len(app.get("plotly_chart")) == 2 and all(table.proto.alt for table in app.table)


def test_a_few_plans_make_no_curve(shown_store):
    publish_plans(shown_store, OCTOBER, 3)
    app = open_app("drift")
    assert app.title[0].value == title_of("drift") and not app.get("plotly_chart")
    assert "too few were seen" in said(app)
