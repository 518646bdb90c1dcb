"""Figures that were given already counted: what is lost with the records, said once on a page."""

from collections.abc import Sequence

import streamlit as st

from indicators.figures.figure import AGGREGATES
from pages.words import wording
from pages.words.series import Series

LOST = (
    "There is no list behind such a figure, nobody is told what falls due, and it is broken down only as it was given."
)


def what_is_lost(all_series: Sequence[Series]) -> None:
    """Say which of the figures shown were given already counted, and what that loses; nothing where none was."""
    titles = [series.indicator.title for series in all_series if series.now.counted_from == AGGREGATES]
    if not titles:
        return
    which = "These figures were" if len(titles) == len(all_series) else f"{wording.plain('; '.join(titles))}:"
    st.info(f"{which} given already counted, not counted here from records. {LOST}")


def how_many_given(series: Series) -> str:
    """Say for how many months of a series the figure was given already counted; nothing where for none."""
    number = sum(figure.counted_from == AGGREGATES for figure in series.known)
    if not number:
        return ""
    if number == len(series.known):
        return "Every figure here was given already counted."
    return f"Given already counted in {number} of {len(series.known)} months, and counted from records in the others."
