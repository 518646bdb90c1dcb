"""The latest year published of an indicator: statistical neighbours, the region, England, and all authorities."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import quantiles

from data.errors import Mendable
from data.published.areas import LOCAL_AUTHORITY
from data.published.dfe_publication import Measure, publication_of
from data.published.published_figures import Held, edition_for, published
from data.store.store import Store
from indicators.comparison.averages import Average, average_of
from indicators.comparison.comparators import Comparator, comparator_named
from indicators.comparison.comparison import published_of
from indicators.comparison.figure_range import Span, span_of
from indicators.comparison.partial_years import held_in_part
from indicators.comparison.published_figure import measure_of
from indicators.engine.declaration import Indicator

MEDIAN = "median"
FEW = 4
"""Of fewer neighbours no middle half is told."""


@dataclass(frozen=True)
class LatestPublished:
    """Hold what others stood at on the latest day published; an average without a span says why there is none.

    `region` is that in which the authority lies, with its title; None where that is not known.
    `spread` is between what the middle half of the neighbours lies, `reach` between what all authorities of England lie
    whose figure is known; None where too few are.
    """

    indicator: str
    measure: Measure
    as_at: date
    neighbours: Average
    england: Average
    spread: Span | None = None
    reach: Span | None = None
    region: tuple[str, Average] | None = None


def latest_published(store: Store, indicators: Sequence[Indicator], authority: str) -> dict[str, LatestPublished]:
    """Return the latest published year of each indicator, by id, of which a share, a rate or an average is published.

    A number of children grows with the authority and is not set beside others.
    """
    near, why_none = _comparator(store, "neighbours", authority)
    around, _ = _comparator(store, "region", authority)
    whole, latest = comparator_named(store, "england", authority), {}
    for indicator in indicators:
        measure = measure_of(indicator)
        edition = edition_for(store, measure.name, authority) if measure and measure.unit != "count" else None
        if measure and edition:
            figures = published(store, measure.name, edition.release)
            year = max(figure.year for figure in figures)
            neighbours = _median(measure, figures, near, authority) if near else Average(MEDIAN, None, why_none)
            of_year = [figure for figure in figures if figure.year == year]
            england = published_of(measure, whole, of_year)
            day = publication_of(measure.name).day(year)
            close = near.among(of_year, authority) if near and neighbours.span else []
            region = (around.title, published_of(measure, around, of_year)) if around else None
            spread, reach = _middle_half(measure, close), _reach(measure, of_year)
            latest[indicator.id] = LatestPublished(
                indicator.id, measure, day, neighbours, england, spread, reach, region
            )
    return latest


def _comparator(store: Store, name: str, authority: str) -> tuple[Comparator | None, str]:
    """Return an authority's neighbours or region, or why it has none."""
    try:
        return comparator_named(store, name, authority), ""
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


def _middle_half(measure: Measure, figures: Sequence[Held]) -> Span | None:
    """Return between what the middle half of some authorities lies: both quartiles at their widest."""
    spans = [span for figure in figures if (span := span_of(measure, figure)) is not None]
    if len(spans) < FEW:
        return None
    lower = quantiles([span.low for span in spans], n=4, method="inclusive")
    upper = quantiles([span.high for span in spans], n=4, method="inclusive")
    return Span(lower[0], upper[2])


def _reach(measure: Measure, figures: Sequence[Held]) -> Span | None:
    """Return the lowest and the highest figure that is known of an authority."""
    spans = [span_of(measure, figure) for figure in figures if figure.level == LOCAL_AUTHORITY]
    known = [span.low for span in spans if span is not None and span.known]
    return Span(min(known), max(known)) if known else None
