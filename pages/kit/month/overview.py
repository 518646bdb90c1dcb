"""The overview: the measures of an audience in rows, exceptions first, and what was published for the month."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data.extracts import all_extracts
from indicators.change.comments import Commented
from indicators.engine.catalogue import all_indicators
from indicators.figures.figure import AGGREGATES
from pages.kit.frame import contents
from pages.kit.frame.audience import Audience, seen_by
from pages.kit.frame.cache import Load, loads_kept
from pages.kit.frame.choices import Choices
from pages.kit.frame.series import series_of
from pages.kit.indicator.aggregates import what_is_lost
from pages.kit.indicator.comments import comments_on
from pages.kit.parts.sparkline import sparkline
from pages.kit.parts.table import draw_table
from pages.words import wording
from pages.words.attention import all_told
from pages.words.commentary import reads, signed
from pages.words.exceptions import exceptions_first
from pages.words.series import Series, finding
from pages.words.target_judgement import shortly
from pages.words.trend_judgement import changing

COLUMNS = [3.5, 1.8, 4.1, 2.1, 2.6, 1.4]
YEAR = 13


def headline_rows(chosen: Choices, audience: Audience, spot: DeltaGenerator) -> dict[str, DeltaGenerator]:
    """Draw, in the spot, how many of an audience's measures need attention; then a row for each, the exceptions first.

    Returns:
        A spot in each row, by indicator, for what comes after the figures.
    """
    all_series = exceptions_first(series_of(chosen, seen_by(audience, chosen.reader)))
    comments = comments_on(chosen)
    with spot:
        st.header("What needs attention", anchor=False)
        st.markdown(all_told(all_series))
    what_is_lost(all_series)
    with st.container(border=True, key="headline_rows", gap="xxsmall"):
        return {series.indicator.id: row(series, comments.get(series.indicator.id)) for series in all_series}


def row(series: Series, stands: Commented | None) -> DeltaGenerator:
    """Draw one row: what it is, the figure and its counts, how it moves, its target, thirteen months, its comment.

    Returns:
        A spot for what others stood at.
    """
    indicator, reading = series.indicator, series.now
    with st.container(key=f"row_{indicator.id}", gap=None):
        heading, figure, moved, aimed, others, line = st.columns(COLUMNS, vertical_alignment="center", gap="small")
        with heading.container(gap=None):
            st.markdown(wording.plain(indicator.title))
            contents.link(indicator.service, figure=indicator.title)
        with figure.container(gap=None):
            st.markdown(f"**{wording.value(reading.unit, reading.value)}**")
            made_of = (wording.counts(indicator, reading), wording.given(reading))
            st.caption("  \n".join(part for part in made_of if part))
        with moved.container(gap=None):
            _moved(series)
        aimed.caption(shortly(series) if reading.value is not None else "")
        last = series.last(YEAR)
        alt = f"{indicator.title}, the last {len(last.figures)} months: {finding(last)}"
        line.markdown(f"![{wording.plain(alt)}]({sparkline([figure.value for figure in last.figures])})")
        if stands is not None:
            st.caption(f"**Comment.** {wording.plain(reads(stands))} {wording.plain(signed(stands.comment))}.")
    return others.empty()


def _moved(series: Series) -> None:
    """Say whether a measure is changing and how far it lies from last month and last year, or why it has no figure."""
    if series.now.value is None:
        st.caption(wording.plain(series.now.reason))
        return
    earlier = [series.ago(months) for months in (1, 12) if series.ago(months) or months == 1]
    st.markdown(f":small[{changing(series)}]")
    st.caption(f"{'; '.join(wording.change(series.now, figure) for figure in earlier)}.")


def how_fresh(chosen: Choices) -> None:
    """Say when something of the month was last published."""
    if table := standing_loads(chosen).values():
        last = max(load.published_at for load in table)
        st.caption(
            f"Last published {wording.moment(last)}. Each line shows the last {YEAR} months, from nought; "
            "a change counts as one only where it is more than chance. Neighbours are the median of statistical ones."
        )


def what_is_missing(chosen: Choices) -> None:
    """Say what of the month has not been published."""
    if missing := missing_extracts(chosen):
        unless = ", unless they were given already counted" if AGGREGATES in standing_loads(chosen) else ""
        st.warning(
            f"Not published for {wording.month(chosen.month)}: {wording.listed(missing)}. "
            f"Figures that need them show a dash, not a nought{unless}."
        )


def published(chosen: Choices) -> None:
    """List each extract of the month with its load."""
    st.header(f"Published for {wording.month(chosen.month)}", anchor=False)
    draw_table(published_table(chosen), f"Extracts published for {wording.month(chosen.month)}")


def standing_loads(chosen: Choices) -> dict[str, Load]:
    """Return the loads that stand for the month chosen, by extract."""
    return {
        load.extract: load
        for load in loads_kept(chosen.reader, chosen.revision).values()
        if load.state == "current" and load.authority == chosen.authority and load.month == chosen.month
    }


def missing_extracts(chosen: Choices) -> list[str]:
    """Return the titles of the extracts that figures need and that have not been published for the month chosen."""
    standing = standing_loads(chosen)
    needed = {name for indicator in all_indicators().values() for name in indicator.extracts}
    return [
        extract.title for extract in all_extracts().values() if extract.name in needed and extract.name not in standing
    ]


def published_table(chosen: Choices) -> list[dict[str, str]]:
    """Return each extract with when it was published for the month chosen, or that it was not."""
    standing = standing_loads(chosen)
    return [
        {
            "Extract": wording.plain(extract.title),
            "Published": wording.moment(standing[extract.name].published_at)
            if extract.name in standing
            else "Not published",
            "Rows": wording.number(standing[extract.name].rows) if extract.name in standing else wording.NONE,
            "Load": str(standing[extract.name].load) if extract.name in standing else wording.NONE,
        }
        for extract in all_extracts().values()
    ]
