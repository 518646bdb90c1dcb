"""How complete the data behind a figure is: on how many a blank date decides, and what is the best and worst case."""

from indicators.figures.best_and_worst_case import IfKnown
from indicators.figures.figure import AGGREGATES, Figure
from pages.words import wording


def how_complete(figure: Figure, bounds: IfKnown | None) -> str:
    """Say whether a figure hangs on dates that are blank, and between what it would lie if they were known."""
    if figure.counted_from == AGGREGATES or figure.numerator is None:
        return ""
    if bounds is None:
        return "No blank date decides it."
    ends = " to ".join(wording.value(figure.unit, end) for end in (bounds.low, bounds.high))
    one = wording.number(bounds.hanging)
    return f"For {one} of {wording.number(bounds.subjects)} a blank date decides: {ends} if all were known."
