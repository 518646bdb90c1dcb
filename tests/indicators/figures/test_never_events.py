"""What must never be is counted one by one: those counted where lower is better, those missed where higher is."""

from dataclasses import replace
from datetime import date

import pandas
import pytest

from indicators.engine.catalogue import indicator_called
from indicators.engine.measure import measure_missing
from indicators.figures.figure import Figure
from indicators.figures.never_events import happened, months_running, never_events, those_behind
from tests.examples import example_rows
from tests.store_filling import BRENT, publish_rows

UNLAWFUL, ALLOCATED = (
    indicator_called(name) for name in ("under_16s_in_unlawful_placements", "on_a_plan_with_a_social_worker")
)
MONTH_END = date(2026, 10, 31)


def figure(numerator: float | None, denominator: float | None = 200.0) -> Figure:
    return Figure("x", "X", date(2026, 10, 31), "percent", None, numerator, denominator, 0, 1)


def test_each_says_in_words_what_must_not_be_and_which_way_is_better():
    assert {UNLAWFUL.id, ALLOCATED.id} <= {each.id for each in never_events(MONTH_END)}
    assert all(each.argument.good in ("low", "high") for each in never_events(MONTH_END))


def test_what_law_and_statutory_guidance_say_stands_before_what_we_ask_of_ourselves():
    limits = [each.argument.limit for each in never_events(MONTH_END)]
    assert limits == sorted(limits, reverse=True) and set(limits) == {"statutory", "local"}


def test_a_rule_counts_from_the_first_whole_month_in_which_it_is_in_force(monkeypatch):
    offered = indicator_called("applications_without_an_offer")
    assert offered not in never_events(MONTH_END), "no day is set"
    monkeypatch.setitem(vars(offered.argument), "never_from", date(2026, 9, 2))
    assert offered not in never_events(date(2026, 9, 30))
    assert offered in never_events(MONTH_END)


def test_the_day_from_which_a_meeting_must_be_offered_is_the_same_in_both_places(store):
    offered = indicator_called("applications_without_an_offer")
    day = offered.argument.never_from
    assert f"date '{day}'" in offered.sql
    in_force = replace(offered, sql=offered.sql.replace(f"date '{day}'", "date '2026-10-12'"))
    asked = [
        {"child_id": "A", "application_date": date(2026, 10, 11)},
        {"child_id": "B", "application_date": date(2026, 10, 12)},
        {
            "child_id": "C",
            "application_date": date(2026, 10, 13),
            "letter_date": date(2026, 9, 1),
            "meeting_offered": "Y",
        },
    ]
    publish_rows(store, {"pre_proceedings": example_rows("pre_proceedings", asked)}, MONTH_END)
    with store.change() as cursor:
        measure_missing(cursor, [in_force], BRENT, [MONTH_END])
        figures_of_it = """
            select numerator, denominator from store.measured.figures as figures
            join store.measured.measurements as done on done.measurement = figures.measurement
            where indicator = 'applications_without_an_offer'
        """
        assert cursor.execute(figures_of_it).fetchall() == [(1.0, 3.0)], (
            "one was asked for on the day, without an offer"
        )


@pytest.mark.parametrize(
    ("indicator", "given", "expected"),
    [
        (UNLAWFUL, figure(0.0), 0),
        (UNLAWFUL, figure(2.0), 2),
        (ALLOCATED, figure(200.0), 0),
        (ALLOCATED, figure(197.0), 3),
        (ALLOCATED, figure(0.0, 0.0), 0),
        (UNLAWFUL, figure(None, None), None),
    ],
)
def test_how_many_there_are(indicator, given, expected):
    assert happened(indicator, given) == expected


@pytest.mark.parametrize(
    ("numbers", "running"), [([0, 1, 2], 2), ([1, 0, 0], 0), ([1, 1, 1], 3), ([1, None, 1], 1), ([1, 1, None], 0)]
)
def test_for_how_many_months(numbers, running):
    assert months_running(UNLAWFUL, [figure(each) for each in numbers]) == running


def test_those_behind_are_as_many_as_are_counted():
    rows = pandas.DataFrame({"subject": list("abcd"), "numerator": [1, 0, 1, 0], "denominator": [1, 1, 1, 0]})
    assert list(those_behind(UNLAWFUL, rows)["subject"]) == ["a", "c"]
    assert list(those_behind(ALLOCATED, rows)["subject"]) == ["b"], "who is not yet due has not been missed"
    totals = replace(figure(2.0), denominator=3.0)
    assert happened(ALLOCATED, totals) == len(those_behind(ALLOCATED, rows))
