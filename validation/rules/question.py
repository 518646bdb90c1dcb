"""A rule that one row cannot break alone: a question in SQL over the rows of one extract or of several."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from data.extracts import all_extracts
from data.store.scratch import Ask
from validation.rules.sentences import listed, shown

BEFORE = "before."
"""Stands before the name of an extract as published for the month before."""
OTHER_ROW = "other_row"
"""Begins the name of what the SQL returns, where that is the number of another row, or the numbers of several."""


@dataclass(frozen=True)
class Wording:
    """Say what a sentence calls things: the `heading` of a column seen from a row, another `row`, an `extract`."""

    heading: Callable[[int | None, str], str] = lambda _row, name: name
    row: Callable[[int | None, int], str] = lambda _row, another: str(another)
    extract: Callable[[str], str] = lambda name: f"the {all_extracts()[name].title.lower()} extract"


AS_DECLARED = Wording()


class _Lookup(dict):
    """Look words up by asking, for the placeholders of a sentence that name columns and extracts."""

    def __init__(self, ask: Callable[[str], str]):
        self.ask = ask

    def __missing__(self, name: str) -> str:
        return self.ask(name)


@dataclass(frozen=True)
class Between:
    """Declare a rule: its id is extract.column.what, its sentence names columns that the SQL returns.

    Other columns it names as `{heading_of[end_date]}`, extracts as `{where[children]}`: as a person finds them.

    The SQL returns `row`, the number of the row to put right, or null where the whole file is at fault. It knows the
    words of indicators (`data/vocabulary/words.sql`), and `before.<extract>` for the rows published for the month
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

    @property
    def in_general(self) -> str:
        """Return its sentence of no row in particular, with … for what differs from row to row."""
        words = _Lookup(lambda _name: "…")
        words.update(_names(None, AS_DECLARED))
        told = self.sentence.format_map(words)
        return told[:1].upper() + told[1:]

    def broken_by(self, ask: Ask, wording: Wording = AS_DECLARED) -> list[tuple[int | None, str]]:
        """Return the numbers of the rows that break the rule, in order, each with its sentence."""
        broken = {(answer["row"], self.sentence.format_map(_in_words(answer, wording))) for answer in ask(self.sql)}
        return sorted(broken, key=lambda pair: (pair[0] or 0, pair[1]))


def _in_words(answer: dict, wording: Wording) -> dict[str, Any]:
    row = answer["row"]
    words: dict[str, Any] = {
        name: listed(value) if isinstance(value, list) else str(value) if isinstance(value, str) else shown(value)
        for name, value in answer.items()
    }
    for name in words:
        if name.startswith(OTHER_ROW):
            several = answer[name] if isinstance(answer[name], list) else [answer[name]]
            words[name] = listed([wording.row(row, another) for another in several])
    return words | _names(row, wording)


def _names(row: int | None, wording: Wording) -> dict[str, Any]:
    return {
        "heading_of": _Lookup(lambda name: wording.heading(row, name)),
        "where": _Lookup(wording.extract),
    }
