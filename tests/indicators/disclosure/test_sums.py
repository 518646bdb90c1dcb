"""What adds up is declared: every sum that always holds of the invented borough follows from declarations."""

import numpy as np
import pytest

from data.access import LOCAL_USER as LOCAL
from data.errors import Mendable
from data.invention.place import AUTHORITY
from data.ledger.history import months_held
from indicators.disclosure.month_pack import month_pack, wholes_of, with_parts
from indicators.disclosure.months_beside import over_months
from indicators.disclosure.pack import NOUGHT, Pack
from indicators.engine.adding_up import NUMBERS, Number, read_sums, read_sums_over_months, refuse_unknown_parts
from indicators.engine.catalogue import all_indicators
from tests.indicators.disclosure.sums_found import shortest_sums, sums_over_months

DECLARED = [each for indicator in all_indicators().values() for each in indicator.sums]
ONLY_HERE = {
    ("lac_with_a_social_worker", "numerator"): "in the borough every child in care has a social worker, as must be",
    ("on_a_plan_with_a_social_worker", "numerator"): "in the borough every child on a plan has one, as must be",
    ("placed_within_a_year_of_decision", "numerator"): "nobody in the borough waited longer",
    ("assessments_in_45_working_days", "denominator"): "each referral has one assessment, and its factors are recorded",
    ("agency_assignments_above_the_cap", "denominator"): "price and cap of each are known, and each works full time",
    ("minutes_of_supervision_for_each_case", "denominator"): "the minutes of every session are known",
    ("pre_proceedings_step_down_held", "numerator"): "every step down held",
    ("pre_proceedings_step_down_held", "not_yet_due"): "nobody asked a court within a month of a step down",
    ("supervision_orders_with_a_plan", "denominator"): "no child is under two orders at once",
    ("liberty_order_days", "numerator"): "every child under an order is looked after on each of its days",
    ("liberty_order_days_in_registered_homes", "numerator"): "nobody under an order lives in a home of another kind",
    ("lac_in_unregistered_homes", "numerator"): "no other child lives where no provider is named",
    ("early_help_a_year_or_more", "denominator"): "both records of early help agree",
}
"""Numbers that are the same as others by the borough's good luck, and not by their definitions."""


def table_of(packs: list[Pack]) -> tuple[list[Number], np.ndarray]:
    """Return the numbers of packs as columns, with a row for each month and place; what has no rows is nought."""
    rows, numbers = [], {}
    for pack in packs:
        of_place: dict = {}
        for figure, told in zip(pack.figures, pack.told_by, strict=True):
            place = of_place.setdefault((figure.by, figure.group), {})
            place |= {(figure.indicator, kind): pack.exact[cell] for kind, cell in told.items() if kind in NUMBERS}
        rows += of_place.values()
    for row in rows:
        numbers |= dict.fromkeys(row)
    named = [number for number in numbers if any(row.get(number) for row in rows)]
    return named, np.array([[row.get(number, 0.0) for number in named] for row in rows])


def undeclared(named: list[Number], columns: np.ndarray) -> list[dict[Number, float]]:
    """Return the sums found that do not follow from what is declared: of whole numbers of times.

    Of what no team has there are no more rows than months, and of as many numbers some sum of fractions always holds.
    """
    place = {number: each for each, number in enumerate(named)}
    public = [[sum_.get(number, 0) for number in named] for sum_ in DECLARED if set(sum_) <= set(place)]
    rank = np.linalg.matrix_rank(np.array(public, float))
    more = []
    for found in shortest_sums(columns):
        row = [found.get(each, 0.0) for each in range(len(named))]
        is_whole = all(abs(times - round(times)) < NOUGHT for times in found.values())
        if is_whole and np.linalg.matrix_rank(np.array([*public, row], float)) > rank:
            more.append({named[each]: times for each, times in found.items()})
    return more


