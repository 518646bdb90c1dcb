"""A table of counts that is read at a glance: the higher a number, the darker its cell, and the number stands in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from pages.kit.rows.template import draw

SHADES = 4


@dataclass(frozen=True)
class CountRow:
    """Hold a row: its name, the address that it leads to or none, its cells in words, and whether it adds up others.

    A row without a cell is a heading over those below it.
    """

    name: str
    cells: Sequence[str] = ()
    shades: Sequence[int] = ()
    """Of each cell, from 0 for none to 4 for the highest; none where no cell is shaded."""
    address: str = ""
    is_total: bool = False


def shades_of(counts: Sequence[int], highest: int) -> list[int]:
    """Return the shade of each count beside the highest of the table: nought has none, the highest the darkest."""
    return [0 if count <= 0 else max(1, -(-count * SHADES // max(1, highest))) for count in counts]


def draw_count_table(
    caption: str, headings: Sequence[str], rows: Sequence[CountRow], in_sentences: bool = False
) -> None:
    """Draw a table under a caption, with a heading for the names and one for each cell; of sentences, or of counts."""
    if rows:
        draw("count_table", caption=caption, headings=headings, rows=rows, in_sentences=in_sentences)
