"""Figures that are other than they were: every figure of a month, before something happened and after it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from data.access import Reader
from data.store.rehearsal import Readable
from indicators.engine.catalogue import all_indicators
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
    """Return the figure of every indicator that the reader may see, for one month."""
    seen = [indicator for indicator in all_indicators().values() if reader.may_see_service(indicator.service)]
    return figures(store, reader, seen, authority, [month], known_on)


def moved(earlier: Sequence[Figure], later: Sequence[Figure]) -> list[Moved]:
    """Return the figures that are not what they were, in their order."""
    pairs = zip(earlier, later, strict=True)
    return [Moved(was, is_now) for was, is_now in pairs if _counted(was) != _counted(is_now)]


def _counted(figure: Figure) -> tuple:
    """Return what a figure says, without which load it came of."""
    return figure.value, figure.numerator, figure.denominator, figure.not_yet_due
