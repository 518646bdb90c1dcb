"""Every number of DfE's that stands in the product: at a column, at a rule between extracts, at a rule of a return."""

from data.extracts import all_extracts
from data.returns.declaration import all_returns
from validation.between import all_rules
from validation.returns.list_rule import list_rules


def numbers_at_columns() -> set[str]:
    """Return the numbers that the data dictionary gives beside columns."""
    columns = [column for declared in all_extracts().values() for column in declared.columns]
    return {number for column in columns for number in (column.dfe_rule, getattr(column, "dfe_order", ""))} - {""}


def numbers_at_rules() -> set[str]:
    """Return the numbers of rules between extracts and of rules of returns."""
    of_returns = {rule.number for name in all_returns() for rule in list_rules(name)}
    return {rule.dfe_rule for rule in all_rules() if rule.dfe_rule} | of_returns


def our_numbers() -> set[str]:
    """Return all of them."""
    return numbers_at_columns() | numbers_at_rules()
