"""An indicator beside others, for each year published: ours, whom with, by which average, and what can be told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from data.access import Reader
from data.errors import Mendable
from data.published.areas import JOINT, code_in_force
from data.published.dfe_publication import Measure, publication_of
from data.published.published_figures import Edition, Held, published
from data.store.store import Store
from indicators.comparison.averages import AVERAGES, PUBLISHED, Average, average_of
from indicators.comparison.comparators import Comparator, marked
from indicators.comparison.dashboard_median import DashboardMedian, dashboard_median
from indicators.comparison.figure_range import Span, span_of
from indicators.comparison.partial_years import held_in_part
from indicators.comparison.published_figure import edition_asked, measure_for
from indicators.comparison.ranking import rank_in_words
from indicators.engine.catalogue import indicator_called
from indicators.engine.declaration import Indicator
from indicators.figures.figure import Figure
from indicators.figures.measured_figures import figures

AS_PUBLISHED, COUNTED_HERE = "published", "counted here"
NO_FIGURE, CANNOT_TELL, SAME, HIGHER, LOWER = "no figure", "cannot tell", "the same", "higher", "lower"


@dataclass(frozen=True)
class Own:
    """Hold our own figure of the day: what is known of it, its halves, and whether DfE printed it or it was counted."""

    span: Span | None
    numerator: float | None
    denominator: float | None
    source: str
    reason: str = ""


@dataclass(frozen=True)
class Asked:
    """Hold what is compared with whom, the same for every year; `marked` are those that a funnel marks."""

    indicator: str
    measure: Measure
    authority: str
    comparator: Comparator
    average: str
    edition: Edition
    marked: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Comparison:
    """Hold one year: our figure, the average of the others between its ends, and each of the others.

    `gone` says which named others have no line in the release; `every` holds all figures of the year, for the funnel.
    `in_part` says how few of the others are held of a year, where they are too few.
    """

    asked: Asked
    as_at: date
    own: Own
    average: Average
    members: tuple[tuple[Held, Span | None], ...]
    gone: tuple[str, ...]
    every: tuple[Held, ...]
    in_part: str = ""

    @property
    def measure(self) -> Measure:
        """Return the published measure."""
        return self.asked.measure

    @property
    def verdict(self) -> str:
        """Say on which side of the average we stand, as far as it can be told from figures as they are shown."""
        return verdict_of(self.own.span, self.average.span, self.measure.decimals)

    @property
    def dashboard(self) -> DashboardMedian | None:
        """Return the median of neighbours as DfE's dashboard makes it, where it is not the one that is shown here."""
        if self.average.span is None or (self.average.name, self.asked.comparator.name) != ("median", "neighbours"):
            return None
        median = dashboard_median(self.measure, [figure for figure, _ in self.members])
        shown = self.average.span.rounded(self.measure.decimals)
        return None if median is None or shown == (median.value, median.value) else median

    @property
    def rank(self) -> str:
        """Say where we stand among the others, or why that is not told."""
        if self.in_part:
            return f"Not told, since {self.in_part}"
        return rank_in_words(self.own.span, [span for _, span in self.members])

    def to_json(self) -> dict:
        """Return the shape that others rely on."""
        value = self.own.span.rounded(self.measure.decimals) if self.own.span else (None, None)
        low, high = self.average.span.rounded(self.measure.decimals) if self.average.span else (None, None)
        with_figure = sum(span is not None and span.known for _, span in self.members)
        return {
            "indicator": self.asked.indicator,
            "authority": self.asked.authority,
            "as_at": self.as_at.isoformat(),
            "value": value[0] if value[0] == value[1] else None,
            "source": self.own.source,
            "comparator": self.asked.comparator.name,
            "average": self.average.name,
            "low": low,
            "high": high,
            "dashboard": self.dashboard.value if self.dashboard else None,
            "with_figure": with_figure,
            "without_figure": len(self.members) - with_figure + len(self.gone),
            "verdict": self.verdict,
            "rank": self.rank,
            "list": self.asked.comparator.version or None,
            "group": self.asked.comparator.kept.named if self.asked.comparator.kept else None,
            "release": self.asked.edition.named,
        }


