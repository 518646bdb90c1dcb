"""A quarter adds up what is of a month, pools shares of it, and takes all else at its last day."""

from datetime import date

import pytest

from data.months import months_from
from indicators.engine.catalogue import all_indicators, indicator_called
from indicators.figures.disclosure import CONFIDENTIAL
from indicators.figures.figure import Figure
from indicators.figures.periods import (
    ADDS_UP,
    LAST_DAY,
    POOLS,
    earlier,
    figure_over,
    how_over,
    periods_within,
    quarter_of,
    spans_of,
    worked_examples,
    year_to_date,
)

MONTHS = months_from(date(2026, 7, 31), date(2026, 9, 30))


def of_months(name: str, *halves: tuple[float, float | None]) -> dict[date, Figure]:
    unit = indicator_called(name).unit
    scale = {"percent": 100}.get(unit, 1)
    return {
        month: Figure(name, "X", month, unit, above / below * scale if below else above, above, below, 0, 1)
        for month, (above, below) in zip(MONTHS, halves, strict=False)
    }


@pytest.mark.parametrize(
    ("month", "title", "first"),
    [
        (date(2026, 4, 30), "Q1 2026/27 to date", date(2026, 4, 30)),
        (date(2026, 6, 30), "Q1 2026/27", date(2026, 4, 30)),
        (date(2026, 10, 31), "Q3 2026/27 to date", date(2026, 10, 31)),
        (date(2027, 3, 31), "Q4 2026/27", date(2027, 1, 31)),
        (date(2000, 2, 29), "Q4 1999/00 to date", date(2000, 1, 31)),
    ],
)
def test_quarters_are_of_the_financial_year(month, title, first):
    quarter = quarter_of(month)
    assert (quarter.title, quarter.months[0], quarter.months[-1]) == (title, first, month)


def test_the_year_to_date_begins_in_april_and_the_year_before_has_the_same_months():
    year = year_to_date(date(2028, 2, 29))
    assert year.title == "2027/28 to date" and year.months[0] == date(2027, 4, 30) and len(year.months) == 11
    assert earlier(year, 12)[0] == date(2026, 4, 30) and earlier(year, 12)[-1] == date(2027, 2, 28)
    assert year_to_date(date(2027, 3, 31)).title == "2026/27"


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("referrals_made", ADDS_UP),
        ("contacts_decided_in_one_working_day", POOLS),
        ("generic_audits_done", POOLS),
        ("children_on_a_plan", LAST_DAY),
        ("referrals_in_the_year", LAST_DAY),
        ("audits_graded_good", LAST_DAY),
        ("children_looked_after_rate", LAST_DAY),
        ("average_caseload", LAST_DAY),
        ("lac_overall_absence", LAST_DAY),
    ],
)
def test_a_kind_of_figure_says_how_it_is_told(name, how):
    assert how_over(indicator_called(name)) == how


def test_what_looks_back_over_more_than_two_months_or_none_is_never_added_up():
    for indicator in all_indicators().values():
        if how_over(indicator) != LAST_DAY:
            assert {1, 2} & set(indicator.reaches) and set(indicator.reaches) <= {0, 1, 2}


def test_every_worked_example_is_as_it_says():
    for example in worked_examples():
        name, halves = example["indicator"], example["months"]
        of = of_months(name, *((*half, None)[:2] if half else (0, None) for half in halves))
        of = {month: figure for (month, figure), half in zip(of.items(), halves, strict=True) if half}
        figure = figure_over(indicator_called(name), MONTHS, of)
        assert how_over(indicator_called(name)) == example["told"]
        assert figure is not None and figure.value == example.get("value"), example["says"]
        assert ("value" in example) == (figure.reason == ""), example["says"]


def test_the_periods_of_some_months_are_their_quarters_and_years_the_last_to_date():
    told = [period.title for period in periods_within(months_from(date(2026, 3, 31), date(2026, 8, 31)))]
    assert told == ["2025/26", "Q4 2025/26", "Q1 2026/27", "2026/27 to date", "Q2 2026/27 to date"]
    titles = [span.title for span in spans_of(date(2026, 10, 31))]
    assert titles == [
        "Q3 2026/27 to date",
        "Q2 2026/27",
        "Q3 a year ago",
        "2026/27 to date",
        "2025/26 to the same month",
    ]
    assert spans_of(date(2026, 3, 31))[-1].title == "2024/25", "a whole year is to no month"


def test_flows_add_up_shares_pool_and_stocks_are_of_the_last_day():
    made = figure_over(
        indicator_called("referrals_made"), MONTHS, of_months("referrals_made", (10, None), (0, None), (7, None))
    )
    assert made is not None and (made.value, made.numerator, made.denominator) == (17, 17, None)
    name = "generic_audits_done"
    done = figure_over(indicator_called(name), MONTHS, of_months(name, (10, 20), (30, 40), (20, 60)))
    assert done is not None and (done.value, done.numerator, done.denominator) == (50.0, 60, 120)
    name = "children_on_a_plan"
    stock = figure_over(indicator_called(name), MONTHS, of_months(name, (300, None), (310, None), (321, None)))
    assert stock is not None and stock.value == 321


def test_a_missing_or_hidden_month_leaves_no_figure_and_says_why():
    indicator = indicator_called("referrals_made")
    held = of_months("referrals_made", (10, None), (8, None), (7, None))
    missing = figure_over(indicator, MONTHS, {month: held[month] for month in MONTHS[1:]})
    assert (
        missing is not None and missing.value is None and missing.reason.startswith("There is no figure of July 2026")
    )
    held[MONTHS[0]] = Figure("referrals_made", "X", MONTHS[0], "count", None, None, None, None, 1, CONFIDENTIAL)
    hidden = figure_over(indicator, MONTHS, held)
    assert hidden is not None and hidden.value is None and hidden.reason == CONFIDENTIAL
    assert figure_over(indicator, MONTHS, {}) is None
