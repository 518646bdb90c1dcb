"""A trend: a series month by month as a line, with the sentence and the table that say the same."""

from dataclasses import replace

import streamlit as st

from indicators.figures.figure import Figure
from pages.charts.of_series.attribution import attribution
from pages.charts.of_series.month_line_of import month_line_of
from pages.kit.indicator.aggregates import how_many_given
from pages.kit.parts.fold import folded_table
from pages.words import wording
from pages.words.restatements import in_short
from pages.words.series import Series, alternative
from pages.words.series_events import anew, by_month, fell_within, in_alternative, in_full
from pages.words.target_judgement import met, whether_it_will, whose
from pages.words.trend_judgement import how_it_is_judged, is_it_changing, judged

FEW = 3
"""Restated months that are told under a line; the table tells of all."""


def trend(series: Series) -> None:
    """Draw the line of a series, and its table behind a click."""
    from pages.charts import screen

    if series.known:
        screen.draw_line(replace(month_line_of(series), alt=all_it_shows(series)), f"trend_{series.indicator.id}")
        for caption in captions(series):
            st.caption(caption)
    else:
        st.markdown(wording.plain(series.now.reason))
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
    lines += [wording.plain(attribution(series.now.unit)), how_many_given(series)]
    return [line for line in lines if line]


def what_was_restated(series: Series) -> str:
    """Say which figures of a line are not what was first reported, the newest first; nothing where all are."""
    sentences = [
        f"{wording.month(restatement.first.month)}, {in_short(restatement)}"
        for restatement in reversed(series.restated)
    ]
    more = f"; and {wording.counted(len(sentences) - FEW, 'more months')}, in the table" if len(sentences) > FEW else ""
    return f"Restated: {'; '.join(sentences[:FEW])}{more}." if sentences else ""


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