def compare(
    store: Store,
    reader: Reader,
    indicator: Indicator,
    authority: str,
    comparator: Comparator,
    average: str | None = None,
    release: int | None = None,
) -> list[Comparison]:
    """Compare an indicator with others for each year published, the oldest first, by a release or the best there is.

    Raises:
        Mendable: where no figure of it is published or held, or there is no such average or release.
    """
    measure = measure_for(indicator.id)
    allowed = averages_of(measure, comparator)
    chosen = average or allowed[0]
    if chosen not in allowed:
        raise Mendable(f'There is no average "{chosen}" of {comparator.title}. Use one of {", ".join(allowed)}.')
    edition = edition_asked(store, measure, release, authority)
    near = marked(store, comparator, authority)
    question = Asked(indicator.id, measure, authority, comparator, chosen, edition, near)
    published_figures = published(store, measure.name, edition.release)
    days = {
        year: publication_of(measure.name).day(year) for year in sorted({figure.year for figure in published_figures})
    }
    counted = _counted(store, reader, indicator, authority, list(days.values()))
    by_year = {year: [figure for figure in published_figures if figure.year == year] for year in days}
    in_part = held_in_part({year: comparator.among(of_year, authority) for year, of_year in by_year.items()})
    return [_of_a_year(question, day, counted[day], by_year[year], in_part.get(year, "")) for year, day in days.items()]


def verdict_of(own: Span | None, average: Span | None, decimals: int) -> str:
    """Say on which side of an average a figure stands, both as they are shown; or that it cannot be told."""
    if own is None or average is None:
        return NO_FIGURE
    (low, high), (least, most) = own.rounded(decimals), average.rounded(decimals)
    if low is None or high is None or least is None or most is None:
        return CANNOT_TELL
    if low == high == least == most:
        return SAME
    return HIGHER if low > most else LOWER if high < least else CANNOT_TELL


def averages_of(measure: Measure, comparator: Comparator) -> list[str]:
    """Return the averages that can be asked for, the usual one first: what DfE prints of an area, else the median.

    What it prints of an area's number is a total, which no single authority is compared with; nor is a number pooled.
    """
    usual = [PUBLISHED] if comparator.area and measure.unit != "count" else []
    return [
        *usual,
        *(average for average in AVERAGES if average != PUBLISHED and (average != "pooled" or measure.unit != "count")),
    ]


def twin_of(indicator: Indicator) -> Indicator:
    """Return the indicator that counts in the words of the published figure: itself, where its words are the same."""
    return indicator_called(indicator.argument.twin) if indicator.argument.twin else indicator


def _counted(
    store: Store, reader: Reader, indicator: Indicator, authority: str, days: Sequence[date]
) -> dict[date, Figure]:
    """Return our own figures of those days as counted here, in the words of the published figure."""
    return {figure.month: figure for figure in figures(store, reader, [twin_of(indicator)], authority, days)}


def _of_a_year(question: Asked, day: date, counted: Figure, figures: Sequence[Held], in_part: str) -> Comparison:
    """Compare one year; of one that is held in part only what DfE printed of the whole is told."""
    own_code = code_in_force(question.authority)
    measure, others = question.measure, question.comparator.among(figures, own_code)
    members = tuple((figure, span_of(measure, figure)) for figure in others)
    ours = [figure for figure in figures if own_code in figure.authority.split(JOINT)]
    own = _own(measure, ours, counted)
    if question.average == PUBLISHED:
        average = published_of(measure, question.comparator, figures)
    elif in_part:
        average = Average(question.average, None, f"{in_part[0].upper()}{in_part[1:]}. Load DfE's whole file.")
    else:
        average = average_of(question.average, measure, members)
    gone = tuple(question.comparator.gone([*others, *ours]))
    return Comparison(question, day, own, average, members, gone, tuple(figures), in_part)


def _own(measure: Measure, ours: Sequence[Held], counted: Figure) -> Own:
    """Return our figure: as DfE printed it; where it printed none or hid it, as counted here; else what it leaves."""
    ranges = [(figure, span) for figure in ours if (span := span_of(measure, figure)) is not None]
    ranges.sort(key=lambda pair: not pair[1].known)
    if ranges and (ranges[0][1].known or counted.value is None):
        figure, span = ranges[0]
        return Own(span, figure.numerator, figure.denominator, AS_PUBLISHED)
    if counted.value is None:
        return Own(None, None, None, COUNTED_HERE, counted.reason)
    return Own(Span(counted.value, counted.value), counted.numerator, counted.denominator, COUNTED_HERE)


def published_of(measure: Measure, comparator: Comparator, figures: Sequence[Held]) -> Average:
    """Return what DfE prints of a whole: London, a region, England."""
    for figure in figures:
        if figure.authority == comparator.area:
            span = span_of(measure, figure) if figure.value is None else Span(figure.value, figure.value)
            if span is not None:
                return Average(PUBLISHED, span)
    return Average(PUBLISHED, None, f"DfE published no figure of {comparator.title}.")
