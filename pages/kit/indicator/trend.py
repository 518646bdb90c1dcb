"""A trend: a series month by month as a line, with the sentence and the table that say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from data.annotations.targets import target_on
from data.published.dfe_publication import LICENCE, publication_of
from indicators.figures.figure import Figure
from indicators.variation.judgement import meaning
from pages.kit.indicator.aggregates import how_many_given
from pages.kit.indicator.series_events import anew, by_month, fell_within, in_alternative, in_full
from pages.kit.parts.fold import folded_table
from pages.words import wording
from pages.words.chart_points import MonthPoint
from pages.words.restatements import in_short
from pages.words.series import Series, alternative
from pages.words.target_judgement import aim, met, whether_it_will, whose
from pages.words.trend_judgement import how_it_is_judged, is_it_changing, judged, judged_each

if TYPE_CHECKING:
    from pages.kit import charts

ENDINGS = {"percent": "%"}
FEW = 3
"""Restated months that are told under a line; the table tells of all."""


def trend(series: Series) -> None:
    """Draw the line of a series, and its table behind a click."""
    from pages.kit import charts

    figure, last = series.now, (series.known or [series.now])[-1]
    label = wording.number(last.value, wording.DECIMALS.get(figure.unit, 1)) if last.value is not None else ""
    ending = ENDINGS.get(figure.unit, "")
    if series.known:
        alt, key = all_it_shows(series), f"trend_{series.indicator.id}"
        charts.draw_line(points(series), ending, label + ending, alt, key, limits_and_marks(series), said(series))
        for caption in captions(series):
            st.caption(caption)
    else:
        st.markdown(wording.plain(figure.reason))
    title = f"{series.indicator.title}, by month, newest first"
    folded_table("by month", f"months_{series.indicator.id}", lambda: table(series), title)


def all_it_shows(series: Series) -> str:
    """Say all that a line shows, with what officers say of it, for whoever does not see it."""
    sentences = (alternative(series), is_it_changing(series), whether_it_will(series), in_alternative(series))
    return " ".join(sentence for sentence in (*sentences, what_was_restated(series)) if sentence)


def captions(series: Series) -> list[str]:
    """Say what stands under a line: how it is judged, whose target it has, what happened, and whose figures it uses."""
    lines = [how_it_is_judged(judged(series)), anew(series), *(in_full(event) for _, event in fell_within(series))]
    lines += [whose(series.target)] if series.target else []
    lines += [f"○ {restated}"] if (restated := what_was_restated(series)) else []
    lines += [attribution(series.now.unit), how_many_given(series)]
    return [line for line in lines if line]


def said(series: Series) -> charts.Said:
    """Return what officers say of a line: the ends of its target month by month, and events at their months."""
    from pages.kit.charts import Said

    aims = [target_on(series.targets, series.indicator.id, figure.month) for figure in series.figures]
    least = tuple(aim.least if aim else None for aim in aims)
    most = tuple(aim.most if aim else None for aim in aims)
    label = f"Target {aim(series.target, series.now.unit)}" if series.target else ""
    happened = tuple((place, event.title) for place, event in fell_within(series))
    months = {restatement.first.month for restatement in series.restated}
    restated = tuple(place for place, figure in enumerate(series.figures) if figure.month in months)
    return Said(least, most, label, happened, restated)


def what_was_restated(series: Series) -> str:
    """Say which figures of a line are not what was first reported, the newest first; nothing where all are."""
    sentences = [
        f"{wording.month(restatement.first.month)}, {in_short(restatement)}"
        for restatement in reversed(series.restated)
    ]
    more = f"; and {wording.counted(len(sentences) - FEW, 'more months')}, in the table" if len(sentences) > FEW else ""
    return f"Restated: {'; '.join(sentences[:FEW])}{more}." if sentences else ""


def attribution(unit: str) -> str:
    """Name whose figures are drawn besides our own, and under which licence: those of the population, for a rate."""
    if unit != "rate":
        return ""
    return f"Population: {wording.plain(publication_of('population.children').credit)}. {LICENCE}"


def points(series: Series) -> tuple[MonthPoint, ...]:
    """Return what the line is drawn from: for each month its first day, its name, its value and both in words."""
    return tuple(
        MonthPoint(
            f"{figure.month:%Y-%m-01}",
            wording.short_month(figure.month),
            figure.value,
            f"{wording.month(figure.month)}: {wording.value(figure.unit, figure.value)}{_brackets(series, number)}",
        )
        for number, figure in enumerate(series.figures)
    )


def limits_and_marks(series: Series) -> charts.Judged:
    """Return what the line is judged by: the limits of each of its segments, and a mark on each point of a signal."""
    from pages.kit.charts import Judged

    marks: list[tuple[str, str] | None] = [None] * len(series.figures)
    low, centre, high = [], [], []
    for judgement in judged_each(series):
        variation = judgement.variation
        for whole, part in ((low, variation.low), (centre, variation.centre), (high, variation.high)):
            whole += part[variation.begins :]
        for signal in variation.signals:
            for place in range(signal.first, signal.last + 1):
                marks[place] = (meaning(series.indicator, signal), signal.way)
    return Judged(tuple(low), tuple(centre), tuple(high), tuple(marks))


def table(series: Series) -> list[dict[str, str]]:
    """Return the same figures as rows of words, newest first, with what officers say and what was restated."""
    happened = by_month(series)
    restated = {restatement.first.month: in_short(restatement) for restatement in series.restated}
    return [
        {
            "Month": wording.month(figure.month),
            "Figure": wording.value(figure.unit, figure.value),
            "Made of": _made_of(series, figure),
            "Not yet due": wording.waiting(figure.not_yet_due),
            **({"Target": met(series, figure)} if series.targets else {}),
            **({"Restated": wording.plain(restated.get(figure.month, wording.NONE))} if restated else {}),
            **({"Event": happened.get(figure.month, wording.NONE)} if happened else {}),
        }
        for figure in reversed(series.figures)
    ]


def _made_of(series: Series, figure: Figure) -> str:
    """Write what a figure is made of, or why there is none."""
    if figure.value is None:
        return wording.plain(figure.reason)
    return ". ".join(part for part in (wording.counts(series.indicator, figure), wording.given(figure)) if part)


def _brackets(series: Series, number: int) -> str:
    """Write what a figure is made of, in brackets."""
    made_of = wording.made_of(series.indicator, series.figures[number])
    return f" ({made_of})" if made_of else ""
