"""Quarters and the year to date, each beside the same of the year before: the table that committees are used to."""

from collections.abc import Iterator, Sequence

from indicators.figures.figure import Figure
from indicators.figures.periods import earlier, figure_over, how_over, quarter_of, year_to_date
from pages.report.document import Paragraph, Part, Subheading, Table
from pages.report.measure_paragraph import in_a_cell
from pages.report.subject_parts import SubjectRead
from pages.words.series import Series

TITLE = "Quarters and the year to date"
HOW = (
    "A quarter is of the financial year. What is counted within a month is added up over months, and shares of it are "
    "pooled, so that a child may count once in each month. All else is as at the last day. With a month missing there "
    "is no figure."
)


def quarters(subjects: Sequence[SubjectRead], number: str) -> Iterator[Part]:
    """Yield the measures that are told in every month, over quarters and years to date, under a number."""
    all_series = [series for read in subjects for series in read.measured if series.indicator.id in read.subject.always]
    yield Subheading(f"{number} {TITLE}")
    yield Paragraph(f"{number}.1", HOW)
    if all_series:
        headings = ("Measure", *(title for title, _ in _columns(all_series[0])), "Told how")
        yield Table(f"{TITLE}, in figures", headings, tuple(_row(series) for series in all_series))


def _columns(series: Series) -> list[tuple[str, Figure | None]]:
    """Return the periods of the latest month with their titles: this quarter, the one before, a year ago, the year."""
    month, of = series.now.month, {figure.month: figure for figure in series.figures}
    quarter, year = quarter_of(month), year_to_date(month)
    previous = quarter_of(earlier(quarter, len(quarter.months))[-1])
    spans = [(quarter.title, quarter.months), (previous.title, previous.months)]
    spans += [(f"Q{quarter.title[1]} a year ago", earlier(quarter, 12))]
    spans += [(year.title, year.months), ("A year ago", earlier(year, 12))]
    return [(title, figure_over(series.indicator, months, of)) for title, months in spans]


def _row(series: Series) -> tuple[str, ...]:
    """Write a measure over its periods."""
    return (series.indicator.title, *(in_a_cell(figure) for _, figure in _columns(series)), how_over(series.indicator))
