"""A rule that one row cannot break alone: a question in SQL over the rows of one extract or of several."""

import re
from dataclasses import dataclass

from data.extract import all_extracts


@dataclass(frozen=True)
class Between:
    """Declare a rule: its id is extract.column.what, its sentence names columns that the SQL returns."""

    id: str
    severity: str
    sentence: str
    sql: str
    dfe_rule: str = ""

    @property
    def extract(self) -> str:
        """Name the extract whose rows are at fault."""
        return self.id.split(".")[0]

    @property
    def column(self) -> str | None:
        """Name the column to look at."""
        named = self.id.split(".")
        return named[1] if len(named) > 2 else None

    @property
    def needs(self) -> tuple[str, ...]:
        """Name the extracts that the question is asked of."""
        return tuple(name for name in all_extracts() if re.search(rf"\b(?:from|join) {name}\b", self.sql))
