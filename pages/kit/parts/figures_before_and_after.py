"""Figures before and after something happened, as a table."""

from collections.abc import Sequence

from indicators.change.moved_figures import Moved
from indicators.engine.catalogue import all_indicators
from pages.words import wording


def figure_table(figures: Sequence[Moved], before: str, after: str) -> list[dict[str, str]]:
    """Return figures that moved as rows of words, under the names given to before and after."""
    return [
        {
            "Indicator": wording.plain(all_indicators()[figure.after.indicator].title),
            before: wording.told_apart(figure.before, figure.after)[0],
            after: wording.told_apart(figure.before, figure.after)[1],
            "Made of": wording.counts(all_indicators()[figure.after.indicator], figure.after)
            or wording.plain(figure.after.reason),
        }
        for figure in figures
    ]
