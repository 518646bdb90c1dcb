"""A list of findings, a line for each rule, which opens on the first rows that break it."""

from collections.abc import Sequence
from dataclasses import dataclass

from pages.kit.rows.template import draw
from pages.kit.rows.verdict import Verdict

SHOWN = 12


@dataclass(frozen=True)
class FindingRow:
    """Hold a row that breaks a rule: where it is, its row number and column in words, and what to do."""

    where: str
    row: str
    column: str
    message: str


@dataclass(frozen=True)
class FindingLine:
    """Hold what one rule found: its verdict, its name, where, how many, its first rows, and what more there is."""

    verdict: Verdict
    rule: str
    where: str
    how_many: str
    example: str
    rows: Sequence[FindingRow]
    more: str = ""


def draw_finding_list(caption: str, lines: Sequence[FindingLine], rest: str) -> None:
    """Draw lines under a caption in their order; those beyond the first stand behind `rest`, which names them."""
    shown = lines if len(lines) <= SHOWN + 2 else lines[:SHOWN]
    draw("finding_list", caption=caption, parts=[("", shown), (rest, lines[len(shown) :])])