def same_as(number: Number) -> set[Number]:
    """Return all numbers that are declared to be the same as one."""
    pairs, same = [set(each) for each in DECLARED if sorted(each.values()) == [-1, 1]], {number}
    while more := {other for pair in pairs if pair & same for other in pair} - same:
        same |= more
    return same


def undeclared_over_months(packs: list[Pack]) -> list[tuple]:
    """Return the sums over months found in packs of months one after another that nobody declared."""
    by_month = [
        {
            (figure.indicator, kind): pack.exact[cell]
            for figure, told in zip(pack.figures, pack.told_by, strict=True)
            if not figure.by
            for kind, cell in told.items()
            if kind in NUMBERS
        }
        for pack in packs
    ]
    series = {number: np.array([month.get(number, 0.0) for month in by_month]) for number in by_month[-1]}
    return [
        found
        for found in sums_over_months(series)
        if not any(
            found[2:] == (sum_.months, 0) and found[0] in same_as(sum_.whole) and found[1] in same_as(sum_.part)
            for sum_ in over_months()
        )
    ]


def test_a_sum_over_months_that_nobody_declared_is_found():
    dice = np.random.default_rng(7)
    part = dice.integers(0, 30, 40).astype(float)
    year = np.convolve(part, np.ones(12))[:40]
    series = {("one", "numerator"): part, ("year", "numerator"): year, ("other", "numerator"): np.r_[0.0, part[:-1]]}
    assert sums_over_months(series) == [
        (("other", "numerator"), ("one", "numerator"), 1, 1),
        (("year", "numerator"), ("one", "numerator"), 12, 0),
    ]


@pytest.mark.soak
def test_every_sum_that_always_holds_is_declared_and_every_declared_one_holds(borough):
    months = months_held(borough, LOCAL, AUTHORITY)
    wholes = wholes_of(borough, LOCAL, AUTHORITY, months)
    packs = [month_pack(borough, LOCAL, with_parts(borough, LOCAL, month), is_alone=True) for month in wholes]
    named, columns = table_of(packs)
    place = {number: each for each, number in enumerate(named)}
    for each in DECLARED:
        total = sum(times * columns[:, place[number]] for number, times in each.items() if number in place)
        assert np.abs(total).max() < NOUGHT, each
    left = [each for each in undeclared(named, columns) if not set(each) & set(ONLY_HERE)]
    assert left == []
    assert [each for each in undeclared_over_months(packs) if not set(each) & set(ONLY_HERE)] == []


def test_a_sum_that_nobody_declared_is_found():
    dice = np.random.default_rng(7)
    parts = dice.integers(0, 30, (60, 4)).astype(float)
    columns = np.column_stack([parts, parts[:, 0] + parts[:, 1], parts[:, 2]])
    found = [set(each) for each in shortest_sums(columns)]
    assert found == [{2, 5}, {0, 1, 4}]


@pytest.mark.parametrize(
    "written",
    [
        *("denominator", "denominator = worth", "a = b = c", "numerator + x.y = numerator"),
        *("numerator = x.numerator over some months", "numerator + numerator = x.numerator over 12 months"),
    ],
)
def test_what_is_no_sum_is_refused_with_how_to_write_it(written):
    with pytest.raises(Mendable, match="Write numbers of indicators"):
        read_sums("x", [written])
    with pytest.raises(Mendable, match="Write numbers of indicators"):
        read_sums_over_months("x", ["numerator = x.worth over 12 months"])


def test_a_sum_with_an_indicator_that_is_not_there_is_refused():
    with pytest.raises(Mendable, match="adds_up names nobody"):
        refuse_unknown_parts("indicators/x.sql", read_sums("x", ["numerator = nobody.numerator"]), {"x"})


def test_a_sum_reads_as_it_is_written():
    (taken,) = read_sums("x", ["denominator + not_yet_due = y.numerator"])
    assert taken == {("x", "denominator"): 1, ("x", "not_yet_due"): 1, ("y", "numerator"): -1}
