"""A subject of the report: its measures told in every month, what else is news, a table of all, and charts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from data.access import Reader
from data.store.store import Store
from indicators.comparison.latest_published import LatestPublished, latest_published
from indicators.engine.catalogue import indicator_called
from indicators.engine.rounding import DECIMALS, half_up
from pages.charts.of_series.month_line_of import month_line_of
from pages.charts.of_series.series_read import series_read
from pages.charts.paper.large_control_chart import large_control_chart
from pages.charts.paper.picture import Picture, sheet
from pages.report.by_service import leaders_table, service_table, services_read
from pages.report.document import Beside, Chart, Drawn, Paragraph, Part, Subheading, Table
from pages.report.measure_paragraph import in_a_cell, measure_paragraph
from pages.report.remarks import remarks_on
from pages.report.subjects import Subject, all_subjects
from pages.words import wording
from pages.words.figure_range import shown
from pages.words.in_brief import is_news
from pages.words.series import Series
from pages.words.target_judgement import met
from pages.words.trend_judgement import NAMES, is_it_changing, judged

HEADINGS = ("Measure", "This month", "A year ago", "Neighbours", "England", "Target", "Is it changing?")
CHART_WIDTH, CHART_HEIGHT = 760.0, 240.0


@dataclass(frozen=True)
class SubjectRead:
    """Hold a subject with its series, what others stood at, and what officers say of each, by the indicator's id.

    `tables` are those by service and by organisation.
    """

    subject: Subject
    all_series: tuple[Series, ...]
    latest: Mapping[str, LatestPublished]
    remarks: Mapping[str, tuple[str, ...]]
    tables: tuple[Table, ...] = ()

    @property
    def measured(self) -> list[Series]:
        """Return the series that have a figure for the month."""
        return [series for series in self.all_series if series.now.value is not None]


def subjects_read(
    store: Store, reader: Reader, authority: str, months: Sequence[date], done: Mapping[str, tuple[str, ...]]
) -> list[SubjectRead]:
    """Read the series of every subject at once, as the reader may see them.

    `done` is what actions are to move, by the indicator's id; it is told before what officers say.
    """
    measures = [indicator_called(name) for subject in all_subjects() for name in subject.indicators]
    by_id = {series.indicator.id: series for series in series_read(store, reader, measures, authority, months)}
    latest, remarks = latest_published(store, measures, authority), remarks_on(store, reader, authority, months[-1])
    sentences = {name: (*done.get(name, ()), *remarks.get(name, ())) for name in by_id}
    services = services_read(store, reader, all_subjects(), authority, months[-1])
    return [
        SubjectRead(
            subject,
            tuple(by_id[name] for name in subject.indicators),
            latest,
            sentences,
            (
                *service_table(subject, services, by_id, latest),
                *(
                    leaders_table(store, reader, by_id[subject.led], by_id[subject.held], authority)
                    if subject.led
                    else ()
                ),
            ),
        )
        for subject in all_subjects()
    ]


def parts_of(read: SubjectRead, number: str) -> Iterator[Part]:
    """Yield what stands of a subject under its number, such as 4.3."""
    yield Subheading(f"{number} {read.subject.title}")
    always = read.subject.always
    paragraphs = [_told(read, series) for series in read.all_series if series.indicator.id in always or is_news(series)]
    lacking = [("", read.subject.lacking)] if read.subject.lacking else []
    for place, (lead, text) in enumerate([*paragraphs, *lacking], 1):
        yield Paragraph(f"{number}.{place}", text, lead)
    if read.all_series:
        rows = tuple(_row(series, read.latest.get(series.indicator.id)) for series in read.all_series)
        yield Table(f"{read.subject.title}, in figures", HEADINGS, rows)
    yield from read.tables
    yield from (_chart(read, series) for series in _drawn(read))


def _drawn(read: SubjectRead) -> list[Series]:
    """Return the measures that are drawn: those told in every month that have a figure, or else the first that has."""
    return [series for series in read.measured if series.indicator.id in read.subject.always] or read.measured[:1]


def _told(read: SubjectRead, series: Series) -> tuple[str, str]:
    """Return what a measure is called, and its paragraph."""
    name = series.indicator.id
    return f"{series.indicator.title}.", measure_paragraph(series, read.latest.get(name), read.remarks.get(name, ()))


def _row(series: Series, latest: LatestPublished | None) -> tuple[str, ...]:
    """Write a measure as a row of the table."""
    spans = (latest.neighbours.span, latest.england.span) if latest else ()
    others = [shown(latest.measure, span) for span in spans] if latest else [wording.NONE] * 2
    changing = NAMES[judged(series).changing] if series.now.value is not None else wording.NONE
    figures = (in_a_cell(series.now), in_a_cell(series.ago(12)))
    return (series.indicator.title, *figures, *others, met(series, series.now), changing)


def _chart(read: SubjectRead, series: Series) -> Chart:
    """Draw the trend of a measure."""
    line, title = month_line_of(series), series.indicator.title
    drawing = large_control_chart(line, "light", CHART_WIDTH, CHART_HEIGHT)
    figure, (_, told) = series.now, _told(read, series)
    drawn = Drawn(
        title,
        figure.unit,
        tuple(f"{one.month:%b %Y}" for one in series.figures),
        _as_shown(figure.unit, line.values),
        _beside(figure.unit, {"Target, at least": line.said.least, "Target, at most": line.said.most}),
        _beside(figure.unit, {"Lower limit of chance": line.judged.low, "Upper limit of chance": line.judged.high}),
        f"{wording.value(figure.unit, figure.value)} as at {wording.day(figure.month)}. {is_it_changing(series)}",
        told,
    )
    return Chart(f"{title}, month by month", Picture(sheet(drawing, title, line.alt), line.alt), drawn)


def _beside(unit: str, lines: Mapping[str, Sequence[float | None]]) -> tuple[Beside, ...]:
    """Return the lines that have a value in any month, as they are shown."""
    return tuple(
        (name, _as_shown(unit, values)) for name, values in lines.items() if any(one is not None for one in values)
    )


def _as_shown(unit: str, values: Sequence[float | None]) -> tuple[float | None, ...]:
    """Return values rounded as they are shown."""
    return tuple(None if value is None else float(half_up(value, DECIMALS[unit])) for value in values)
