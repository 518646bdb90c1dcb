"""The measures of a printed month as a table: what each is, what it is made of, and what stands beside it."""

from collections.abc import Mapping, Sequence

from indicators.comparison.latest_published import LatestPublished
from indicators.figures.figure import Figure
from pages.charts.of_series.month_line_of import month_line_of
from pages.charts.paper.small_control_chart import small_control_chart
from pages.report.document import Cell, Table, Tone
from pages.words import wording
from pages.words.figure_range import shown
from pages.words.series import Series
from pages.words.target_judgement import met
from pages.words.trend_judgement import NAMES, judged

WIDTH, HEIGHT = 168, 44
"""Of the small chart of a measure, in pixels."""
COLUMNS = ("Beside earlier", "Is it changing?", "Target", "Neighbours", "England", "13 months")
"""Headings of the measures after the measure itself and its month."""
SHARES = (22, 14, 16, 11, 11, 10, 7.5, 8.5)
"""Of the columns in the width of the page, in per cent."""
READ_SO = (
    "Neighbours: the median of the statistical neighbours, of figures before rounding, which DfE’s dashboard rounds "
    "first; and England; as DfE last published them for the day beneath; a month of ours is counted otherwise and not "
    "yet comparable. Each line shows 13 months on a scale of its own, within the grey limits of chance, with its "
    f"target in dashes. FTE: full-time equivalents. {wording.SIGNS}"
)


def measures_table(series: Sequence[Series], others: Mapping[str, LatestPublished]) -> Table:
    """Write the measures as a table, a row each."""
    headings = ("Measure", wording.month(series[0].now.month), *COLUMNS)
    rows = tuple(_row(one, others.get(one.indicator.id)) for one in series)
    return Table("The measures", headings, rows, SHARES)


def _row(series: Series, latest: LatestPublished | None) -> tuple[str | Cell, ...]:
    """Write one measure."""
    figure, indicator = series.now, series.indicator
    is_told = figure.value is not None
    moved = [wording.change(figure, series.ago(months)) for months in (1, 12) if series.ago(months)] if is_told else []
    made_of = wording.counts(indicator, figure) if is_told else _why_none(figure)
    return (
        Cell(indicator.title, wording.polarity(indicator), Tone.LEAD),
        Cell(wording.figure_shown(figure), made_of.replace("full-time equivalents", "FTE"), Tone.FIGURE),
        Cell("", "; ".join(moved)),
        NAMES[judged(series).changing] if is_told else wording.NONE,
        met(series, figure),
        Cell(shown(latest.measure, latest.neighbours.span), wording.day(latest.as_at)) if latest else wording.NONE,
        shown(latest.measure, latest.england.span) if latest else wording.NONE,
        Cell(picture=small_control_chart(month_line_of(series), WIDTH, HEIGHT)),
    )


def _why_none(figure: Figure) -> str:
    """Say why there is no figure, in as few words as a narrow column wants."""
    return "Too small to be told" if wording.is_hidden(figure) else figure.reason
