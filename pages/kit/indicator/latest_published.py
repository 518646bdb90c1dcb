"""Beside a month of ours, what others stood at on the latest day published: dated, and no more than that."""

from collections.abc import Mapping

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data.access import Reader
from indicators.comparison.latest_published import LatestPublished, latest_published
from indicators.engine.catalogue import indicator_called
from indicators.engine.declaration import Indicator
from pages.kit.frame.choices import Choices
from pages.kit.frame.session import current_store
from pages.words import wording
from pages.words.figure_range import shown


@st.cache_data(max_entries=100, show_spinner=False)
def _kept(
    reader: Reader,  # noqa: ARG001 - part of the key
    authority: str,
    revision: int,  # noqa: ARG001 - part of the key
    indicators: tuple[str, ...],
) -> dict[str, LatestPublished]:
    """Return what others stood at in the latest year published of each indicator, by id."""
    return latest_published(current_store(), [indicator_called(name) for name in indicators], authority)


def fill_in(chosen: Choices, spots: Mapping[str, DeltaGenerator]) -> None:
    """Say in the spot kept for each indicator what others stood at; the figures are on the page by then."""
    by_indicator = _kept(chosen.reader, chosen.authority, chosen.revision, tuple(spots))
    for name, latest in by_indicator.items():
        spots[name].caption(others(indicator_called(name), latest))


def others(indicator: Indicator, latest: LatestPublished) -> str:
    """Say what neighbours and England stood at on a day, and that a month counted otherwise is not comparable yet."""
    near, whole = (shown(latest.measure, average.span) for average in (latest.neighbours, latest.england))
    sentence = f"Neighbours {near}, England {whole}.  \n{wording.day(latest.as_at)}."
    return f"{sentence} Not yet comparable." if indicator.argument.differs else sentence
