"""A declaration becomes a great-expectations suite, and the suite finds the rows that break it.

great-expectations takes seconds to import, so that is put off until a check runs.
"""

import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any

import pandas

from data.arrivals import UNREADABLE
from data.extract import Code, Codes, Declared
from validation.rules import BLOCK, INFO, QUERY, Rule, rules_of

if TYPE_CHECKING:
    from great_expectations import ExpectationSuite

SEVERITIES = {BLOCK: "critical", QUERY: "warning", INFO: "info"}
ONE_AT_A_TIME = Lock()
"""great-expectations keeps a context for the whole process, so two checks may not share it at once."""


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

JUDGED_BY_VALUE = {"readable", "in_set", "each_in_set", "pattern", "longest", "at_least", "at_most", "unusual"}
JUDGED_BY_VALUE |= {"placeholder", "after_month_end"}
"""The kinds of rule that two rows with the same value in their column break or keep alike."""


@cache
def _great_expectations() -> Any:
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    import great_expectations

    return great_expectations


def suite_for(declared: Declared, month_end: date) -> "ExpectationSuite":
    """Build the suite of an extract for one month from its declaration alone: one expectation for each rule."""
    expectations = [_expectation(rule) for rule in rules_of(declared, month_end)]
    return _great_expectations().ExpectationSuite(name=declared.name, expectations=expectations)


def _expectation(rule: Rule) -> Any:
    import great_expectations.expectations as known

    name, told = EXPECTATIONS[rule.kind]
    arguments = told(rule)
    if "column_A" not in arguments and "column_list" not in arguments:
        arguments.setdefault("column", rule.column)
    return getattr(known, name)(**arguments, severity=SEVERITIES[rule.severity], meta={"rule": rule.id})


def broken_rows(declared: Declared, table: pandas.DataFrame, month_end: date) -> dict[str, list[int]]:
    """Return, for each rule's id, the row numbers of `table` (typed, with its companions) that break it."""
    found = {rule.id: [] for rule in rules_of(declared, month_end)}
    if table.empty:
        return found
    rules = rules_of(declared, month_end)
    of_rows = [rule for rule in rules if rule.kind not in JUDGED_BY_VALUE]
    for rule, places in _validated(of_rows, table.reset_index(drop=True)).items():
        found[rule.id] = table.index[places].tolist()
    values = _values_once(table, {_judged(rule) for rule in rules if rule.kind in JUDGED_BY_VALUE})
    of_values = [rule for rule in rules if rule.kind in JUDGED_BY_VALUE and _judged(rule) in values]
    for rule, places in _validated(of_values, values).items():
        broken = table[_judged(rule)].isin(list(values[_judged(rule)].iloc[places]))
        found[rule.id] = table.index[broken.to_numpy()].tolist()
    return _without_lawful_then(_without_unreadable(found, declared, table), declared, table, month_end)


def _judged(rule: Rule) -> str:
    """Name the column of the table that a rule of values looks at: what could not be read lies beside the rest."""
    return (UNREADABLE if rule.kind == "readable" else "") + rule.column


def _values_once(table: pandas.DataFrame, columns: Collection[str]) -> pandas.DataFrame:
    """Return each value of each column once, the shorter columns filled up with blanks, which break no rule of values.

    A hundred thousand rows have few days between them, and great-expectations looks at each in turn. A column that is
    blank throughout has nothing to judge, and is left out.
    """
    once = {name: table[name].dropna().drop_duplicates().reset_index(drop=True) for name in columns}
    return pandas.DataFrame({name: values for name, values in once.items() if len(values)})


def _validated(rules: Sequence[Rule], table: pandas.DataFrame) -> dict[Rule, list[int]]:
    """Return the places in a table that break each rule, counted from 0.

    Whether any row breaks a rule is asked in half the time of which, and most rules are kept.
    """
    if not rules or table.empty:
        return {}
    with _laid(table) as judge:
        kept = {result.expectation_config.meta["rule"] for result in judge(rules, "BOOLEAN_ONLY") if result.success}
        broken = [rule for rule in rules if rule.id not in kept]
        if not broken:
            return {}
        results = {result.expectation_config.meta["rule"]: result for result in judge(broken, "COMPLETE")}
    found = {}
    for rule in broken:
        result = results[rule.id]
        if "unexpected_index_list" not in result.result:
            raise RuntimeError(f"great-expectations could not judge {rule.id}: {result.exception_info}")
        found[rule] = result.result["unexpected_index_list"]
    return found


@contextmanager
def _laid(table: pandas.DataFrame) -> Iterator[Callable[[Sequence[Rule], str], Sequence[Any]]]:
    """Lay a table before great-expectations, give what judges it by rules, and take it away again."""
    with ONE_AT_A_TIME:
        place = _place()
        batch = place.get_batch({"dataframe": table})
        try:
            yield lambda rules, result_format: _results(batch, rules, result_format)
        finally:
            # The place keeps the rows that were judged last, and a child's row is not to outlive its check.
            _results(place.get_batch({"dataframe": pandas.DataFrame()}), (), "BOOLEAN_ONLY")


def _results(batch: Any, rules: Sequence[Rule], result_format: str) -> Sequence[Any]:
    # Without index column names positions come back, many times faster; the caller turns them into rows.
    expectations = [_expectation(rule) for rule in rules]
    suite = _great_expectations().ExpectationSuite(name="rows", expectations=expectations)
    return batch.validate(suite, result_format={"result_format": result_format}).results


def _place() -> Any:
    """Find the one place where rows are laid, whatever context others of this process made since."""
    from great_expectations.data_context.data_context.context_factory import set_context

    context = _context()
    set_context(context)
    return context.data_sources.get("arrivals").get_asset("rows").get_batch_definition("all")


@cache
def _context() -> Any:
    """Make the context of all checks: great-expectations writes down all its settings for each, and each source."""
    from great_expectations.data_context.types.base import ProgressBarsConfig

    context = _great_expectations().get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    context.data_sources.add_pandas("arrivals").add_dataframe_asset("rows").add_batch_definition_whole_dataframe("all")
    return context


def _without_unreadable(
    found: Mapping[str, list[int]], declared: Declared, table: pandas.DataFrame
) -> dict[str, list[int]]:
    """Leave out rows that look blank only because their text could not be read: that is one fault, said once."""
    kept = dict(found)
    for column in declared.columns:
        rule = f"{declared.name}.{column.name}.required"
        if kept.get(rule):
            texts = table[UNREADABLE + column.name]
            unreadable = set(texts.dropna().index)
            kept[rule] = [row for row in kept[rule] if row not in unreadable]
    return kept


def _without_lawful_then(
    found: Mapping[str, list[int]], declared: Declared, table: pandas.DataFrame, month_end: date
) -> dict[str, list[int]]:
    """Leave out rows that belong to an earlier year and hold a code that was valid in it."""
    kept = dict(found)
    for column in declared.columns:
        if isinstance(column, Code | Codes) and column.as_at:
            rule = f"{declared.name}.{column.name}.{'in_set' if isinstance(column, Code) else 'each_in_set'}"
            texts, days = table[column.name].to_dict(), table[column.as_at].to_dict()
            kept[rule] = [row for row in kept[rule] if not _was_valid(column, texts[row], days[row], month_end)]
    return kept


def _was_valid(column: Code | Codes, text: str, day: Any, month_end: date) -> bool:
    if pandas.isna(day) or day.date() > month_end:
        return False
    codes = text.split(",") if isinstance(column, Codes) else [text]
    return set(codes) <= set(column.allowed.valid_on(day.date()))
