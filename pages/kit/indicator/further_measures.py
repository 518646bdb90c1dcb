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


def what_is_further(every: Sequence[Series]) -> None:
    """Say how many further measures need attention, and lead to them; nothing where none is known."""
    known = [each for each in every if each.now.value is not None]
    if known:
        st.markdown(f"{how_many(known, FURTHER)} [See the {FURTHER}](#further)")


def further_measures(shared: Shared, names: Sequence[str]) -> None:
    """Draw a line for each measure by id, those that are changing first; nothing where there are none."""
    if not names:
        return
    every = exceptions_first([shared.drawn[name] for name in names])
    with st.container(border=True, key="further", gap="xsmall"):
        st.header(FURTHER.capitalize(), anchor="further")
        st.markdown(all_told(every, FURTHER))
        for series in every:
            name = series.indicator.id
            folded(in_a_line(series), f"further_{name}", lambda name=name: sections(shared, [name], names))


def in_a_line(series: Series) -> str:
    """Say what a measure reads and whether it is changing, or why it has no figure."""
    title, now = wording.plain(series.indicator.title), series.now
    if now.value is None:
        return f"{title}: **{wording.NONE}** {wording.plain(now.reason)}"
    return f"{title}: **{wording.unbroken(wording.value(now.unit, now.value))}** {changing(series)}"
