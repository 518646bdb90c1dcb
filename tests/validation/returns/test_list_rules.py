"""Every rule of a return has rows that break it and rows that do not, beside it in `<number>.examples.toml`."""

import tomllib
from datetime import date

import pytest

from data.returns.declaration import all_returns
from tests.every_case import every
from tests.validation.returns.laid_lists import rows_that_break
from validation.returns import list_rule
from validation.returns.list_rule import FOLDER, ListRule, list_rules

RETURNS = [name for name in all_returns() if list_rules(name)]
RULES = {(name, rule.number): rule for name in RETURNS for rule in list_rules(name)}


def example_of(name, number):
    return tomllib.loads((FOLDER / name / f"{number}.examples.toml").read_text(encoding="utf-8"))


@every("rule", RULES)
def test_the_rows_that_break_it_are_told_and_no_others(rule):
    lists = example_of(*rule)
    breaks = lists.pop("breaks")
    rows = sum(len(lists[name]) for name in RULES[rule].columns if name in lists)
    assert 0 < sum(map(len, breaks.values())) < rows, "both a failing and a passing row are wanted"
    assert rows_that_break(RULES[rule], lists, of_return=rule[0]) == breaks


def test_there_is_no_example_without_a_rule():
    examples = {(path.parent.name, path.name.split(".")[0]) for path in FOLDER.glob("*/*.examples.toml")}
    assert examples == RULES.keys()


@every("name", RETURNS)
def test_every_rule_has_a_name_of_its_own_at_its_column(name):
    named = [(place, rule.name) for rule in list_rules(name) for place in rule.at]
    assert len(named) == len(set(named))


def test_a_rule_is_asked_in_its_years_and_where_its_columns_are():
    rule = ListRule(
        number="0",
        at=("episodes.rec", "missing.mis_end"),
        name="",
        sentence="",
        sql="",
        reads=("episodes.dec",),
        since=date(2025, 4, 1),
        until=date(2026, 3, 31),
    )
    there = {"episodes": {"rec", "dec"}}
    assert rule.asked_of(there, date(2026, 3, 31))
    assert rule.asked_of({"episodes": {"dec"}, "missing": {"mis_end"}}, date(2026, 3, 31))
    assert not rule.asked_of(there, date(2025, 3, 31))
    assert not rule.asked_of(there, date(2026, 4, 30))
    assert not rule.asked_of({"episodes": {"rec"}}, date(2026, 3, 31))
    assert not rule.asked_of({"episodes": {"dec"}}, date(2026, 3, 31))


def test_a_rule_that_names_a_column_the_return_has_not_is_refused(tmp_path):
    (tmp_path / "1.sql").write_text('/*\nat = ["episodes.urns"]\nname = "x"\nsentence = "x"\n*/\nselect 1\n')
    with pytest.raises(TypeError, match="episodes.urns is no column of a list"):
        list_rule.read_rule(tmp_path / "1.sql", all_returns()["ssda903"].lists)
    (tmp_path / "2.sql").write_text("select 1\n")
    with pytest.raises(TypeError, match="begin with front matter"):
        list_rule.read_rule(tmp_path / "2.sql", all_returns()["ssda903"].lists)
