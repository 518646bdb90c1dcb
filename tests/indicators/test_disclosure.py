"""Nothing that the public may read lets a child be recognised, nor lets a hidden number be worked out."""

import random
from dataclasses import replace

import pytest

from data.errors import Mendable
from data.reader import LOCAL, PUBLIC
from indicators.breakdown import breakdown
from indicators.catalogue import indicator_called
from indicators.disclosure import CONFIDENTIAL, as_seen_by
from indicators.figure import Figure
from indicators.figures import figures, rows_behind
from tests.examples import example_rows
from tests.houses import BRENT, OCTOBER, publish_rows

STOCK, LONG = indicator_called("children_on_a_plan"), indicator_called("cp_plans_two_years_or_more")


def part(group, numerator, denominator=100.0, not_yet_due=0, unit="percent"):
    value = numerator / denominator * 100
    return Figure("x", BRENT, OCTOBER, unit, value, numerator, denominator, not_yet_due, 1, "", "team", group)


def seen(*parts):
    return ["c" if each.reason == CONFIDENTIAL else each.numerator for each in as_seen_by(PUBLIC, parts)]


def test_one_to_five_is_hidden_with_all_that_is_made_of_it_and_nought_is_not():
    (whole,) = as_seen_by(PUBLIC, [replace(part("", 5), by="")])
    assert (whole.value, whole.numerator, whole.denominator, whole.not_yet_due, whole.subjects) == (None,) * 5
    assert whole.to_json()["reason"] == CONFIDENTIAL
    assert seen(part("A", 0), part("B", 6)) == [0, 6]


def test_a_share_of_fewer_than_ten_is_hidden():
    assert seen(replace(part("A", 0, 9), by=""), replace(part("A", 6, 10), by="", indicator="y")) == ["c", 6]


def test_what_is_not_yet_due_is_hidden_where_it_is_small():
    told = as_seen_by(PUBLIC, [replace(part("", 20, not_yet_due=few), by="") for few in (0, 5, 6)])
    assert [each.not_yet_due for each in told] == [0, None, 6]


def test_a_hidden_part_is_never_alone():
    assert seen(part("A", 3), part("B", 30), part("C", 12), part("D", 0)) == ["c", 30, "c", 0]
    assert seen(part("A", 1), part("B", 1), part("C", 40), part("D", 20)) == ["c", "c", 40, "c"], "1 and 1 make only 2"
    assert seen(part("A", 4), part("B", 5), part("C", 40)) == ["c", "c", 40]


def test_every_hidden_number_may_be_anything_from_one_to_five():
    dice = random.Random(3)
    for _ in range(300):
        parts = [part(f"{place}", dice.choice([0, 1, 2, 3, 5, 6, 8, 20, 70])) for place in range(dice.randrange(3, 7))]
        told = seen(*parts)
        hidden = [each.numerator for each, said in zip(parts, told, strict=True) if said == "c"]
        shown = [said for said in told if said != "c"]
        assert all(said == 0 or said > 5 for said in shown)
        if hidden and any(shown):
            # One of them may be 5, and the others still 1 each; or 1, and another take up the rest.
            assert len(hidden) > 1 and sum(hidden) >= 5 + len(hidden) - 1


def test_figures_and_breakdowns_keep_to_the_rule_and_there_is_no_list(house):
    teams = ["North"] * 3 + ["South"] * 20 + ["West"] * 30
    plans = [{"child_id": f"C{number}", "team": team} for number, team in enumerate(teams)]
    publish_rows(house, {"child_protection_plans": example_rows("child_protection_plans", plans)})
    (whole,) = figures(house, PUBLIC, [STOCK], BRENT, [OCTOBER])
    assert whole.value == 53
    by_team = {each.group: each.value for each in breakdown(house, PUBLIC, [STOCK], BRENT, [OCTOBER], "team")}
    assert by_team == {"North": None, "South": None, "West": 30}
    exact = {each.group: each.value for each in breakdown(house, LOCAL, [STOCK], BRENT, [OCTOBER], "team")}
    assert exact == {"North": 3, "South": 20, "West": 30}
    with pytest.raises(Mendable, match="the public may not see lists"):
        rows_behind(house, PUBLIC, STOCK, BRENT, OCTOBER)
