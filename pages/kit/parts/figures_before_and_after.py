"""Figures before and after something happened, as a table: the furthest first, each leading to its measure's page."""

from collections.abc import Sequence

from indicators.change.moved_figures import Moved, furthest_first
from indicators.engine.catalogue import all_indicators
from pages.kit.frame.contents import indicator_address
from pages.kit.rows.moved_table import SHOWN, MovedRow, draw_moved_table
from pages.words import wording


def draw_moved_figures(figures: Sequence[Moved], earlier: str, later: str, caption: str) -> None:
    """Draw figures that moved, under the names of before and after."""
    rows = [_row(figure) for figure in furthest_first(figures)]
    draw_moved_table(caption, (earlier, later), rows, f"{wording.counted(len(rows) - SHOWN, 'more measures')}")


def _row(figure: Moved) -> MovedRow:
    """Write a figure that moved as a row of words."""
    indicator = all_indicators()[figure.after.indicator]
    was, is_now = wording.told_apart(figure.before, figure.after)
    return MovedRow(
        indicator.title,
        indicator_address(indicator.id, figure.after),
        was,
        is_now,
        wording.moves_by(figure.before, figure.after),
        wording.counts(indicator, figure.after) or figure.after.reason,
    )
