"""Rate against mix adds up, brothers and sisters are put together, and what is told first is what stands out."""

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.access import LOCAL_USER as LOCAL
from data.access import PUBLIC
from data.errors import Mendable
from data.invention import AUTHORITY
from data.ledger.history import months_held
from data.months import month_end
from indicators.change.entries_and_exits import COUNTED_NOW, NO_LONGER
from indicators.change.rate_and_mix import rate_and_mix
from indicators.change.what_changed import Changed, the_few, what_changed
from indicators.engine.catalogue import all_indicators, indicator_called
from indicators.figures.families import brothers_and_sisters, families
from indicators.figures.figure import Figure
from indicators.figures.measured_figures import figures
from tests.examples import example_rows
from tests.store_filling import BRENT, OCTOBER, publish_rows

SEPTEMBER = month_end("2026-09")
HALVES = st.dictionaries(
    st.sampled_from("ABCD"), st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=1, max_size=4
)


def groups(halves: dict[str, tuple[float, float]], unit: str = "percent") -> list[Figure]:
    return [
        Figure("x", BRENT, OCTOBER, unit, None, above, above + rest, 0, 1, by="team", group=name)
        for name, (above, rest) in halves.items()
    ]


def whole(figures: list[Figure]) -> float:
    return sum(each.numerator or 0 for each in figures) / sum(each.denominator or 0 for each in figures) * 100


@given(HALVES, HALVES)
def test_rate_and_mix_add_up_to_the_whole_change(was, now):
    before, after = groups(was), groups(now)
    found = rate_and_mix(before, after)
    if not all(sum(each.denominator or 0 for each in side) for side in (before, after)):
        assert found is None
        return
    assert found is not None and math.isclose(found.change, whole(after) - whole(before), abs_tol=1e-9)


def test_where_only_sizes_change_all_is_mix_and_where_only_rates_change_none_is():
    sizes = rate_and_mix(groups({"A": (10, 90), "B": (50, 50)}), groups({"A": (5, 45), "B": (75, 75)}))
    assert sizes is not None and sizes.rate == pytest.approx(0) and sizes.mix == pytest.approx(10)
    rates = rate_and_mix(groups({"A": (10, 90), "B": (50, 50)}), groups({"A": (20, 80), "B": (60, 40)}))
    assert rates is not None and rates.rate == pytest.approx(10) and rates.mix == pytest.approx(0)


def test_a_group_that_is_new_is_all_mix():
    found = rate_and_mix(groups({"A": (10, 90)}), groups({"A": (10, 90), "B": (100, 0)}))
    assert found is not None and found.rate == pytest.approx(0) and found.mix == pytest.approx(45)


def test_a_group_of_which_a_number_is_hidden_leaves_the_split_untold():
    hidden = Figure("x", BRENT, OCTOBER, "percent", None, None, None, None, 1, by="team", group="A")
    assert rate_and_mix(groups({"A": (10, 90)}), [hidden]) is None


def test_brothers_and_sisters_are_those_of_a_family_of_whom_another_is_among_them():
    of_family = {"a": "1", "b": "1", "c": "2", "d": "3", "e": "3", "f": "3", "g": "2"}
    assert brothers_and_sisters({"a", "b", "c", "d", "e", "f", "stranger"}, of_family) == (5, 2)
    assert brothers_and_sisters({"a", "c"}, of_family) == (0, 0)


def test_the_family_is_the_one_that_the_latest_month_names(store):
    for month, family in ((SEPTEMBER, "F1"), (OCTOBER, "F2")):
        rows = example_rows("child_protection_plans", [{"child_id": "Femi", "family_id": family}, {"child_id": "Gwen"}])
        publish_rows(store, {"child_protection_plans": rows}, month)
    assert families(store, LOCAL, BRENT, [SEPTEMBER, OCTOBER]) == {"Femi": "F2"}
    with pytest.raises(Mendable, match="lists of children"):
        families(store, PUBLIC, BRENT, [OCTOBER])


@pytest.fixture(scope="module")
def protection(borough) -> list[Changed]:
    asked = [each for each in all_indicators().values() if each.service == "child_protection"]
    return what_changed(borough, LOCAL, asked, AUTHORITY, OCTOBER)


def test_who_is_counted_anew_and_no_more_makes_the_difference_of_the_figures(borough, protection):
    shares = [each for each in protection if each.who and not each.since]
    assert len(shares) > 5
    for each in shares:
        net = each.how_many(COUNTED_NOW) - each.how_many(NO_LONGER)
        assert net == (each.now.numerator or 0) - (each.before.numerator or 0), each.indicator.id
    ids = [each.indicator.id for each in protection]
    told = figures(borough, LOCAL, [indicator_called(name) for name in ids], AUTHORITY, [SEPTEMBER, OCTOBER])
    assert [each.value for each in told] == [end.value for each in protection for end in (each.before, each.now)]


def test_what_lies_within_teams_and_in_their_sizes_is_the_whole_change(protection):
    split = [each for each in protection if each.parts]
    assert len(split) > 5
    for each in split:
        apart = (each.now.value or 0) - (each.before.value or 0)
        assert each.parts is not None and each.parts.change == pytest.approx(apart), each.indicator.id


def test_the_few_begin_with_what_changes_by_more_than_chance_and_go_on_with_what_stands_out_most(protection):
    least = min(protection, key=lambda change: change.weight).indicator.id
    few = the_few(protection, [least, "children_on_a_plan"])
    assert [change.indicator.id for change in few[:2]] == [least, "children_on_a_plan"]
    weights = [change.weight for change in few[2:]]
    assert len(few) == 5 and weights == sorted(weights, reverse=True) and weights[-1] > 0
    strongest = max(protection, key=lambda change: change.weight)
    assert the_few(protection, [])[0] == strongest, "a number of children leads no more than a share"


def test_a_month_without_another_before_it_has_changed_nothing(borough):
    first = months_held(borough, LOCAL, AUTHORITY)[0]
    assert isinstance(first, date) and not what_changed(
        borough, LOCAL, [indicator_called("children_on_a_plan")], AUTHORITY, first
    )


def test_whoever_may_see_no_lists_is_refused(borough):
    with pytest.raises(Mendable, match="lists of children"):
        what_changed(borough, PUBLIC, [], AUTHORITY, OCTOBER)
