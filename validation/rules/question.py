"""A rule that one row cannot break alone: a question in SQL over the rows of one extract or of several."""

import re
from dataclasses import dataclass
from functools import cached_property

from data.extracts import all_extracts
from data.store.scratch import Ask
from validation.rules.sentences import listed, shown

BEFORE = "before."
"""Stands before the name of an extract as published for the month before."""


@dataclass(frozen=True)
class Between:
    """Declare a rule: its id is extract.column.what, its sentence names columns that the SQL returns.

    The SQL returns `row`, the number of the row to put right, or null where the whole file is at fault. It knows the
    words of indicators (`data/store/vocabulary.sql`), and `before.<extract>` for the rows published for the month
    before.
    """

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

    @cached_property
    def needs(self) -> tuple[str, ...]:
        """Name the extracts that the question is asked of."""
        tables = set(re.findall(r"\b(?:from|join) ((?:before\.)?\w+)", self.sql))
        names = [*all_extracts(), *(f"{BEFORE}{name}" for name in all_extracts())]
        return tuple(name for name in names if name in tables)

    def broken_by(self, ask: Ask) -> list[tuple[int | None, str]]:
        """Return the numbers of the rows that break the rule, in order, each with its sentence."""
        broken = {(answer["row"], self.sentence.format_map(_in_words(answer))) for answer in ask(self.sql)}
        return sorted(broken, key=lambda pair: (pair[0] or 0, pair[1]))


def _in_words(answer: dict) -> dict[str, str]:
    return {
        name: listed(value) if isinstance(value, list) else str(value) if isinstance(value, str) else shown(value)
        for name, value in answer.items()
    }
