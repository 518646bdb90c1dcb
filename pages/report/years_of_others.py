"""Years, neighbours and England in one row: each published measure of the report as DfE printed it, day by day."""

from collections.abc import Iterator, Mapping, Sequence

from data.access import Reader
from data.published.published_figures import edition_for
from data.store.store import Store
from indicators.comparison.comparators import comparator_named, nearest
from indicators.comparison.comparison import COUNTED_HERE, Comparison, compare
from indicators.comparison.latest_published import LatestPublished
from indicators.comparison.published_figure import measure_of
from indicators.engine.declaration import Indicator
from pages.report.document import Paragraph, Part, Subheading, Table
from pages.words import wording
from pages.words.figure_range import shown

TITLE = "Years, neighbours and England"
HOW = (
    "A row is of the day that it names, and of that day of the years before: ours, the median of our statistical "
    "neighbours, and England, as DfE published them. What DfE has not published of ours is counted here for that day, "
    "and says so. A number of children grows with the place and stands in no row."
)
HEADINGS = ("Measure", "Day", "Two years before", "Year before", "Ours", "Neighbours", "England")


def years_read(
    store: Store, reader: Reader, authority: str, indicators: Sequence[Indicator]
) -> dict[str, list[Comparison]]:
    """Return the published years of each indicator that has any, by its id; those of one published measure once."""
    others = comparator_named(store, nearest(store, authority), authority)
    years: dict[str, list[Comparison]] = {}
    measures: set[str] = set()
    for indicator in indicators:
        measure = measure_of(indicator)
        if measure is None or measure.unit == "count" or measure.name in measures:
            continue
        if edition_for(store, measure.name, authority):
            measures.add(measure.name)
            years[indicator.id] = compare(store, reader, indicator, authority, others)
    return years


def years_of_others(
    years: Mapping[str, Sequence[Comparison]],
    latest: Mapping[str, LatestPublished],
    titles: Mapping[str, str],
    number: str,
) -> Iterator[Part]:
    """Yield the published measures of a report, their years beside neighbours and England, under a number."""
    yield Subheading(f"{number} {TITLE}")
    yield Paragraph(f"{number}.1", HOW)
    if years:
        yield years_table(years, latest, titles)


def years_table(
    years: Mapping[str, Sequence[Comparison]], latest: Mapping[str, LatestPublished], titles: Mapping[str, str]
) -> Table:
    """Set published years beside neighbours and England, a row for each measure."""
    rows = tuple(_row(titles[name], of, latest.get(name)) for name, of in years.items())
    return Table(f"{TITLE}, in figures", HEADINGS, rows)


def _row(title: str, years: Sequence[Comparison], latest: LatestPublished | None) -> tuple[str, ...]:
    """Write a measure as a row: its latest day, ours in that and the two years before, neighbours and England."""
    last, earlier = years[-1], [*[None] * 2, *years[:-1]][-2:]
    spans = (latest.neighbours.span, latest.england.span) if latest else (None, None)
    return (
        title,
        wording.day(last.as_at),
        *(_ours(year) if year else wording.NONE for year in (*earlier, last)),
        *(shown(last.measure, span) for span in spans),
    )


def _ours(year: Comparison) -> str:
    """Write ours of a year, and that it is counted here where DfE has not published it."""
    here = " (counted here)" if year.own.source == COUNTED_HERE and year.own.span else ""
    return f"{shown(year.measure, year.own.span)}{here}"
