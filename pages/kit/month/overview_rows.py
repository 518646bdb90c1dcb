"""Series as rows of the overview: each value in words, its small chart, whom it is beside, and what unfolds."""

from collections.abc import Sequence
from dataclasses import replace

from indicators.change.comments import Commented
from indicators.engine.catalogue import SERVICES
from indicators.engine.grouping import GROUPINGS, group_of
from indicators.figures.figure import Figure
from pages.charts.of_series.month_line_of import month_line_of
from pages.charts.paper.small_control_chart import MONTHS, small_control_chart
from pages.kit.frame.choices import Choices
from pages.kit.frame.contents import indicator_address
from pages.kit.indicator.comments import comments_on
from pages.kit.month.beside_others import BesideOthers
from pages.kit.rows.measure import Measure
from pages.kit.rows.measure_rows import MeasureRow
from pages.words import wording
from pages.words.commentary import reads, signed, what_moved
from pages.words.in_brief import State, aimed, apart, state_of
from pages.words.series import Series
from pages.words.target_judgement import whether_it_will

WIDTH, HEIGHT = 250, 44
YEAR = 12


def overview_rows(
    chosen: Choices, all_series: Sequence[Series], on: str, by: str = ""
) -> tuple[list[MeasureRow], int | None]:
    """Return a row for each series, in their order, and the year of what others stood at, where it is one.

    Their pictures stand `on` a light or a dark ground; they have headings where they are grouped `by` one of GROUPINGS.
    """
    beside = BesideOthers(chosen, [series.indicator.id for series in all_series])
    comments = comments_on(chosen)
    rows = [_row(chosen, series, comments.get(series.indicator.id), beside, on) for series in all_series]
    if by in GROUPINGS:
        titles = [GROUPINGS[by][1][group_of(series.indicator, by)] for series in all_series]
        rows = [replace(row, group=title) for row, title in zip(rows, titles, strict=True)]
    return rows, beside.year


def _row(chosen: Choices, series: Series, stands: Commented | None, beside: BesideOthers, on: str) -> MeasureRow:
    """Return one row in words, with its pictures."""
    indicator, state = series.indicator, state_of(series)
    return MeasureRow(
        measure=_measure(chosen, series, stands, state, beside.rate(indicator.id), on),
        where=SERVICES[indicator.service],
        year=_apart(series.now, series.ago(YEAR)),
        beside=beside.of(indicator.id, on),
        notes=tuple(_notes(series, state, stands, beside)),
    )


def _measure(chosen: Choices, series: Series, stands: Commented | None, state: State, rate: str, on: str) -> Measure:
    """Return the measure of a row; the rate of a number stands beside what is counted."""
    figure, indicator = series.now, series.indicator
    line = small_control_chart(month_line_of(series), WIDTH, HEIGHT, on) if series.last(MONTHS).known else None
    aim, is_met = aimed(series.target, figure)
    return Measure(
        name=indicator.title,
        address=indicator_address(indicator.id, chosen),
        state=state.name,
        mark=state.mark,
        word=state.word,
        value=wording.figure_shown(figure),
        made_of=" · ".join(part for part in (wording.counts(indicator, figure), rate) if part),
        why=state.why,
        since=_apart(figure, series.ago(1)),
        aim=aim,
        is_met=is_met,
        picture=line,
        comment=reads(stands) if stands else "",
        signed=signed(stands.comment) if stands else "",
    )


def _notes(series: Series, state: State, stands: Commented | None, beside: BesideOthers) -> list[str]:
    """Return what unfolds: what the judgement rests on, how it moved, its target, the others, and what is said."""
    figure, indicator = series.now, series.indicator
    moved = [wording.change(figure, earlier) for earlier in (series.ago(1), series.ago(YEAR)) if earlier]
    made = (wording.counts(indicator, figure), wording.given(figure), wording.not_yet_due(figure.not_yet_due))
    notes = [f"{state.word}: {state.why}", _sentence(*moved), _sentence(*made)]
    if figure.value is not None:
        notes += [_sentence(whether_it_will(series)), f"{wording.polarity(indicator)}."]
    notes += [beside.in_full(indicator.id)]
    if stands:
        notes += [f"Comment: {reads(stands)} ({signed(stands.comment)})", *what_moved(stands)]
    return [sentence for sentence in notes if sentence]


def _sentence(*parts: str) -> str:
    """Write what there is of some parts as sentences of their own."""
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)


def _apart(figure: Figure, earlier: Figure | None) -> str:
    """Write how far a figure lies from an earlier one, percentages in points."""
    by = apart(figure, earlier)
    return f"{by} pts" if by not in ("", "0") and figure.unit == "percent" else by or wording.NONE
