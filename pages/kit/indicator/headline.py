"""A headline: one figure in words, what it is made of, how it moved, which way is better and how fresh it is."""

from collections.abc import Sequence

import streamlit as st

from pages.kit.frame.cache import Load, if_known_kept, loads_kept
from pages.kit.frame.choices import Choices
from pages.words import wording
from pages.words.completeness import how_complete
from pages.words.series import Series
from pages.words.target_judgement import will_it_meet
from pages.words.trend_judgement import changing

WIDEST = 300


def headlines(chosen: Choices, all_series: Sequence[Series]) -> None:
    """Draw a card for each series, as many in a row as there is room for."""
    loads = loads_kept(chosen.reader, chosen.revision)
    grid = st.grid("auto", min_column_width=WIDEST, border=True, key="headlines")
    for series in all_series:
        with grid.cell():
            headline(series, loads, chosen)


def headline(series: Series, loads: dict[int, Load], chosen: Choices) -> None:
    """Draw the card of one series."""
    figure, indicator = series.now, series.indicator
    st.markdown(f"**[{wording.plain(indicator.title)}](#{indicator.id})**")
    st.metric(wording.month(figure.month), wording.value(figure.unit, figure.value))
    if figure.value is None:
        st.markdown(wording.plain(figure.reason) + _last_known(series))
        return
    st.markdown("  \n".join(_lines(series)))
    bounds = if_known_kept(chosen.reader, chosen.authority, figure.month, chosen.revision, indicator.id)
    sentences = (
        f"{wording.polarity(indicator)}.",
        freshness(loads.get(figure.load or 0)),
        how_complete(figure, bounds),
    )
    st.caption(" ".join(sentence for sentence in sentences if sentence))


def freshness(load: Load | None) -> str:
    """Say when the newest of the data behind a figure was published."""
    return f"Published {wording.moment(load.published_at)}, load {load.load}." if load else ""


def _lines(series: Series) -> list[str]:
    """Write the lines under a figure: what it is made of, whether it was given, what is not yet due, how it moved."""
    figure = series.now
    lines = [wording.counts(series.indicator, figure), wording.given(figure), wording.not_yet_due(figure.not_yet_due)]
    moved = [wording.change(figure, series.ago(1))]
    moved += [wording.change(figure, series.ago(12))] if series.ago(12) else []
    moved += [changing(series), will_it_meet(series)]
    return [line for line in [*lines, *moved] if line]


def _last_known(series: Series) -> str:
    """Say what the latest figure before a gap was."""
    past = series.known
    if not past:
        return ""
    return f" The latest figure is {wording.value(past[-1].unit, past[-1].value)}, in {wording.month(past[-1].month)}."
