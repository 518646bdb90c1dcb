"""The committee's own table on a page: month ends, quarters, years to date, and years beside others."""

import streamlit as st

from data.access import Reader
from indicators.engine.catalogue import SERVICES, all_indicators
from indicators.engine.declaration import Indicator
from indicators.figures.periods import worked_examples
from indicators.figures.tidy_tables import tidy_periods
from indicators.studies.entrants_per_leaver import indicators_paired
from pages.kit.frame.address import choice
from pages.kit.frame.choices import Choices
from pages.kit.frame.latest_published import latest_kept
from pages.kit.frame.series import series_of
from pages.kit.frame.session import current_store
from pages.kit.parts.download import offer
from pages.kit.parts.fold import folded
from pages.kit.report.draw_part import draw_part
from pages.report import years_of_others
from pages.report.document import Table
from pages.report.quarters import HOW, PER_LEAVER, SHAPES_MEAN, per_leaver_table, quarter_table, why_lacking
from pages.words import wording
from pages.words.series import Series

MONTH_ENDS = 3
"""Month ends that stand beside a quarter."""


def by_quarter(chosen: Choices) -> None:
    """Draw the measures of a service by quarter, who came for each who went, and published years beside others."""
    st.markdown(f"{HOW} {SHAPES_MEAN}")
    service = choice(st.selectbox, "Service", list(SERVICES), "service", SERVICES.__getitem__)
    indicators = [indicator for indicator in all_indicators().values() if indicator.service == service]
    all_series = series_of(chosen, [indicator.id for indicator in indicators])
    draw_part(quarter_table(all_series, MONTH_ENDS))
    if lacking := why_lacking(all_series):
        folded("Why there is no figure", "quarters_lacking", lambda: _listed(lacking))
    offer(f"quarters_{service}_{chosen.month:%Y-%m}", lambda: _tidy(chosen, indicators, all_series), "the quarters")
    st.header("Entrants for each leaver", anchor="entrants")
    st.markdown(f"{PER_LEAVER}. More than 1 is a number that grows.")
    draw_part(per_leaver_table(series_of(chosen, indicators_paired())))
    _years(chosen, service)
    st.header("How a quarter is made of months", anchor="examples")
    _listed([f"**{example['told'].capitalize()}.** {wording.plain(example['says'])}" for example in worked_examples()])


def _years(chosen: Choices, service: str) -> None:
    """Draw the published years of a service's measures, with neighbours and England in the same row."""
    st.header(years_of_others.TITLE, anchor="years")
    table = _years_kept(chosen.reader, chosen.authority, chosen.revision, service)
    if table is None:
        st.markdown("No figure of other authorities is published for the measures of this service.")
        return
    st.markdown(years_of_others.HOW)
    draw_part(table)


@st.cache_data(max_entries=50, show_spinner=False)
def _years_kept(reader: Reader, authority: str, revision: int, service: str) -> Table | None:
    """Return the published years of a service's measures as a table, or None where there are none; read once."""
    indicators = [indicator for indicator in all_indicators().values() if indicator.service == service]
    years = years_of_others.years_read(current_store(), reader, authority, indicators)
    if not years:
        return None
    latest = latest_kept(reader, authority, revision, tuple(years))
    return years_of_others.years_table(years, latest, {name: all_indicators()[name].title for name in years})


def _tidy(chosen: Choices, indicators: list[Indicator], all_series: list[Series]):
    """Return every quarter and year of a service's measures as a tidy table."""
    figures = [figure for series in all_series for figure in series.figures]
    return tidy_periods(indicators, chosen.authority, chosen.months, figures)


def _listed(texts: list[str]) -> None:
    """Draw texts as a list."""
    st.markdown("\n".join(f"* {text}" for text in texts))
