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


def headlines(chosen: Choices, every: Sequence[Series]) -> None:
    """Draw a card for each series, as many in a row as there is room for."""
    loads = loads_kept(chosen.reader, chosen.revision)
    grid = st.grid("auto", min_column_width=WIDEST, border=True, key="headlines")
    for series in every:
        with grid.cell():
            headline(series, loads, chosen)


def headline(series: Series, loads: dict[int, Load], chosen: Choices) -> None:
    """Draw the card of one series."""
    now, indicator = series.now, series.indicator
    st.markdown(f"**[{wording.plain(indicator.title)}](#{indicator.id})**")
    st.metric(wording.month(now.month), wording.value(now.unit, now.value))
    if now.value is None:
        st.markdown(wording.plain(now.reason) + _last_known(series))
        return
    st.markdown("  \n".join(_lines(series)))
    known = if_known_kept(chosen.reader, chosen.authority, now.month, chosen.revision, indicator.id)
    said = (f"{wording.polarity(indicator)}.", freshness(loads.get(now.load or 0)), how_complete(now, known))
    st.caption(" ".join(each for each in said if each))


def freshness(load: Load | None) -> str:
    """Say when the newest of the data behind a figure was published."""
    return f"Published {wording.moment(load.published_at)}, load {load.load}." if load else ""


def _lines(series: Series) -> list[str]:
    """Write the lines under a figure: what it is made of, whether it was given, what is not yet due, how it moved."""
    now = series.now
    said = [wording.counts(series.indicator, now), wording.given(now), wording.not_yet_due(now.not_yet_due)]
    moved = [wording.change(now, series.ago(1))]
    moved += [wording.change(now, series.ago(12))] if series.ago(12) else []
    moved += [changing(series), will_it_meet(series)]
    return [line for line in [*said, *moved] if line]


def _last_known(series: Series) -> str:
    """Say what the latest figure before a gap was."""
    known = series.known
    if not known:
        return ""
    return (
        f" The latest figure is {wording.value(known[-1].unit, known[-1].value)}, in {wording.month(known[-1].month)}."
    )
