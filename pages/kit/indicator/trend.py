"""A trend: a series month by month as a line, with the sentence and the table that say the same."""

import streamlit as st

from indicators.figures.figure import Figure
from pages.charts.of_series.attribution import attribution
from pages.charts.of_series.month_line_of import month_line_of
from pages.charts.paper.large_control_chart import control_picture
from pages.kit.indicator.aggregates import how_many_given
from pages.kit.rows.template import draw
from pages.words import wording
from pages.words.restatements import in_short
from pages.words.series import Series
from pages.words.series_events import anew, by_month, fell_within, in_full
from pages.words.target_judgement import met, whether_it_will, whose
from pages.words.trend_judgement import how_it_is_judged, judged

WIDE, NARROW = (840, 262), (340, 220)
"""Pixels of the picture and its height without its key, on a screen and on a telephone."""
FEW = 3
"""Restated months that are told under a line; the table tells of all."""


def trend(series: Series) -> None:
    """Draw the line of a series as a picture, wide or for a telephone, or say why there is none."""
    if not series.known:
        st.markdown(wording.plain(series.now.reason))
        return
    line, on = month_line_of(series), st.context.theme.type or "light"
    draw("picture_by_width", wide=control_picture(line, *WIDE, on), narrow=control_picture(line, *NARROW, on))
    if under := "  \n".join(beneath(series)):
        st.caption(under)


def to_point_at(series: Series) -> None:
    """Draw the same line so that whoever points at a month is told its figure and what it is made of."""
    from pages.charts import screen

    if series.known:
        screen.draw_line(month_line_of(series), f"trend_{series.indicator.id}")


def captions(series: Series) -> list[str]:
    """Say all that there is to say of a line, what stands beneath it and what explains it."""
    return [*beneath(series), *explained(series)]


def beneath(series: Series) -> list[str]:
    """Say what stands beneath a line: its gaps, which figures were restated, and which were given already counted."""
    restated = what_was_restated(series)
    return [
        line
        for line in (
            wording.missing_months(series.figures),
            f"○ {restated}" if restated else "",
            how_many_given(series),
        )
        if line
    ]


def explained(series: Series) -> list[str]:
    """Say how a line is judged, what happened, whose target it has, and whose figures it uses."""
    lines = [how_it_is_judged(judged(series)), whether_it_will(series), anew(series)]
    lines += [in_full(event) for _, event in fell_within(series)]
    lines += [whose(series.target)] if series.target else []
    return [line for line in (*lines, wording.plain(attribution(series.now.unit))) if line]


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
            "Figure": wording.figure_shown(figure),
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
