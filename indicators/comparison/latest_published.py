"""The latest year published of an indicator: the median of statistical neighbours, and England."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from data.errors import Mendable
from data.published.dfe_publication import Measure, publication_of
from data.published.published_figures import Held, edition_for, published
from data.store.store import Store
from indicators.comparison.averages import Average, average_of
from indicators.comparison.comparators import Comparator, comparator_named
from indicators.comparison.comparison import published_of
from indicators.comparison.figure_range import span_of
from indicators.comparison.partial_years import held_in_part
from indicators.comparison.published_figure import measure_of
from indicators.engine.declaration import Indicator

MEDIAN = "median"


@dataclass(frozen=True)
class LatestPublished:
    """Hold what others stood at on the latest day published; an average without a span says why there is none."""

    indicator: str
    measure: Measure
    as_at: date
    neighbours: Average
    england: Average


def latest_published(store: Store, indicators: Sequence[Indicator], authority: str) -> dict[str, LatestPublished]:
    """Return the latest published year of each indicator, by id, of which a share, a rate or an average is published.

    A number of children grows with the authority and is not set beside others.
    """
    near, why_none = _neighbours(store, authority)
    whole, latest = comparator_named(store, "england", authority), {}
    for indicator in indicators:
        measure = measure_of(indicator)
        edition = edition_for(store, measure.name, authority) if measure and measure.unit != "count" else None
        if measure and edition:
            figures = published(store, measure.name, edition.release)
            year = max(figure.year for figure in figures)
            neighbours = _median(measure, figures, near, authority) if near else Average(MEDIAN, None, why_none)
            england = published_of(measure, whole, [figure for figure in figures if figure.year == year])
            day = publication_of(measure.name).day(year)
            latest[indicator.id] = LatestPublished(indicator.id, measure, day, neighbours, england)
    return latest


def _neighbours(store: Store, authority: str) -> tuple[Comparator | None, str]:
    """Return an authority's neighbours, or why it has none."""
    try:
        return comparator_named(store, "neighbours", authority), ""
    except Mendable as why:
        return None, str(why)


def _median(measure: Measure, figures: Sequence[Held], near: Comparator, authority: str) -> Average:
    """Return the median of the latest year; of one that a release holds in part none is told."""
    years: dict[int, list[Held]] = {}
    for figure in figures:
        years.setdefault(figure.year, []).append(figure)
    others = {year: near.among(figures, authority) for year, figures in years.items()}
    latest = max(years)
    if in_part := held_in_part(others).get(latest):
        return Average(MEDIAN, None, in_part)
    return average_of(MEDIAN, measure, [(figure, span_of(measure, figure)) for figure in others[latest]])
