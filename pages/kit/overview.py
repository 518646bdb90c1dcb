"""The overview: the headline figures of every service in rows, and what has been published for the month."""

from collections.abc import Mapping, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data.extract import all_extracts
from indicators.catalogue import all_indicators
from indicators.commented import Commented
from indicators.figure import AGGREGATES
from pages.kit import contents, words
from pages.kit.cache import Load, loads_kept
from pages.kit.changing import changing
from pages.kit.choices import Choices
from pages.kit.commentary import reads, signed
from pages.kit.comments import comments_on
from pages.kit.exceptions import exceptions
from pages.kit.given import what_is_lost
from pages.kit.meeting import will_it_meet
from pages.kit.series import Series, finding, series_of
from pages.kit.sparkline import sparkline
from pages.kit.table import draw_table

COLUMNS = [3.3, 2.0, 3.3, 1.8]
YEAR = 13


def headline_rows(chosen: Choices, services: Mapping[str, Sequence[str]]) -> dict[str, DeltaGenerator]:
    """Draw what needs attention, then the headline indicators of each service under a link to its page.

    Returns:
        A spot in each row, by indicator, for what comes after the figures.
    """
    named = [name for names in services.values() for name in names]
    every = {series.indicator.id: series for series in series_of(chosen, named)}
    what_is_lost(list(every.values()))
    exceptions({page: [every[name] for name in names] for page, names in services.items()})
    comments, spots = comments_on(chosen), {}
    for page, names in services.items():
        with st.container(border=True, key=f"rows_{page}", gap="xsmall"):
            with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
                st.header(contents.title_of(page), anchor=False, width="content")
                contents.link(page, f"More on {contents.title_of(page)[0].lower()}{contents.title_of(page)[1:]}")
            for name in names:
                spots[name] = row(every[name], comments.get(name))
    return spots


def row(series: Series, stands: Commented | None) -> DeltaGenerator:
    """Draw one row: what it is, the figure and its counts, how it moved, its target, thirteen months, its comment.

    Returns:
        A spot for what others stood at.
    """
    what, figure, moved, line = st.columns(COLUMNS, vertical_alignment="center")
    indicator, now = series.indicator, series.now
    what.markdown(f"**{words.plain(indicator.title)}**  \n:small[{words.polarity(indicator)}]")
    spot = what.empty()
    with figure.container(gap=None):
        value = words.value(now.unit, now.value)
        st.metric(indicator.title, value, label_visibility="collapsed")
        made_of = (words.counts(indicator, now), words.given(now))
        st.markdown("  \n".join(f":small[{said}]" for said in made_of if said))
    if now.value is None:
        moved.markdown(f":small[{words.plain(now.reason)}]")
        return spot
    changes = [words.change(now, series.ago(months)) for months in (1, 12) if series.ago(months) or months == 1]
    moved.markdown("  \n".join(f":small[{each}]" for each in (changing(series), *changes, will_it_meet(series))))
    last = series.last(YEAR)
    alt = f"{indicator.title}, the last {len(last.figures)} months: {finding(last)}"
    line.markdown(f"![{words.plain(alt)}]({sparkline([each.value for each in last.figures])})")
    if stands is not None:
        st.markdown(f":small[**Comment.** {words.plain(reads(stands))} {words.plain(signed(stands.comment))}.]")
    return spot


def how_fresh(chosen: Choices) -> None:
    """Say when something of the month was last published, and what of it is missing."""
    table = standing_loads(chosen).values()
    if table:
        last = max(load.published_at for load in table)
        st.caption(
            f"Last published {words.moment(last)}. Each line shows the last {YEAR} months, from nought; "
            "a change counts as one only where it is more than chance."
        )
    if missing := missing_extracts(chosen):
        unless = ", unless they were given already counted" if AGGREGATES in standing_loads(chosen) else ""
        st.warning(
            f"Not published for {words.month(chosen.month)}: {words.listed(missing)}. "
            f"Figures that need them show a dash, not a nought{unless}."
        )


def published(chosen: Choices) -> None:
    """List each extract of the month with its load."""
    st.header(f"Published for {words.month(chosen.month)}", anchor=False)
    draw_table(published_table(chosen), f"Extracts published for {words.month(chosen.month)}")


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
    return [each.title for each in all_extracts().values() if each.name in needed and each.name not in standing]


def published_table(chosen: Choices) -> list[dict[str, str]]:
    """Return each extract with when it was published for the month chosen, or that it was not."""
    standing = standing_loads(chosen)
    return [
        {
            "Extract": words.plain(each.title),
            "Published": words.moment(standing[each.name].published_at) if each.name in standing else "Not published",
            "Rows": words.number(standing[each.name].rows) if each.name in standing else words.NONE,
            "Load": str(standing[each.name].load) if each.name in standing else words.NONE,
        }
        for each in all_extracts().values()
    ]
