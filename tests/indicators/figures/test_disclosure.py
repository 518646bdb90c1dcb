"""Nothing that the public may read lets a child be recognised, nor lets a hidden number be worked out."""

import random
from dataclasses import replace

import pytest

from data.access import LOCAL_USER as LOCAL
from data.access import PUBLIC, Reader
from data.errors import Mendable
from indicators.engine.catalogue import indicator_called
from indicators.figures.breakdown import breakdown
from indicators.figures.disclosure import CONFIDENTIAL, as_seen_by, is_small
from indicators.figures.figure import SHOWN, Figure, Verdict
from indicators.figures.measured_figures import figures, rows_behind
from tests.examples import example_rows
from tests.store_filling import BRENT, OCTOBER, publish_rows

MANAGER = Reader("a manager", ("team_manager",), (BRENT,), ("*",), ("A",))
STOCK, LONG = indicator_called("children_on_a_plan"), indicator_called("cp_plans_two_years_or_more")


def part(group, numerator, denominator=100.0, not_yet_due=0, unit="percent"):
    value = numerator / denominator * 100 if denominator else None
    return Figure("x", BRENT, OCTOBER, unit, value, numerator, denominator, not_yet_due, 1, "", "team", group)


def seen(*parts):
    return ["c" if each.reason == CONFIDENTIAL else each.numerator for each in as_seen_by(PUBLIC, parts)]


def whole(numerator, denominator=100.0, **other):
    return replace(part("", numerator, denominator, **other), by="")


def test_one_to_five_is_hidden_with_all_that_is_made_of_it():
    (five,) = as_seen_by(PUBLIC, [whole(5)])
    assert (five.value, five.numerator, five.denominator, five.not_yet_due, five.subjects) == (None,) * 5
    assert five.to_json()["reason"] == CONFIDENTIAL and seen(whole(6)) == [6]


@pytest.mark.parametrize(
    ("counted", "shown"), [(315, True), (316, False), (318, False), (320, False), (321, True), (0, True), (6, True)]
)
def test_a_share_is_hidden_where_few_stand_on_either_side_and_none_and_all_are_no_secret(counted, shown):
    assert seen(whole(counted, 321)) == [counted if shown else "c"], f"{counted} of 321 tells of {321 - counted}"


def test_nought_is_no_secret_and_nothing_of_nothing_tells_nothing():
    assert seen(whole(0, None, unit="count"), whole(0, 70_000, unit="rate"), whole(0, 0)) == [0, 0, 0]
    assert seen(part("A", 0, None, unit="count"), part("B", 6, None, unit="count")) == [0, 6]


def test_an_average_over_fewer_than_ten_is_hidden_and_one_of_nearly_as_many_is_not():
    averages = [whole(above, below, unit="average") for above, below in ((90, 9.5), (90, 10), (12, 10))]
    assert seen(*averages) == ["c", 90, 12]


@pytest.mark.parametrize(("children", "shown"), [(1, False), (5, False), (6, True), (None, True)])
def test_days_and_sessions_are_hidden_where_they_are_of_one_to_five_children(children, shown):
    sessions = replace(whole(33, 303), indicator="lac_overall_absence", subjects=children)
    assert seen(sessions) == [33 if shown else "c"]
    of_all, of_none = replace(sessions, numerator=303), replace(sessions, numerator=0)
    assert seen(of_all, of_none) == [303 if shown else "c", 0], "all the days of one child are hidden, too"
    assert seen(replace(sessions, indicator="records_wrong_in_data_audits")) == [33], "audits are no children"


@pytest.mark.parametrize(("few", "shown"), [(0, True), (1, False), (5, False), (6, True), (None, True)])
def test_days_are_hidden_where_one_to_five_of_many_children_bring_them_or_the_rest(few, shown):
    nights = replace(whole(33, 303), indicator="nights_in_unregistered_homes", subjects=80)
    assert seen(replace(nights, subjects_counted=few)) == [33 if shown else "c"]
    assert seen(replace(nights, subjects_besides=few)) == [33 if shown else "c"]
    of_none = replace(nights, numerator=0, subjects_counted=0, subjects_besides=few)
    of_all = replace(nights, numerator=303, subjects_counted=80, subjects_besides=0)
    assert seen(of_none, of_all) == [0, 303], "none and all are no secret"
    average = replace(nights, unit="average", numerator=900, subjects_counted=80, subjects_besides=few)
    assert seen(average) == [900], "an average leaves out nothing"


def test_what_was_decided_by_an_older_rule_is_not_told_against_a_newer_one():
    decided = replace(whole(33, 303), indicator="nights_in_unregistered_homes", verdict=Verdict(SHOWN, True))
    assert seen(replace(decided, subjects_counted=2), replace(decided, subjects_counted=20)) == ["c", 33]


def test_what_is_not_yet_due_is_hidden_where_it_is_small_or_would_tell_of_another():
    told = as_seen_by(PUBLIC, [whole(20, not_yet_due=few) for few in (0, 5, 6)])
    assert [each.not_yet_due for each in told] == [0, None, 6]
    parts = [part("A", 20, not_yet_due=2), part("B", 20, not_yet_due=9), part("C", 20, not_yet_due=30), part("D", 20)]
    assert [each.not_yet_due for each in as_seen_by(PUBLIC, parts)] == [None, None, 30, 0]
    assert seen(*parts) == [20, 20, 20, 20], "the figures themselves are told"


