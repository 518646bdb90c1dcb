"""What a declaration demands of each row: one rule for each demand."""

from collections.abc import Iterator
from datetime import date

from data.extract import Code, Codes, Column, Date, Declared, Month, Number, Text
from validation.rules.rule import Rule
from validation.rules.severity import QUERY

# A day this early is how some systems write "not known".
PLACEHOLDERS_END = date(1930, 1, 1)


def rules_of(declared: Declared, month_end: date) -> list[Rule]:
    """Return every rule that a declaration makes for the rows of one month."""
    rules = [rule for column in declared.columns for rule in _column_rules(declared, column, month_end)]
    single = len(declared.one_row_per) == 1 and declared[declared.one_row_per[0]].unique
    if declared.one_row_per and not single:
        rules.append(Rule(declared.name, "one_row_per", tuple(declared[name] for name in declared.one_row_per)))
    return rules


def _column_rules(declared: Declared, column: Column, month_end: date) -> Iterator[Rule]:
    one = (column,)
    if column.required:
        yield Rule(declared.name, "required", one)
    yield Rule(declared.name, "readable", one)
    if column.unique:
        yield Rule(declared.name, "unique", one)
    if isinstance(column, Code | Codes):
        yield Rule(declared.name, "in_set" if isinstance(column, Code) else "each_in_set", one, limit=month_end)
    if isinstance(column, Text):
        yield Rule(declared.name, "longest", one, limit=column.longest)
        if column.pattern:
            yield Rule(declared.name, "pattern", one, limit=column.pattern)
    if isinstance(column, Number):
        yield from _number_rules(declared, column)
    if isinstance(column, Date):
        yield from _date_rules(declared, column)
    if isinstance(column, Month) or (isinstance(column, Date) and not column.planned):
        yield Rule(declared.name, "after_month_end", one, limit=month_end)


def _date_rules(declared: Declared, column: Date) -> Iterator[Rule]:
    yield Rule(declared.name, "placeholder", (column,), QUERY, PLACEHOLDERS_END)
    if column.not_before:
        yield Rule(declared.name, "not_before", (column, declared[column.not_before]))


def _number_rules(declared: Declared, column: Number) -> Iterator[Rule]:
    if column.at_least is not None:
        yield Rule(declared.name, "at_least", (column,), limit=column.at_least)
    if column.at_most is not None:
        yield Rule(declared.name, "at_most", (column,), limit=column.at_most)
    if column.unusual_above is not None:
        yield Rule(declared.name, "unusual", (column,), QUERY, column.unusual_above)
    if column.not_above:
        yield Rule(declared.name, "not_above", (column, declared[column.not_above]))
