"""A line over months as it is declared: its points, what it is judged by, what officers say of it, and its text."""

from dataclasses import dataclass, replace

from pages.charts.judged import UNJUDGED, Judged
from pages.charts.points import MonthPoint
from pages.charts.said import UNSAID, Said


@dataclass(frozen=True)
class MonthLine:
    """Hold a line over months, the oldest first: its points, and what it is called.

    `alt` says in at most 30 words what it shows; `ending` follows each number of its axis; `label` is its latest value
    in words. A month without a value is a gap.
    """

    points: tuple[MonthPoint, ...]
    alt: str
    ending: str = ""
    label: str = ""
    judged: Judged = UNJUDGED
    said: Said = UNSAID

    @property
    def values(self) -> tuple[float | None, ...]:
        """Return its values, None for a gap."""
        return tuple(point.value for point in self.points)

    def last(self, months: int) -> "MonthLine":
        """Return the same line, cut to its last months; it is judged as the whole is."""
        said = self.said.last(months, len(self.points))
        return replace(self, points=self.points[-months:], judged=self.judged.last(months), said=said)
