"""The paragraph of a measure: figure, counts, day, movement, comparison, process control, target and what was done."""

from collections.abc import Sequence

from indicators.comparison.latest_published import LatestPublished
from indicators.figures.figure import Figure
from pages.words import wording
from pages.words.as_published import NONE_PUBLISHED, NOT_COMPARABLE, NOT_LOADED, others_in_full, why_nobody
from pages.words.series import Series
from pages.words.series_events import fell_within
from pages.words.target_judgement import whether_it_will, whose
from pages.words.trend_judgement import is_it_changing

HIDDEN = "It is not told here, since it is small enough to tell of a child, or would give such a number away."
NOBODY = {
    NONE_PUBLISHED: "No figure of other authorities is published for it.",
    NOT_COMPARABLE: "A number grows with the place, so it is not set beside other authorities.",
    NOT_LOADED: "What other authorities published of it is not loaded here.",
}
RECENT = 24
"""Months back for which what happened is told beside a figure."""


def measure_paragraph(series: Series, latest: LatestPublished | None, remarks: Sequence[str] = ()) -> str:
    """Say all that is known of a measure for its month, sentence by sentence; `remarks` are officers' comments."""
    figure = series.now
    if figure.value is None:
        return HIDDEN if wording.is_hidden(figure) else f"There is no figure. {figure.reason}"
    others = others_in_full(series.indicator, latest) if latest else NOBODY[why_nobody(series.indicator)]
    aim = f"{whether_it_will(series)} {whose(series.target)}" if series.target else "No target is set."
    sentences = (
        f"{_stands(series)}{_moved(series)}.",
        others,
        is_it_changing(series),
        aim,
        *_happened(series),
        *remarks,
    )
    return wording.unformatted(" ".join(sentence for sentence in sentences if sentence))


def in_a_cell(figure: Figure | None) -> str:
    """Write a figure with its counts in a cell of a table: c where it is hidden, a dash where there is none."""
    if figure is None or figure.value is None:
        return wording.figure_shown(figure) if figure else wording.NONE
    both = wording.halves(figure)
    return f"{wording.value(figure.unit, figure.value)}{f' ({both})' if both else ''}"


def _stands(series: Series) -> str:
    """Write the figure with what it is made of, and the day it is of."""
    figure, both = series.now, wording.counts(series.indicator, series.now)
    shown = wording.value(figure.unit, figure.value)
    made_of = f" {both}" if figure.unit == "count" else f" ({both})" if both else ""
    return f"{shown}{made_of} as at {wording.day(figure.month)}"


def _moved(series: Series) -> str:
    """Say how far it lies from a month and a year before, where there are such figures."""
    earlier = [figure for months in (1, 12) if (figure := series.ago(months)) and figure.value is not None]
    changes = [wording.within(wording.change(series.now, figure)) for figure in earlier]
    return f": {wording.listed(changes)}" if changes else ""


def _happened(series: Series) -> list[str]:
    """Say what is on record as done or changed that concerns it, the latest last."""
    recent = [event for place, event in fell_within(series) if place >= len(series.figures) - RECENT]
    return [f"On record: {event.title} ({wording.day(event.day)}). {event.told}" for event in recent]
