"""The quarterly report on the quality framework: programme, grades, learning, timeliness beside quality."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from data.access import Act, Reader
from data.ledger.history import authorities_held
from data.store.store import Store
from indicators.engine.catalogue import indicator_called
from indicators.figures.figure import Figure
from indicators.figures.periods import Period, earlier, quarter_of
from indicators.studies.learning import Learning, learning
from pages.charts.of_series.origin import INVENTED
from pages.charts.of_series.series_read import series_read
from pages.report.document import Document, Paragraph, Part, Section, Table
from pages.report.measure_paragraph import in_a_cell
from pages.report.quality_framework import Programme, quality_framework
from pages.report.quality_learning import grades_of, learnt_of, said_and_done
from pages.words import wording
from pages.words.classification import INTERNAL
from pages.words.in_brief import how_many_change
from pages.words.series import Series
from pages.words.trend_judgement import NAMES, judged

TITLE = "Quality framework: quarterly report to the management team"
AS_IT_STANDS = ("This month", "Three months ago", "A year ago", "Is it changing?")
NO_PROGRAMME = "No number is set"
MEANT = (
    "Thematic audits are meant twice a month, generic ones twice a month of each manager. For the others a number is "
    "set as a target; where there is none, what was done stands beside no number, and that is said."
)
BESIDE = (
    "A plan that is in time may be poor, and a good one late: neither is read alone. Where nobody judges plans of a "
    "kind, what stands nearest is set beside: the young person's own views, their part in reviews, a joint assessment."
)
WHY = (
    "Training is taken so that something changes. That both move together does not show that one moved the other: an "
    "event of the training, before and after, says more."
)


@dataclass(frozen=True)
class QualityRead:
    """Hold what the report tells of a quarter: its series by the indicator's id, and what was learnt."""

    place: str
    month: date
    quarter: Period
    invented: bool
    by_id: Mapping[str, Series]
    learning: Learning


def quality_read(store: Store, reader: Reader, authority: str, months: Sequence[date]) -> QualityRead:
    """Read the report of the quarter of the last of some months, up to that month.

    Raises:
        Mendable: where the reader may not see rows of extracts, of which what was learnt is made.
    """
    reader.must(Act.ROWS)
    quarter = quarter_of(months[-1])
    names = dict.fromkeys(quality_framework().indicators())
    all_series = series_read(store, reader, [indicator_called(name) for name in names], authority, months)
    by_id = {series.indicator.id: series for series in all_series}
    place = authorities_held(store, reader)[authority]
    learnt = learning(store, reader, authority, quarter.months)
    return QualityRead(place, months[-1], quarter, store.invented, by_id, learnt)


def quality_report(read: QualityRead) -> Document:
    """Write the report of what was read."""
    of = f"{read.quarter.title}: figures up to {wording.month(read.month)}, as at {wording.day(read.month)}"
    under = (of, *((INVENTED,) if read.invented else ()))
    sections = (
        ("In short", _in_short(read)),
        ("Programme against done", _programmes(read)),
        ("Grades, moderation and follow-up", (*grades_of(read.learning, "3.1"), _standing(read, "grades", "Grades"))),
        ("What was learnt, by theme and team", learnt_of(read.learning, "4.1")),
        ("Timeliness beside quality, for each kind of plan", _plans(read)),
        ("Training, and what it was meant to change", _training(read)),
        ("You said, we did", (*said_and_done(read.learning, "7.1"), _standing(read, "consultation", "Consultation"))),
    )
    numbered = (Section(str(number), title, tuple(parts)) for number, (title, parts) in enumerate(sections, 1))
    return Document(TITLE, read.place, under, INTERNAL, tuple(numbered), f"{read.place}.")


def _in_short(read: QualityRead) -> Iterator[Part]:
    """Say how many measures the report tells, and what they do."""
    many = wording.counted(len(read.by_id), "measures")
    told = f"This report tells {many} of the quality framework. {how_many_change(list(read.by_id.values()))}"
    yield Paragraph("1.1", told)


def _programmes(read: QualityRead) -> Iterator[Part]:
    """Set what was done in the quarter beside what was meant, and beside the quarter before and a year ago."""
    yield Paragraph("2.1", MEANT)
    rows = tuple(_programme(read, programme) for programme in quality_framework().programmes)
    headings = ("Programme", f"Meant in {read.quarter.title}", "Done", "Done of what was meant", "The same a year ago")
    yield Table("Programme against done", headings, rows)


def _programme(read: QualityRead, programme: Programme) -> tuple[str, ...]:
    """Write a programme: what was meant, what was done, and its share; without what was meant there is no share."""
    series, months = read.by_id[programme.indicator], read.quarter.months
    now, then = series.over(months), series.over(earlier(read.quarter, 12))
    meant = _meant(programme, series, now, len(months))
    done = wording.NONE if now is None or now.numerator is None else wording.plainest(now.numerator)
    share = f"{100 * now.numerator / meant:.0f}%" if meant and now and now.numerator is not None else wording.NONE
    return (
        programme.title,
        wording.plainest(meant) if meant else NO_PROGRAMME,
        done,
        share,
        in_a_cell(then),
    )


def _meant(programme: Programme, series: Series, now: Figure | None, months: int) -> float | None:
    """Say how many were meant in so many months: as written down, by the figure itself, or by its target."""
    if programme.a_month:
        return float(programme.a_month * months)
    if programme.halves:
        return now.denominator if now else None
    return series.target.least * months if series.target and series.target.least else None


def _standing(read: QualityRead, part: str, title: str) -> Table:
    """Write the measures of a part of the framework as a table."""
    names = getattr(quality_framework(), part)
    rows = tuple(_row(read.by_id[name], read.by_id[name].indicator.title) for name in names)
    return Table(f"{title}, in figures", ("Measure", *AS_IT_STANDS), rows)


def _row(series: Series, title: str) -> tuple[str, ...]:
    """Write a measure as a row: now, three months and a year ago, and whether it is changing."""
    figures = (in_a_cell(series.now), in_a_cell(series.ago(3)), in_a_cell(series.ago(12)))
    return (title, *figures, NAMES[judged(series).changing] if series.now.value is not None else wording.NONE)


def _plans(read: QualityRead) -> Iterator[Part]:
    """Set for each kind of plan whether it is in time beside whether it is good."""
    yield Paragraph("5.1", BESIDE)
    rows = tuple(
        _row(read.by_id[name], f"{kind}. {what}: {read.by_id[name].indicator.title}")
        for kind, *pair in quality_framework().plans
        for what, name in zip(("In time", "Beside it"), pair, strict=True)
    )
    yield Table("Timeliness beside quality", ("Plan and measure", *AS_IT_STANDS), rows)


def _training(read: QualityRead) -> Iterator[Part]:
    """Set who was trained beside what the training was meant to change."""
    yield Paragraph("6.1", WHY)
    rows = tuple(
        _row(read.by_id[name], f"{what}: {read.by_id[name].indicator.title}")
        for pair in quality_framework().training
        for what, name in zip(("Trained", "Meant to change"), pair, strict=True)
    )
    yield Table("Training beside what it was meant to change", ("Measure", *AS_IT_STANDS), rows)
