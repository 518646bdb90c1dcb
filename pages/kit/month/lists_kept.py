"""Lists of children that were read, kept by reader, month and the store's revision; whoever shows one enters it."""

from datetime import date

import pandas as pd
import streamlit as st

from data.access import Reader
from indicators.engine.catalogue import indicator_called
from indicators.figures.measured_figures import rows_behind
from indicators.figures.uncounted_rows import left_out, not_held
from pages.kit.frame.session import current_store


@st.cache_data(max_entries=50, show_spinner=False)
def rows_kept(
    reader: Reader,
    authority: str,
    month: date,
    revision: int,  # noqa: ARG001 - part of the key
    indicator: str,
) -> pd.DataFrame:
    """Return the rows behind a figure, as `rows_behind` does."""
    return rows_behind(current_store(), reader, indicator_called(indicator), authority, month)


@st.cache_data(max_entries=20, show_spinner=False)
def left_out_kept(
    reader: Reader,
    authority: str,
    month: date,
    revision: int,  # noqa: ARG001 - part of the key
    indicator: str,
) -> pd.DataFrame:
    """Return the rows that are behind none of a figure's subjects, as `left_out` does."""
    return left_out(current_store(), reader, indicator_called(indicator), authority, month)


@st.cache_data(max_entries=20, show_spinner=False)
def not_held_kept(
    reader: Reader,
    authority: str,
    month: date,
    revision: int,  # noqa: ARG001 - part of the key
    indicator: str,
) -> list[str]:
    """Return the children who are counted and not in the children extract, as `not_held` does."""
    return not_held(current_store(), reader, indicator_called(indicator), authority, month)
