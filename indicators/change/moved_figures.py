"""Figures that are other than they were: every figure of a month, before something happened and after it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from data.access import Reader
from data.store.rehearsal import Readable
from indicators.engine.catalogue import all_indicators
from indicators.engine.rounding import half_up
from indicators.figures.figure import Figure
from indicators.figures.measured_figures import figures

MonthFigures = list[Figure]
"""The figure of every indicator of one month, in the order of the indicators."""


@dataclass(frozen=True)
class Moved:
    """Hold one indicator's figure before and after."""

    before: Figure
    after: Figure

    def to_json(self) -> dict:
        """Return the two figures as others rely on them."""
        return {"indicator": self.after.indicator, "before": self.before.to_json(), "after": self.after.to_json()}


def every_figure(
    store: Readable, reader: Reader, authority: str, month: date, known_on: date | None = None
) -> MonthFigures:
    """Return the figure of every indicator for one month, as the reader may see it."""
    return figures(store, reader, list(all_indicators().values()), authority, [month], known_on)


def alike(was: Figure, is_now: Figure) -> bool:
    """Tell whether two figures read the same wherever they are printed: what moves by less is not told as a move."""
    return _printed(was) == _printed(is_now)


def moved(earlier: Sequence[Figure], later: Sequence[Figure]) -> list[Moved]:
    """Return the figures that do not read as they did, in their order."""
    pairs = zip(earlier, later, strict=True)
    return [Moved(was, is_now) for was, is_now in pairs if _moved(was, is_now)]


def furthest_first(moves: Sequence[Moved]) -> list[Moved]:
    """Put the figures that move furthest first, by the share of the larger of the two; one that is lost before all.

    What could not be told before comes last, and those that move as far keep their order.
    """
    return sorted(moves, key=lambda move: -_how_far(move))


def _how_far(move: Moved) -> float:
    """Return how far a figure moves, from 0 to 2 (from one sign to the other)."""
    was, is_now = move.before.value, move.after.value
    if was is None:
        return -1.0
    if is_now is None:
        return 3.0
    return abs(is_now - was) / (max(abs(is_now), abs(was)) or 1.0)


def _moved(was: Figure, is_now: Figure) -> bool:
    """Tell whether a figure is other than it was, or others are not yet due."""
    return was.not_yet_due != is_now.not_yet_due or not alike(was, is_now)


def _printed(figure: Figure) -> list[Decimal | None]:
    """Return a figure as it is printed, without which load it came of; the halves of a count are not printed."""
    halves = () if figure.unit == "count" else (figure.numerator, figure.denominator)
    return [None if number is None else half_up(number, 1) for number in (figure.value, *halves)]
