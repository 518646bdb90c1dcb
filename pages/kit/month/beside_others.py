"""Whom the measures of a month are set beside: neighbours and England as last published, on a strip with us."""

from collections.abc import Sequence
from math import isfinite

from indicators.comparison.figure_range import Span
from indicators.comparison.latest_published import LatestPublished
from indicators.engine.catalogue import indicator_called
from indicators.engine.declaration import Indicator
from indicators.figures.figure import Figure
from pages.charts.paper.strip_of_marks import strip
from pages.charts.strip import Ends, Strip
from pages.kit.frame.audience import compared_by
from pages.kit.frame.cache import figures_kept
from pages.kit.frame.choices import Choices
from pages.kit.frame.latest_published import latest_kept
from pages.kit.rows.measure_rows import Beside
from pages.words import wording
from pages.words.as_published import others_in_full, others_in_short, others_told, why_nobody

WIDTH, HEIGHT = 190, 18


class BesideOthers:
    """Hold, for the measures of a month, what others stood at, and our figure that is set beside it."""

    def __init__(self, chosen: Choices, names: Sequence[str]):
        """Read both at once, for measures by id."""
        asked = tuple(_comparer(name) for name in names)
        self._latest = latest_kept(chosen.reader, chosen.authority, chosen.revision, asked)
        months = (chosen.month,)
        found = figures_kept(chosen.reader, chosen.authority, months, chosen.revision, asked)
        self._ours = dict(zip(names, found, strict=True))

    def of(self, name: str, on: str) -> Beside:
        """Return whom a measure is set beside, on a light or a dark ground, or why it is not."""
        latest, ours = self._of(name), self._ours[name]
        if latest is None or not (latest.neighbours.span or latest.england.span):
            return Beside(why_nobody(indicator_called(_comparer(name))))
        year = f" · {latest.as_at.year}" if self.year is None else ""
        declared = _declared(latest, ours, others_told(latest, ours))
        return Beside(f"{others_in_short(latest, ours)}{year}", strip(declared, WIDTH, HEIGHT, on))

    def in_full(self, name: str) -> str:
        """Say whom a measure is set beside in sentences; nothing where there is nobody."""
        latest = self._of(name)
        return others_in_full(indicator_called(_comparer(name)), latest) if latest else ""

    def rate(self, name: str) -> str:
        """Write the rate that stands beside a number: 44.2 per 10,000, or a year's; nothing for what is no number."""
        figure = self._ours[name]
        if name not in compared_by() or figure.value is None:
            return ""
        return f"{wording.value(figure.unit, figure.value)}{_period(indicator_called(figure.indicator))}"

    @property
    def year(self) -> int | None:
        """Return the year that all published figures are of; None where they differ, or there is none."""
        years = {latest.as_at.year for latest in self._latest.values()}
        return years.pop() if len(years) == 1 else None

    def _of(self, name: str) -> LatestPublished | None:
        """Return what others stood at of a measure."""
        return self._latest.get(_comparer(name))


def _comparer(name: str) -> str:
    """Return the measure by which one is set beside others: the rate of a number, or what counts in DfE's words."""
    return compared_by().get(name) or indicator_called(name).argument.twin or name


def _period(indicator: Indicator) -> str:
    """Say that a rate is a year's where it counts twelve months."""
    return " a year" if 12 in indicator.reaches else ""


def _declared(latest: LatestPublished, ours: Figure, alt: str) -> Strip:
    """Declare a strip: us, the neighbours' median and middle half, England, and between what all authorities lie."""
    near, whole = latest.neighbours.span, latest.england.span
    own = None if ours.value is None else (ours.value, ours.value)
    return Strip(own, alt, _ends(near), _ends(latest.spread), _ends(whole), _ends(latest.reach))


def _ends(span: Span | None) -> Ends | None:
    """Return both ends of what is known of a figure; None where an end is open."""
    return (span.low, span.high) if span and isfinite(span.low) and isfinite(span.high) else None
