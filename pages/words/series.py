"""A series: one indicator's figures, month by month, up to the month chosen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from data.annotations.events import Event
from data.annotations.targets import Target, target_on
from indicators.change.restatements import Restatement
from indicators.engine.declaration import Indicator
from indicators.figures.figure import Figure
from indicators.figures.periods import figure_over
from indicators.variation.segments import Segment, segments_of
from pages.words import wording


@dataclass(frozen=True)
class Series:
    """Hold an indicator and its figures, oldest first; a month without a figure keeps its place as a gap.

    `targets` are those of its indicator, whenever they hold; `events` those that concern it, the oldest first;
    `restated` the figures that are not what was first reported, where that was asked for.
    """

    indicator: Indicator
    figures: tuple[Figure, ...]
    targets: tuple[Target, ...] = ()
    events: tuple[Event, ...] = ()
    restated: tuple[Restatement, ...] = ()

    @property
    def now(self) -> Figure:
        """Return the figure of the month chosen."""
        return self.figures[-1]

    @property
    def target(self) -> Target | None:
        """Return what it is meant to reach in the month chosen."""
        return target_on(self.targets, self.indicator.id, self.now.month)

    @property
    def segments(self) -> list[Segment]:
        """Return its segments, the oldest first: where limits begin anew, and the event that asked for it."""
        return segments_of(self.indicator, self.figures, self.events)

    @property
    def segment(self) -> Segment:
        """Return its latest segment, by which it is judged."""
        return self.segments[-1]

    def ago(self, months: int) -> Figure | None:
        """Return the figure of so many months earlier, or None before the first month."""
        return self.figures[-1 - months] if months < len(self.figures) else None

    def over(self, months: Sequence[date]) -> Figure | None:
        """Return the figure of several months together, or None where none of them is known."""
        return figure_over(self.indicator, months, {figure.month: figure for figure in self.figures})

    @property
    def known(self) -> list[Figure]:
        """Return the figures that have a value."""
        return [figure for figure in self.figures if figure.value is not None]

    def last(self, months: int) -> "Series":
        """Return the same series, cut to its last months."""
        return replace(self, figures=self.figures[-months:])


def finding(series: Series) -> str:
    """Say in a sentence where a series stands and between what it has lain."""
    figures, unit = series.known, series.indicator.unit
    if not figures:
        span = f"from {wording.month(series.figures[0].month)} to {wording.month(series.now.month)}"
        return f"No figure {span}: {wording.missing_counted(series.figures)}."
    latest = figures[-1]
    sentence = f"{wording.value(unit, latest.value)} in {wording.month(latest.month)}"
    if len(figures) == 1:
        return f"{sentence}."
    low, high = min(figures, key=_value), max(figures, key=_value)
    return f"{sentence}; between {_at(low)} and {_at(high)} since {wording.month(figures[0].month)}."


def period(months: Sequence[date]) -> str:
    """Write the first and last month: November 2023 to October 2026."""
    first, last = wording.month(months[0]), wording.month(months[-1])
    return first if first == last else f"{first} to {last}"


def _value(figure: Figure) -> float:
    """Return a figure's value for comparing."""
    return figure.value or 0.0


def _at(figure: Figure) -> str:
    """Write a figure and its month."""
    return f"{wording.value(figure.unit, figure.value)} ({wording.short_month(figure.month)})"
