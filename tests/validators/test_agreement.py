"""What stands in agreement.csv, written by `make validators`, is read here: the validator itself is not at hand."""

import csv
from collections import Counter
from datetime import timedelta

from data.arrivals import typed
from data.extracts import all_extracts
from tests.every_case import every
from tests.examples import MONTH_END, example_texts
from tests.validators.agreement import TABLE
from tests.validators.dfe_numbers import our_numbers
from validation.returns.list_rule import list_rules
from validation.rows.broken_rows import broken_rows
from validation.rules.demands import rules_of

with TABLE.open(encoding="utf-8") as file:
    ROWS = list(csv.DictReader(file))
NOT_IN_THE_TESTS = {"2883", "2885", "2886Q", "2887Q", "8869"}
"""Numbers of the census that its validator's tests bring up by rows which none of ours can be tried on, as is said."""
COUNTED = [row for row in ROWS if not row["theirs"] or int(row["same"]) or row["number"] in NOT_IN_THE_TESTS]
BAD = "?!"


def test_every_number_that_we_name_is_in_the_table():
    assert {row["number"] for row in ROWS} == our_numbers(), "make validators writes the table anew"


def test_at_least_140_numbers_are_checked():
    assert len(COUNTED) >= 140, len(COUNTED)


def test_a_number_stands_for_a_row_that_the_validator_flags_too():
    assert COUNTED == ROWS, [row["number"] for row in ROWS if row not in COUNTED]


def test_every_difference_has_a_reason_and_no_reason_stands_for_more_than_ten():
    differ = [row for row in ROWS if row["theirs"] and (int(row["ours_more"]) + int(row["ours_fewer"]))]
    assert not [row["number"] for row in differ if not row["reason"]]
    assert max(Counter(row["reason"] for row in differ).values()) <= 10
    assert not [row["number"] for row in ROWS if row["reason"] and row not in differ], "a reason for no difference"


def test_ours_flags_fewer_rows_of_few_numbers():
    fewer = Counter(row["collection"] for row in ROWS if int(row["ours_fewer"] or 0))
    assert fewer["SSDA903"] <= 15 and fewer["CIN"] <= 25


def test_only_module_5_of_the_census_is_in_no_validator():
    numbers = {row["number"] for row in ROWS if not row["theirs"]}
    assert numbers == {rule.number for rule in list_rules("cin") if rule.number.startswith(("899", "90"))}


def wrong(rule):
    """Return what to put into the columns of a rule of an extract so that it is broken."""
    name = rule.columns[0].name
    values = {"required": None, "longest": BAD * 200, "at_most": 10_000, "at_least": -1, "unusual": 999}
    if rule.kind == "not_before":
        return {name: MONTH_END - timedelta(9), rule.columns[1].name: MONTH_END}
    return {name: values.get(rule.kind, BAD)}


@every("extract", [name for name, declared in all_extracts().items() if any(c.dfe_rule for c in declared.columns)])
def test_a_number_at_a_column_is_given_where_the_column_is_wrong(extract):
    declared = all_extracts()[extract]
    rules = [rule for rule in rules_of(declared, MONTH_END) if rule.dfe_rule]
    assert {rule.dfe_rule for rule in rules} == {
        number for column in declared.columns for number in (column.dfe_rule, getattr(column, "dfe_order", ""))
    } - {""}
    broken = broken_rows(declared, typed(declared, example_texts(declared, [wrong(rule) for rule in rules])), MONTH_END)
    told = {rule.dfe_rule for row, rule in enumerate(rules, 2) if row in broken[rule.id]}
    assert told == {rule.dfe_rule for rule in rules}, "a number that no wrong value brings up"
