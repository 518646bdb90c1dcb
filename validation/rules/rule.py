"""What a declaration demands of each row: one rule for each demand, with the sentence that a person will read."""

from dataclasses import dataclass
from typing import Any

from data.extract import Column, Date, Number
from validation.rules.severity import BLOCK

OF_THE_VALUE = ("required", "readable", "in_set", "each_in_set", "pattern", "longest", "at_least", "at_most")
"""The kinds of rule that DfE's number at a column speaks of."""


@dataclass(frozen=True)
class Rule:
    """Say what is demanded of `columns` in one extract, how much it matters, and DfE's number for it if any.

    `limit` is what the kind compares with: a number, a day (for codes, the day they must be valid on), a pattern, or
    nothing.
    """

    extract: str
    kind: str
    columns: tuple[Column, ...]
    severity: str = BLOCK
    limit: Any = None

    @property
    def id(self) -> str:
        """Return the rule's name: the extract, the column where it is one column's rule, and the kind."""
        column = "" if self.kind == "one_row_per" else f"{self.columns[0].name}."
        return f"{self.extract}.{column}{self.kind}"

    @property
    def column(self) -> str:
        """Name the column that the rule is about."""
        columns = self.columns if self.kind == "one_row_per" else self.columns[:1]
        return ", ".join(column.name for column in columns)

    @property
    def dfe_rule(self) -> str:
        """Return the number of DfE's own rule: of what the value may be, or of what the day may not lie before."""
        column = self.columns[0]
        if self.kind == "not_before":
            return column.dfe_order if isinstance(column, Date) else ""
        unusual = isinstance(column, Number) and column.unusual_above is not None and not column.required
        return column.dfe_rule if self.kind in (["unusual"] if unusual else OF_THE_VALUE) else ""
