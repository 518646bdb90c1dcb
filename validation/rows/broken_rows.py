"""Which rows of a table break the rules on its rows, each value judged once, and faults that are others' left out."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

import pandas

from data.arrivals import UNREADABLE
from data.extract import Code, Codes, Declared, Number
from validation.rows.great_expectations_batch import places_that_break
from validation.rules.demands import rules_of
from validation.rules.rule import Rule

JUDGED_BY_VALUE = {"readable", "in_set", "each_in_set", "pattern", "longest", "at_least", "at_most", "unusual"}
JUDGED_BY_VALUE |= {"placeholder", "after_month_end"}
"""The kinds of rule that two rows with the same value in their column break or keep alike."""


def broken_rows(declared: Declared, table: pandas.DataFrame, month_end: date) -> dict[str, list[int]]:
    """Return, for each rule's id, the row numbers of `table` (typed, with its companions) that break it."""
    rows_by_rule = {rule.id: [] for rule in rules_of(declared, month_end)}
    if table.empty:
        return rows_by_rule
    rules = rules_of(declared, month_end)
    of_rows = [rule for rule in rules if rule.kind not in JUDGED_BY_VALUE]
    for rule, places in places_that_break(of_rows, _values_read(table)).items():
        rows_by_rule[rule.id] = table.index[places].tolist()
    values = _values_once(table, {_judged(rule) for rule in rules if rule.kind in JUDGED_BY_VALUE})
    of_values = [rule for rule in rules if rule.kind in JUDGED_BY_VALUE and _judged(rule) in values]
    for rule, places in places_that_break(of_values, values).items():
        broken = table[_judged(rule)].isin(list(values[_judged(rule)].iloc[places]))
        if rule.kind == "unusual" and isinstance(column := rule.columns[0], Number) and column.not_known is not None:
            broken &= table[rule.column] != column.not_known
        rows_by_rule[rule.id] = table.index[broken.to_numpy()].tolist()
    return _without_lawful_then(_without_unreadable(rows_by_rule, declared, table), declared, table, month_end)


def _judged(rule: Rule) -> str:
    """Name the column of the table that a rule of values looks at: what could not be read lies beside the rest."""
    return (UNREADABLE if rule.kind == "readable" else "") + rule.column


def _values_read(table: pandas.DataFrame) -> pandas.DataFrame:
    """Return the rows without what could not be read: great-expectations copies all columns for most rules of rows."""
    return table.loc[:, ~table.columns.str.startswith(UNREADABLE)].reset_index(drop=True)


def _values_once(table: pandas.DataFrame, columns: Collection[str]) -> pandas.DataFrame:
    """Return each value of each column once, the shorter columns filled up with blanks, which break no rule of values.

    A hundred thousand rows have few days between them, and great-expectations looks at each in turn. A column that is
    blank throughout has nothing to judge, and is left out.
    """
    once = {name: pandas.Series(table[name].dropna().unique()) for name in columns}
    return pandas.DataFrame({name: values for name, values in once.items() if len(values)})


def _without_unreadable(
    broken: Mapping[str, list[int]], declared: Declared, table: pandas.DataFrame
) -> dict[str, list[int]]:
    """Leave out rows that look blank only because their text could not be read: that is one fault, said once."""
    rows_by_rule = dict(broken)
    for column in declared.columns:
        rule = f"{declared.name}.{column.name}.required"
        if rows_by_rule.get(rule):
            texts = table[UNREADABLE + column.name]
            unreadable = set(texts.dropna().index)
            rows_by_rule[rule] = [row for row in rows_by_rule[rule] if row not in unreadable]
    return rows_by_rule


def _without_lawful_then(
    broken: Mapping[str, list[int]], declared: Declared, table: pandas.DataFrame, month_end: date
) -> dict[str, list[int]]:
    """Leave out rows that belong to an earlier year and hold a code that was valid in it."""
    rows_by_rule = dict(broken)
    for column in declared.columns:
        if isinstance(column, Code | Codes) and column.as_at:
            rule = f"{declared.name}.{column.name}.{'in_set' if isinstance(column, Code) else 'each_in_set'}"
            texts, days = table[column.name].to_dict(), table[column.as_at].to_dict()
            rows_by_rule[rule] = [
                row for row in rows_by_rule[rule] if not _was_valid(column, texts[row], days[row], month_end)
            ]
    return rows_by_rule


def _was_valid(column: Code | Codes, text: str, day: Any, month_end: date) -> bool:
    if pandas.isna(day) or day.date() > month_end:
        return False
    codes = text.split(",") if isinstance(column, Codes) else [text]
    return set(codes) <= set(column.allowed.valid_on(day.date()))
