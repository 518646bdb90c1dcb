"""Numbers typed by hand: a figure of an earlier month or edition, or of none, is found; what is right is left alone."""

from dataclasses import replace
from datetime import date

import pytest

from data.months import months_from
from indicators.change.numbers_by_hand import Beside, numbers_by_hand
from indicators.figures.figure import Figure
from tests.every_case import every

MONTHS = months_from(date(2025, 10, 31), date(2026, 10, 31))
PLANS, LONG = "children_on_a_plan", "pathway_plans_in_place"


def figure(name, month, counted, out_of=None) -> Figure:
    unit, value = ("percent", counted / out_of * 100) if out_of else ("count", counted)
    return Figure(name, "X09000001", month, unit, value, counted, out_of, 0, 1)


COUNTS = [310, 305, 300, 301, 302, 303, 304, 306, 307, 308, 309, 329, 334]
BESIDE = Beside(
    {
        PLANS: [figure(PLANS, month, many) for month, many in zip(MONTHS, COUNTS, strict=True)],
        LONG: [figure(LONG, month, 70 + place, 80 + place) for place, month in enumerate(MONTHS)],
    },
    lambda: [(412.0, 0, False), (87.9, 1, True)],
    lambda: [figure(PLANS, MONTHS[-1], 340), figure(PLANS, MONTHS[-2], 355)],
)
STANDS = (
    "There are 334 children on a child protection plan.",
    "Plans stood at {children_on_a_plan}.",
    "There were 329 children on a plan in September 2026.",
    "There were 329 children on a plan last month.",
    "A report of September 3 says so.",
    "Children on a plan went from 310 in October 2025 to 334.",
    "It rose by 5 since September, and by 24 in a year; that is 8%.",
    "Pathway plans are in place for 89.1% of young people: 82 of 92, and 10 are without.",
    "Others stand at 412, and 88 per cent of them agree.",
    "At two meetings one of the directors spoke for 45 minutes on 3 October under section 47.",
    "The Act of 1989, and £250,000.",
)
STALE = {
    "There are 329 children on a child protection plan.": ("329", MONTHS[-2], MONTHS[-1]),
    "In August there were 329 children on a plan.": ("329", MONTHS[-2], MONTHS[-1]),
    "The 340 children on a plan cost more.": ("340", MONTHS[-1], MONTHS[-1]),
    "In September 355 children were on a plan.": ("355", MONTHS[-2], MONTHS[-2]),
    "Pathway plans are in place for 89.0% of young people.": ("89.0", MONTHS[-2], MONTHS[-1]),
    "All is well. It is 329 now": ("329", MONTHS[-2], MONTHS[-1]),
}
UNKNOWN = {
    "There are 57 children on a plan.": "57",
    "Agreed by 412%.": "412",
    "Fifty-seven children wait.": "Fifty-seven",
    "Costs grew for 1,250 cases.": "1,250",
}


@every("text", STANDS)
def test_a_number_that_a_figure_bears_and_what_is_no_count_is_left_alone(text):
    assert list(numbers_by_hand(text, None, BESIDE)) == []


@every("case", STALE.items())
def test_a_figure_of_an_earlier_month_or_edition_is_found_with_what_it_is_now(case):
    text, (written, was, now) = case
    (number,) = numbers_by_hand(text, None, BESIDE)
    assert number.was and number.is_now
    assert (number.written, number.was.month, number.is_now.month) == (written, was, now)


@every("case", UNKNOWN.items())
def test_a_number_that_no_figure_bears_is_found(case):
    text, written = case
    (number,) = numbers_by_hand(text, None, BESIDE)
    assert (number.written, number.was) == (written, None)


def test_a_text_on_a_figure_is_compared_with_that_figure_first():
    assert list(numbers_by_hand("It is 82 of 92.", LONG, BESIDE)) == []
    (number,) = numbers_by_hand("It is 329 by now.", PLANS, BESIDE)
    assert number.was and (number.was.indicator, number.was.month) == (PLANS, MONTHS[-2])


def test_what_else_is_shown_and_earlier_editions_are_asked_only_where_a_number_is_typed_that_no_figure_bears():
    asked = []
    beside = replace(BESIDE, shown=lambda: asked.append("shown") or [], editions=lambda: asked.append("editions") or [])
    for text in ("Children on a plan are many.\n\nThey met at two meetings.", "There are 334 children on a plan.", ""):
        assert list(numbers_by_hand(text, None, beside)) == []
    assert asked == []
    assert len(list(numbers_by_hand("There are 57 children on a plan, and 58, and 59.", None, beside))) == 3
    assert sorted(asked) == ["editions", "shown"]


def test_a_number_of_another_table_is_found_there_without_earlier_editions():
    beside = replace(BESIDE, editions=lambda: pytest.fail("No edition is asked for."))
    assert list(numbers_by_hand("Others stand at 412.", None, beside)) == []