def test_a_hidden_part_is_never_alone():
    assert seen(part("A", 3), part("B", 30), part("C", 12)) == ["c", 30, "c"]
    assert seen(part("A", 1), part("B", 1), part("C", 40), part("D", 20)) == ["c", "c", 40, "c"], "1 and 1 make only 2"
    assert seen(part("A", 4), part("B", 5), part("C", 40)) == ["c", "c", 40]
    assert seen(part("A", 97), part("B", 50), part("C", 12)) == ["c", 50, "c"], "all but 3"
    ones = [part(f"{each}", 1, None, unit="count") for each in range(6)]
    assert seen(*ones, part("none", 0, None, unit="count")) == ["c"] * 7, "6 of 6 groups could only be 1 each"


def test_whoever_knows_their_own_team_cannot_work_out_another():
    table = [part("A", 3, None, unit="count"), part("B", 4, None, unit="count"), part("C", 20, None, unit="count")]
    assert seen(*table, part("D", 30, None, unit="count")) == ["c", "c", 20, 30]
    table = [replace(each, indicator=STOCK.id) for each in (*table, part("D", 30, None, unit="count"))]
    assert [each.numerator for each in as_seen_by(MANAGER, table)] == [3, None, None, 30], "57 - 3 - 20 - 30 is B's"


def test_what_is_hidden_beside_one_s_own_team_may_still_be_anything():
    dice = random.Random(5)
    tried = 0
    for _ in range(500):
        parts = [
            replace(each, indicator=STOCK.id, group="ABCDEFGH"[int(each.group)])
            for each in invented_table(dice, "count")
        ]
        told, public = as_seen_by(MANAGER, parts), as_seen_by(PUBLIC, parts)
        assert told[0] == parts[0], "the own team's"
        assert all(mine.numerator is None for mine, theirs in zip(told[1:], public[1:], strict=True) if theirs.reason)
        gone = [each for each, mine in zip(parts, told, strict=True) if mine.numerator is None]
        if not gone or is_small(replace(parts[0], by="", numerator=sum(each.numerator for each in parts))):
            continue
        tried += 1
        assert len(gone) == len(parts) - 1 or (
            len(gone) > 1 and sum(each.numerator for each in gone) >= 5 + len(gone) - 1
        )
    assert tried > 100


UNITS = ("count", "percent", "average")
SIZES = [0, 1, 2, 3, 5, 6, 8, 20, 70]


def invented_table(dice: random.Random, unit: str) -> list[Figure]:
    parts = []
    for group in range(dice.randrange(2, 8)):
        below = None if unit == "count" else dice.choice(SIZES) + dice.choice(SIZES)
        above = dice.choice(SIZES) if below is None or unit == "average" else dice.randint(0, below)
        parts.append(part(f"{group}", above, below, dice.choice([0, 0, 1, 4, 6, 15]), unit))
    return parts


def worked_out(parts, told, number) -> list[tuple[float, float]]:
    """Take all that is told from the whole, as anybody can: between what each hidden number must lie."""
    gone = [number(exact) for exact, each in zip(parts, told, strict=True) if number(each) is None]
    spare = sum(gone)
    return [(0.0 if len(gone) > 1 else spare, spare) for _ in gone]


@pytest.mark.parametrize("unit", UNITS)
def test_no_hidden_number_can_be_worked_out_and_what_is_told_is_true(unit):
    dice = random.Random(3)
    tried = 0
    for _ in range(1500):
        parts = invented_table(dice, unit)
        total = replace(
            parts[0],
            by="",
            numerator=sum(each.numerator for each in parts),
            denominator=None if unit == "count" else sum(each.denominator for each in parts),
            not_yet_due=sum(each.not_yet_due for each in parts),
        )
        *told, all_of_it = as_seen_by(PUBLIC, [*parts, total])
        numbers = [(lambda each: each.numerator, 5)]
        if unit == "percent":
            numbers.append((lambda each: None if each.numerator is None else each.denominator - each.numerator, 5))
        elif unit == "average":
            numbers.append((lambda each: each.denominator, 1))
        for exact, each in zip(parts, told, strict=True):
            assert each.numerator in (None, exact.numerator) and each.denominator in (None, exact.denominator)
            assert each.not_yet_due in (None, exact.not_yet_due)
            assert each.numerator is None or not is_small(exact), "nothing small is told"
        for number, room in numbers if all_of_it.numerator is not None else ():
            for low, high in worked_out(parts, told, number):
                tried += 1
                nothing = not high and (unit == "average" or not number(all_of_it))  # of none there is nothing to tell
                assert low == 0 and (high >= room or nothing), (parts, told)
            if unit != "average" and (gone := [each for each in told if each.numerator is None]):
                spare = number(total) - sum(
                    number(each) or 0 for each in told
                )  # noughts are told: the hidden are 1 or more
                assert spare - (len(gone) - 1) >= 5 or len(gone) == len(told)
        if all_of_it.not_yet_due is not None:
            for low, high in worked_out(parts, told, lambda each: each.not_yet_due):
                assert low == 0 and (high >= 5 or not high)
    assert tried > 1000


def test_figures_and_breakdowns_keep_to_the_rule_and_there_is_no_list(store):
    teams = ["North"] * 3 + ["South"] * 20 + ["West"] * 30
    plans = [{"child_id": f"C{number}", "team": team} for number, team in enumerate(teams)]
    publish_rows(store, {"child_protection_plans": example_rows("child_protection_plans", plans)})
    (whole,) = figures(store, PUBLIC, [STOCK], BRENT, [OCTOBER])
    assert whole.value == 53
    by_team = {each.group: each.value for each in breakdown(store, PUBLIC, [STOCK], BRENT, [OCTOBER], "team")}
    assert by_team == {"North": None, "South": None, "West": 30}
    exact = {each.group: each.value for each in breakdown(store, LOCAL, [STOCK], BRENT, [OCTOBER], "team")}
    assert exact == {"North": 3, "South": 20, "West": 30}
    with pytest.raises(Mendable, match="the public may not see lists"):
        rows_behind(store, PUBLIC, STOCK, BRENT, OCTOBER)
