"""The further measures of a service: a line each, those that are changing first, the section behind a click."""

from collections.abc import Sequence

import streamlit as st

from pages.kit.indicator.section import Shared, sections
from pages.kit.parts.fold import folded
from pages.words import wording
from pages.words.attention import all_told, how_many
from pages.words.exceptions import exceptions_first
from pages.words.series import Series
from pages.words.trend_judgement import changing

FURTHER = "further measures"


def what_is_further(all_series: Sequence[Series]) -> None:
    """Say how many further measures need attention, and lead to them; nothing where none is known."""
    measured = [series for series in all_series if series.now.value is not None]
    if measured:
        st.markdown(f"{how_many(measured, FURTHER)} [See the {FURTHER}](#further)")


def further_measures(shared: Shared, names: Sequence[str]) -> None:
    """Draw a line for each measure by id, those that are changing first; nothing where there are none."""
    if not names:
        return
    all_series = exceptions_first([shared.drawn[name] for name in names])
    with st.container(border=True, key="further", gap="xsmall"):
        st.header(FURTHER.capitalize(), anchor="further")
        st.markdown(all_told(all_series, FURTHER))
        for series in all_series:
            name = series.indicator.id
            folded(in_a_line(series), f"further_{name}", lambda name=name: sections(shared, [name], names))


def in_a_line(series: Series) -> str:
    """Say what a measure reads and whether it is changing, or why it has no figure."""
    title, figure = wording.plain(series.indicator.title), series.now
    if figure.value is None:
        return f"{title}: **{wording.NONE}** {wording.plain(figure.reason)}"
    return f"{title}: **{wording.unbroken(wording.value(figure.unit, figure.value))}** {changing(series)}"
