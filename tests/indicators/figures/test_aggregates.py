"""Figures given already counted: a whole figure or none, never a sum of parts, and never a list of children."""

from datetime import datetime

import pytest

from data.access import LOCAL_USER as LOCAL
from data.access import Reader
from data.errors import Mendable
from data.ledger.loads import withdraw
from data.months import month_end
from indicators.engine.catalogue import indicator_called
from indicators.figures.breakdown import breakdown
from indicators.figures.measured_figures import figures, rows_behind
from tests.examples import example_rows
from tests.store_filling import BRENT, OCTOBER, publish_rows

PLANS = "child_protection_plans"
SEPTEMBER = month_end("2026-09")
COUNT, RATE, SHARE, AVERAGE = (
    indicator_called(each)
    for each in ("children_on_a_plan", "children_on_a_plan_rate", "cp_plans_two_years_or_more", "average_caseload")
)
NOT_PUBLISHED = "Not published for October 2026: Child protection plans."


def row(indicator, numerator, denominator=None, team="All", breakdown="ALL", value="All"):
    return {
        "indicator": indicator.id,
        "numerator": numerator,
        "denominator": denominator,
        "team": team,
        "breakdown": breakdown,
        "breakdown_value": value,
    }


def give(store, *rows, month=OCTOBER, at=None, authority=BRENT):
    table = example_rows("aggregates", list(rows), month_end=month)
    return publish_rows(store, {"aggregates": table}, month, at=at, authority=authority)


def figure(store, indicator, month=OCTOBER, known_on=None):
    (told,) = figures(store, LOCAL, [indicator], BRENT, [month], known_on)
    return told


def groups(store, indicator, by):
    told = breakdown(store, LOCAL, [indicator], BRENT, [OCTOBER], by)
    return [(each.group, each.value, each.counted_from) for each in told]


def test_a_count_that_was_given_is_the_figure_and_says_so(store):
    give(store, row(COUNT, 329))
    assert figure(store, COUNT).to_json() == {
        "indicator": "children_on_a_plan",
        "authority": BRENT,
        "month": "2026-10",
        "value": 329.0,
        "numerator": 329,
        "denominator": None,
        "not_yet_due": 0,
        "unit": "count",
        "load": 1,
        "counted_from": "aggregates",
    }


@pytest.mark.parametrize(
    ("indicator", "numerator", "denominator", "value"),
    [(SHARE, 12, 300, 4.0), (AVERAGE, 2201, 135.5, 2201 / 135.5), (COUNT, 329, 5, 329)],
)
def test_a_share_and_an_average_are_the_first_over_the_second(store, indicator, numerator, denominator, value):
    give(store, row(indicator, numerator, denominator))
    assert figure(store, indicator).value == value


def test_a_rate_is_of_our_population_whatever_was_given(store):
    publish_rows(store, {PLANS: example_rows(PLANS, [{}])}, SEPTEMBER)
    give(store, row(RATE, 329, 10))
    ours, theirs = figure(store, RATE, SEPTEMBER), figure(store, RATE)
    assert theirs.denominator == ours.denominator != 10
    assert theirs.value == pytest.approx(329 * ours.value)


def test_what_it_is_out_of_must_be_there_and_not_nought(store):
    give(store, row(SHARE, 12), row(AVERAGE, 12, 0))
    assert figure(store, SHARE).reason == "The figure was given without the number that it is out of."
    assert figure(store, AVERAGE).reason.startswith("There was nothing to count: ")


def test_parts_are_never_added_up(store):
    give(store, row(COUNT, 5, team="North"), row(COUNT, 6, team="South"), row(COUNT, 4, breakdown="SEX", value="Male"))
    told = figure(store, COUNT)
    assert (told.value, told.numerator, told.counted_from) == (None, None, "aggregates")
    assert told.reason == (
        "The figures given for October 2026 have parts of this one, and no row of the team All that is not broken "
        "down. Parts are never added up."
    )
    assert groups(store, COUNT, "team") == [("North", 5.0, "aggregates"), ("South", 6.0, "aggregates")]


def test_the_parts_that_were_given_are_the_breakdown(store):
    rows = [row(SHARE, 3, 9), row(SHARE, 1, 4, "North"), row(SHARE, 2, 5, "South")]
    rows += [row(SHARE, 1, 4, breakdown="SEX", value="Female"), row(SHARE, 9, 9, "North", "SEX", "Female")]
    give(store, *rows)
    assert groups(store, SHARE, "team") == [("North", 25.0, "aggregates"), ("South", 40.0, "aggregates")]
    assert groups(store, SHARE, "sex") == [("Female", 25.0, "aggregates")]
    assert groups(store, SHARE, "ethnicity") == []


def test_records_win_and_what_is_given_fills_the_gap(store):
    give(store, row(COUNT, 329), row(COUNT, 300, team="North"))
    publish_rows(store, {PLANS: example_rows(PLANS, [{}])})
    assert (figure(store, COUNT).value, figure(store, COUNT).counted_from) == (1, "records")
    assert groups(store, COUNT, "team") == [("Team A", 1.0, "records")]
    give(store, row(COUNT, 310), month=SEPTEMBER)
    told = figures(store, LOCAL, [COUNT], BRENT, [SEPTEMBER, OCTOBER])
    assert [(each.value, each.counted_from) for each in told] == [(310, "aggregates"), (1, "records")]
    withdraw(store, LOCAL, 2, "the wrong file")
    assert figure(store, COUNT).value == 329


def test_records_of_one_extract_of_two_do_not_win(store):
    give(store, row(AVERAGE, 200, 10))
    publish_rows(store, {"case_allocations": example_rows("case_allocations", [{}])})
    assert figure(store, AVERAGE).value == 20


def test_only_the_month_itself_is_read_and_only_an_indicator_that_exists(store):
    earlier = {**row(COUNT, 300), "period": "2026-09"}
    give(store, earlier, {**row(COUNT, 329), "indicator": "children_on_plans"})
    assert figure(store, COUNT).reason == NOT_PUBLISHED
    assert figure(store, COUNT, SEPTEMBER).value is None


def test_all_may_be_written_in_any_case(store):
    give(store, row(COUNT, 329, team="ALL", value="all"))
    assert figure(store, COUNT).value == 329


def test_there_is_no_list_behind_a_figure_that_was_given(store):
    give(store, row(COUNT, 329))
    with pytest.raises(Mendable, match=r"^Brent gave this figure already counted; there is no list behind it\.$"):
        rows_behind(store, LOCAL, COUNT, BRENT, OCTOBER)


def test_what_was_given_is_as_known_on_a_day(store):
    first, second = datetime(2026, 11, 4), datetime(2026, 11, 20)
    give(store, row(COUNT, 329), at=first)
    give(store, row(COUNT, 330), at=second)
    assert [figure(store, COUNT, known_on=each.date()).value for each in (first, second)] == [329, 330]
    assert figure(store, COUNT, known_on=datetime(2026, 11, 3).date()).reason == NOT_PUBLISHED


def test_nobody_reads_what_another_authority_gave(store):
    give(store, row(COUNT, 329))
    other = Reader("other", ("member",), ("E09000009",), ("*",))
    with pytest.raises(Mendable):
        figures(store, other, [COUNT], BRENT, [OCTOBER])
    assert figures(store, other, [COUNT], "E09000009", [OCTOBER])[0].value is None
