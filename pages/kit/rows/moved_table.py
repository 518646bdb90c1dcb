"""A table of measures that move, the furthest first, each leading to its page."""

from collections.abc import Sequence
from dataclasses import dataclass

from pages.kit.rows.template import draw

SHOWN = 8


@dataclass(frozen=True)
class MovedRow:
    """Hold a measure that moves: its title, the address of its page, its figures in words, how far, and its counts."""

    title: str
    address: str
    before: str
    after: str
    by: str
    counts: str


def draw_moved_table(caption: str, headings: tuple[str, str], rows: Sequence[MovedRow], rest: str) -> None:
    """Draw measures in their order, under the names of before and after; the later ones stand behind `rest`."""
    shown = rows if len(rows) <= SHOWN + 2 else rows[:SHOWN]
    draw("moved_table", caption=caption, headings=headings, parts=[("", shown), (rest, rows[len(shown) :])])
