"""A declaration becomes a great-expectations suite: one expectation for each rule on its rows.

great-expectations takes seconds to import, so that is put off until a check runs.
"""

import os
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from data.arrivals import UNREADABLE
from data.extract import Code, Codes, Declared
from validation.rows.put_off import put_off
from validation.rules.demands import rules_of
from validation.rules.rule import Rule
from validation.rules.severity import BLOCK, INFO, QUERY

if TYPE_CHECKING:
    from great_expectations import ExpectationSuite

SEVERITIES = {BLOCK: "critical", QUERY: "warning", INFO: "info"}


def _day(limit: Any) -> datetime:
    return datetime(limit.year, limit.month, limit.day)  # noqa: DTZ001 a day has no time zone


def _pair(rule: Rule, greater: int) -> dict:
    return {
        "column_A": rule.columns[greater].name,
        "column_B": rule.columns[1 - greater].name,
        "or_equal": True,
        "ignore_row_if": "either_value_is_missing",
    }


def _codes(rule: Rule) -> list[str]:
    column = rule.columns[0]
    assert isinstance(column, Code | Codes)
    return list(column.allowed.valid_on(rule.limit))


def _any_of(codes: Sequence[str]) -> str:
    one = f"(?:{'|'.join(codes)})"
    return rf"\A{one}(?:,{one})*\Z"


# The expectation that stands for each kind of rule, and what it is told besides the column.
EXPECTATIONS: dict[str, tuple[str, Callable[[Rule], dict]]] = {
    "required": ("ExpectColumnValuesToNotBeNull", lambda _: {}),
    "readable": ("ExpectColumnValuesToBeNull", lambda rule: {"column": UNREADABLE + rule.column}),
    "unique": ("ExpectColumnValuesToBeUnique", lambda _: {}),
    "in_set": ("ExpectColumnValuesToBeInSet", lambda rule: {"value_set": _codes(rule)}),
    "each_in_set": ("ExpectColumnValuesToMatchRegex", lambda rule: {"regex": _any_of(_codes(rule))}),
    "pattern": ("ExpectColumnValuesToMatchRegex", lambda rule: {"regex": rf"\A(?:{rule.limit})\Z"}),
    "longest": ("ExpectColumnValueLengthsToBeBetween", lambda rule: {"max_value": rule.limit}),
    "at_least": ("ExpectColumnValuesToBeBetween", lambda rule: {"min_value": rule.limit}),
    "at_most": ("ExpectColumnValuesToBeBetween", lambda rule: {"max_value": rule.limit}),
    "unusual": ("ExpectColumnValuesToBeBetween", lambda rule: {"max_value": rule.limit}),
    "placeholder": ("ExpectColumnValuesToBeBetween", lambda rule: {"min_value": _day(rule.limit)}),
    "after_month_end": ("ExpectColumnValuesToBeBetween", lambda rule: {"max_value": _day(rule.limit)}),
    "not_above": ("ExpectColumnPairValuesAToBeGreaterThanB", lambda rule: _pair(rule, 1)),
    "not_before": ("ExpectColumnPairValuesAToBeGreaterThanB", lambda rule: _pair(rule, 0)),
    "one_row_per": (
        "ExpectCompoundColumnsToBeUnique",
        lambda rule: {
            "column_list": [column.name for column in rule.columns],
            "ignore_row_if": "any_value_is_missing",
        },
    ),
}


@cache
def great_expectations() -> Any:
    """Import the library when it is first asked for; it tells nobody that it is used."""
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    with put_off("scipy.stats", "altair"):
        import great_expectations

    return great_expectations


def suite_for(declared: Declared, month_end: date) -> "ExpectationSuite":
    """Build the suite of an extract for one month from its declaration alone: one expectation for each rule."""
    expectations = [expectation(rule) for rule in rules_of(declared, month_end)]
    return great_expectations().ExpectationSuite(name=declared.name, expectations=expectations)


def expectation(rule: Rule) -> Any:
    """Return the expectation that stands for a rule, its id beside it."""
    import great_expectations.expectations as known

    name, arguments_of = EXPECTATIONS[rule.kind]
    arguments = arguments_of(rule)
    if "column_A" not in arguments and "column_list" not in arguments:
        arguments.setdefault("column", rule.column)
    return getattr(known, name)(**arguments, severity=SEVERITIES[rule.severity], meta={"rule": rule.id})
