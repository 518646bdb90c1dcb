"""A region out of one store: of every authority what may be published, by roles, and what that comes to."""

from dataclasses import replace
from math import inf

import pytest

from data.access import LOCAL_USER as LOCAL
from data.access import Reader
from data.errors import Mendable
from data.ledger.history import authorities_held
from indicators.comparison.figure_range import Span, span_of
from indicators.comparison.funnel import beyond_limits, in_a_sentence, own_point
from indicators.comparison.monthly import held_in_month, monthly_measure
from indicators.comparison.region import CALLED, RegionMonth, region_figures, region_months
from indicators.engine.catalogue import indicator_called
from indicators.figures.disclosure import CONFIDENTIAL
from indicators.figures.figure import Figure
from pages.kit.region.region_funnel import who_lies_beyond
from pages.report.publication import CANNOT_BE, HIDDEN, NOT_THERE, region_sheet
from tests.examples import example_rows
from tests.store_filling import OCTOBER, publish_rows

LONG, PLANS = indicator_called("cp_plans_two_years_or_more"), indicator_called("children_on_a_plan")
BRENT, EALING, HARROW, BARNET = "E09000005", "E09000009", "E09000015", "E09000003"
NUMBERS = {BRENT: (20, 40), EALING: (10, 50), HARROW: (2, 40), BARNET: (0, 12)}
"""Of each authority: how many plans are of two years or more, of how many; of Harrow that may not be told."""
MEMBER = Reader("a member", ("member",), (BRENT,), ("*",))


@pytest.fixture
def four(store):
    for authority, (long, every) in NUMBERS.items():
        stated = [
            {"child_id": f"{authority}-{place}", "start_date": "2024-01-01" if place < long else "2026-05-01"}
            for place in range(every)
        ]
        publish_rows(
            store, {"child_protection_plans": example_rows("child_protection_plans", stated)}, OCTOBER, authority
        )
    return store


def month(store, reader, indicator=LONG) -> RegionMonth:
    names = authorities_held(store, reader.as_of_the_region())
    (of_region,) = region_months(region_figures(store, reader, [indicator], [OCTOBER]), names, [indicator])
    return of_region


def test_of_every_authority_no_more_is_told_than_may_be_published_to_an_analyst_either(four):
    told = month(four, LOCAL)
    assert [(member.name, span.high) for member, span in told.with_figure] == [
        ("Brent", 50),
        ("Ealing", 20),
        ("Barnet", 0),
    ]
    assert [member.name for member in told.hidden] == ["Harrow"] and told.without == []
    assert {member.numerator for member in told.hidden} | {member.denominator for member in told.hidden} == {None}
    shape = told.to_json()
    assert (shape["lowest"], shape["highest"], shape["median_low"], shape["median_high"]) == (0, 50, 10, 35)
    assert shape["pooled"] is None, "what all come to would tell of the one that is hidden"


def test_a_reader_sees_their_own_and_those_named_beside_and_nobody_else(four):
    def seen(reader):
        return {member.authority for member in month(four, reader).members}

    assert seen(MEMBER) == {BRENT}
    assert seen(Reader("a member", ("member",), (BRENT,), ("*",), beside=(EALING, BARNET))) == {BRENT, EALING, BARNET}
    assert seen(Reader("a member", ("member",), (BRENT,), ("*",), beside=("*",))) == set(NUMBERS)
    with pytest.raises(Mendable, match="may not see figures"):
        month(four, Reader("a keeper", ("administrator",), ("*",), ("*",), beside=("*",)))


def test_those_named_beside_are_opened_nowhere_else(four):
    beside = Reader("an analyst", ("analyst",), (BRENT,), ("*",), beside=("*",))
    assert set(authorities_held(four, beside)) == {BRENT}
    assert not beside.may_see_authority(EALING)


def test_what_is_hidden_of_a_number_may_be_more_than_five():
    """A larger one is hidden, too, where it would give a small one away."""
    hidden = held_in_month("count", (HARROW, "Harrow"), OCTOBER, (None, None), "c")
    assert span_of(monthly_measure(PLANS), hidden) == Span(1, inf)


def of_many(many: int, unit: str = "percent") -> RegionMonth:
    figures = [
        Figure(LONG.id, f"E0900{place:04}", OCTOBER, unit, 10.0, 40.0 if place == 0 else 10.0, 100.0, 0, 1)
        for place in range(many)
    ]
    names = {figure.authority: figure.authority for figure in figures}
    return region_months(figures, names, [LONG])[0]


def test_the_funnel_is_around_what_the_region_comes_to():
    funnel = of_many(20).funnel()
    assert funnel is not None and funnel.middle == pytest.approx((40 + 19 * 10) / 2000)
    own = own_point(funnel.points, "E09000000")
    assert own is not None
    assert in_a_sentence(funnel, own.numerator, own.denominator).startswith(
        f"40 of 100; an authority of this size at {CALLED}'s rate would show 3 to 22"
    )


def test_those_beyond_the_limits_are_named():
    funnel = of_many(20).funnel()
    assert funnel is not None and beyond_limits(funnel) == (["E09000000"], [])
    assert who_lies_beyond(funnel) == "Above the 99.8% limits: E09000000."
    even = replace(funnel, points=funnel.points[1:])
    assert who_lies_beyond(even) == "No authority lies beyond the 99.8% limits."


def test_there_is_no_funnel_of_few_authorities_or_of_a_number(four):
    assert of_many(19).funnel() is None
    assert month(four, LOCAL, PLANS).funnel() is None


def test_the_sheet_for_publication_has_no_blank_cell(four):
    sheet = region_sheet([month(four, LOCAL), month(four, LOCAL, PLANS)])
    assert not sheet.table.isna().any().any()
    first, second = sheet.table.to_dict("records")
    assert (first["Authorities"], first["With a figure"], first["Hidden"]) == (4, 3, 1)
    assert (first["All taken together"], second["All taken together"]) == (HIDDEN, CANNOT_BE)


def test_the_ends_of_figures_that_are_all_hidden_are_hidden_and_of_none_are_not_there():
    cells = []
    for reason in (CONFIDENTIAL, "Not published."):
        none = Figure(LONG.id, BRENT, OCTOBER, "percent", None, None, None, None, 1, reason)
        (alone,) = region_months([none], {BRENT: "Brent"}, [LONG])
        assert (alone.lowest, alone.highest) == (None, None)
        (row,) = region_sheet([alone]).table.to_dict("records")
        cells.append({row["Lowest"], row["Highest"], row["All taken together"]})
    assert cells == [{HIDDEN}, {NOT_THERE}]
