"""The committee's own table: a month end beside quarters and years to date, and entrants for each leaver."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from indicators.figures.figure import Figure
from indicators.figures.periods import how_over, spans_of
from indicators.studies.entrants_per_leaver import PAIRS, PerLeaver, per_leaver
from pages.report.document import Paragraph, Part, Subheading, Table
from pages.report.measure_paragraph import in_a_cell
from pages.report.subject_parts import SubjectRead
from pages.words import wording
from pages.words.series import Series
from pages.words.target_judgement import asked_for, how_met, with_shape

TITLE = "Quarters and the year to date"
HOW = (
    "A quarter is of the financial year. What is counted within a month is added up over months, and shares of it are "
    "pooled, so that a child may count once in each month. All else is as at the last day. With a month missing there "
    "is no figure."
)
PER_LEAVER = "Entrants for each leaver, in the 12 months to the day"
SHAPES_MEAN = "● is a target met, ◐ one missed within its tolerance, ○ one missed."


def quarters(subjects: Sequence[SubjectRead], entrants: Sequence[Series], number: str) -> Iterator[Part]:
    """Yield the measures that are told in every month, over quarters and years to date, under a number.

    `entrants` are the series of the indicators that are paired as who came and who went.
    """
    all_series = [series for read in subjects for series in read.measured if series.indicator.id in read.subject.always]
    yield Subheading(f"{number} {TITLE}")
    yield Paragraph(f"{number}.1", f"{HOW} {SHAPES_MEAN}")
    if all_series:
        yield quarter_table(all_series)
    if entrants:
        yield per_leaver_table(entrants)


def quarter_table(all_series: Sequence[Series], month_ends: int = 1) -> Table:
    """Set the last month ends of some measures beside their quarters and years to date, with their targets."""
    month = all_series[0].now.month
    ends = [figure.month for figure in all_series[0].figures[-month_ends:]]
    headings = ("Measure", *map(wording.day, ends), *(span.title for span in spans_of(month)), "Target", "How counted")
    return Table(f"{TITLE}, in figures", headings, tuple(_row(series, ends) for series in all_series))


def why_lacking(all_series: Sequence[Series]) -> list[str]:
    """Say of each measure without a figure of a quarter or year why there is none, what is hidden aside."""
    reasons = []
    for series in all_series:
        for span in spans_of(series.now.month):
            figure = series.over(span.months)
            if figure is None or (figure.value is None and figure.reason and in_a_cell(figure) == wording.NONE):
                reason = figure.reason if figure else "No month of it was published."
                reasons.append(f"{series.indicator.title}, {span.title}: {reason}")
    return reasons


def per_leaver_table(all_series: Sequence[Series]) -> Table:
    """Set who came for each who went at the last month end beside a month, a quarter and a year before."""
    by_id = {series.indicator.id: series for series in all_series}
    now = all_series[0].now.month
    months = [(months, figure.month) for months in (0, 1, 3, 12) if (figure := all_series[0].ago(months))]
    rows = tuple(
        (pair.title, *(_for_each(per_leaver(pair, month, _at(by_id, back))) for back, month in months))
        for pair in PAIRS
    )
    headings = ("Pair", *(wording.day(month) for _, month in months))
    return Table(f"{PER_LEAVER}, up to {wording.month(now)}", headings, rows)


def _at(by_id: Mapping[str, Series], back: int) -> dict[str, Figure | None]:
    """Return the figures of so many months back, by indicator."""
    return {name: series.ago(back) for name, series in by_id.items()}


def _for_each(ratio: PerLeaver) -> str:
    """Write how many came for each who went, with both numbers; c where that is hidden, a dash where there is none."""
    if ratio.value is None:
        return wording.CONFIDENTIAL if ratio.is_hidden else wording.NONE
    came, went = (wording.plainest(number or 0.0) for number in (ratio.came, ratio.went))
    return f"{wording.number(ratio.value, 2)} ({came} for {went})"


def _row(series: Series, ends: Sequence[date]) -> tuple[str, ...]:
    """Write a measure over month ends and periods, with its target and how it is told."""
    at_ends = [series.ago(back) for back in range(len(ends) - 1, -1, -1)]
    over = [series.over(span.months) for span in spans_of(series.now.month)]
    cells = (in_a_cell(figure) for figure in (*at_ends, *over))
    return (series.indicator.title, *cells, _target(series), how_over(series.indicator))


def _target(series: Series) -> str:
    """Write a target, its tolerance, and how the month meets it, in shape and words; a dash where there is none."""
    target = series.target
    if target is None:
        return wording.NONE
    terms, verdict = asked_for(target, series.indicator.unit), how_met(target, series.now)
    return f"{terms}: {with_shape(verdict)}" if verdict else terms
