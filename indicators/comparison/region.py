"""A region month by month, out of one store: of each authority what may be published, and what that makes together.

Nothing is handed in for it: whoever publishes in the store is part of it. Of every authority, the reader's own among
them, no more is told than the public may read, so that what is made of it may be handed on.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from data.access import Reader
from data.exchange.document import CONFIDENTIAL
from data.ledger.history import authorities_held
from data.published.dfe_publication import SUPPRESSED, Measure
from data.published.published_figures import Held
from data.store.store import Store
from indicators.comparison.averages import Average, average_of
from indicators.comparison.figure_range import Span, span_of
from indicators.comparison.funnel import Funnel, funnel_of_region
from indicators.comparison.monthly import NOT_THERE, held_in_month, monthly_measure
from indicators.engine.declaration import Indicator
from indicators.figures.disclosure import is_hidden
from indicators.figures.figure import Figure
from indicators.figures.measured_figures import figures

CALLED = "the region"
MEDIAN, POOLED = "median", "pooled"


@dataclass(frozen=True)
class RegionMonth:
    """Hold one indicator in one month: each authority's figure as it may be told, in the order of their names."""

    indicator: Indicator
    month: date
    members: tuple[Held, ...]

    @cached_property
    def measure(self) -> Measure:
        """Return the measure that the indicator is month by month."""
        return monthly_measure(self.indicator)

    @cached_property
    def spans(self) -> tuple[tuple[Held, Span | None], ...]:
        """Return each authority with what is known of its figure; None where it has none."""
        return tuple((member, span_of(self.measure, member)) for member in self.members)

    @cached_property
    def with_figure(self) -> list[tuple[Held, Span]]:
        """Return the authorities whose figure is known, the highest first."""
        ranked = [(member, span) for member, span in self.spans if span is not None and span.known]
        return sorted(ranked, key=lambda pair: (-pair[1].high, pair[0].name))

    @property
    def lowest(self) -> Span | None:
        """Return the lowest figure that is known; None where none is."""
        return self.with_figure[-1][1] if self.with_figure else None

    @property
    def highest(self) -> Span | None:
        """Return the highest figure that is known; None where none is."""
        return self.with_figure[0][1] if self.with_figure else None

    @property
    def nobody_to_compare(self) -> bool:
        """Tell whether the figure of one authority at most is told, so that nobody can be set beside another."""
        return len(self.with_figure) < 2

    @property
    def hidden(self) -> list[Held]:
        """Return the authorities whose figure may not be told."""
        return [member for member in self.members if member.numerator_missing in SUPPRESSED]

    @property
    def without(self) -> list[Held]:
        """Return the authorities that have no figure."""
        return [member for member in self.members if member.numerator_missing == NOT_THERE]

    def average(self, name: str) -> Average:
        """Return the median, the mean or all taken together; of what is hidden, between what it may lie."""
        return average_of(name, self.measure, self.spans)

    def funnel(self) -> Funnel | None:
        """Return how far from the region's figure an authority of each size may lie by chance.

        There is none of a number, of an average whose halves are no counts, or of too few authorities.
        """
        counts = self.measure.unit in ("percent", "rate") or bool(self.indicator.argument.published)
        return funnel_of_region(self.measure, self.members, CALLED) if counts and self.measure.unit != "count" else None

    def to_json(self) -> dict[str, Any]:
        """Return the shape that others rely on; of what is not known exactly, the lowest and the highest it may be."""
        ends = {
            "lowest": self.lowest,
            "highest": self.highest,
            **{name: self.average(name).span for name in (MEDIAN, POOLED)},
        }
        spans = {name: span.rounded(self.measure.decimals) if span else (None, None) for name, span in ends.items()}
        return {
            "indicator": self.indicator.id,
            "month": f"{self.month:%Y-%m}",
            "authorities": len(self.members),
            "with_figure": len(self.with_figure),
            "hidden": len(self.hidden),
            "without_figure": len(self.without),
            "median_low": spans[MEDIAN][0],
            "median_high": spans[MEDIAN][1],
            "pooled": spans[POOLED][0],
            "lowest": spans["lowest"][0],
            "highest": spans["highest"][0],
        }


def region_figures(
    store: Store, reader: Reader, indicators: Sequence[Indicator], months: Sequence[date]
) -> list[Figure]:
    """Return the figures of months, of every authority that the reader sees in a region, as the public may see them.

    Raises:
        Mendable: where the reader may see no figure.
    """
    public = reader.as_of_the_region()
    return [
        figure
        for code in authorities_held(store, public)
        for figure in figures(store, public, indicators, code, months)
    ]


def region_months(
    figures: Sequence[Figure], names: Mapping[str, str], indicators: Sequence[Indicator]
) -> list[RegionMonth]:
    """Return what figures of authorities, named by their codes, make together, by indicator and month."""
    members: dict[tuple[str, date], list[Held]] = {}
    for figure in figures:
        members.setdefault((figure.indicator, figure.month), []).append(member_of(figure, names[figure.authority]))
    by_id = {indicator.id: indicator for indicator in indicators}
    return [RegionMonth(by_id[name], month, tuple(members[name, month])) for name, month in sorted(members)]


def member_of(figure: Figure, name: str) -> Held:
    """Return a figure that the public may see, of an authority by its name, in the shape of a published one."""
    authority, halves = (figure.authority, name), (figure.numerator, figure.denominator)
    if figure.value is not None:
        return held_in_month(figure.unit, authority, figure.month, halves, "")
    missing = CONFIDENTIAL if is_hidden(figure) else NOT_THERE
    return held_in_month(figure.unit, authority, figure.month, (None, None), missing)
