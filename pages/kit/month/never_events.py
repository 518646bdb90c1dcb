"""The board of what must never be: each by itself, how many, for how long, and who."""

from collections.abc import Sequence
from datetime import date

import pandas
import streamlit as st

from indicators.engine.declaration import LOCAL_LIMIT, STATUTORY, Indicator
from indicators.figures.disclosure import RECOGNISABLE
from indicators.figures.figure import AGGREGATES
from indicators.figures.measured_figures import rows_behind
from indicators.figures.never_events import happened, months_running, never_events, those_behind
from pages.kit.frame import contents
from pages.kit.frame.choices import Choices
from pages.kit.frame.series import series_of
from pages.kit.frame.session import current_store
from pages.kit.indicator.aggregates import what_is_lost
from pages.kit.indicator.figures_download import take_away
from pages.kit.parts.download import offer
from pages.kit.parts.fold import folded
from pages.kit.parts.table import draw_table
from pages.words import wording
from pages.words.series import Series

SHOWN = 6
LONGEST = 100
"""Rows of a list that are shown; the file holds all."""
LIMITS = {STATUTORY: "By law or statutory guidance", LOCAL_LIMIT: "By our own limits"}
OUGHT = {STATUTORY: "must never be by law or statutory guidance", LOCAL_LIMIT: "must never be by our own limits"}
WRONG, RIGHT, UNKNOWN = ":material/error:", ":material/check_circle:", ":material/help:"


def board(now: Choices) -> None:
    """Draw what must never be: what there is, by law first, then what there is none of, then what cannot be told."""
    every = series_of(now, [each.id for each in never_events() if now.reader.may_see_service(each.service)])
    st.markdown("  \n".join(in_a_sentence(limit, of_limit(every, limit), now.month) for limit in LIMITS))
    what_is_lost(every)
    for limit, said in LIMITS.items():
        there = [each for each in of_limit(every, limit) if how_many(each)]
        if there:
            st.header(said, anchor=limit)
        for series in sorted(there, key=lambda each: -(how_many(each) or 0)):
            with st.container(border=True, key=f"never_{series.indicator.id}"):
                section(now, series)
    if none := [each for each in every if how_many(each) == 0]:
        st.header("None of these", anchor=False)
        draw_table(
            [{"What must never be": what(each), "Since when": since_when(each), "Limit": whose(each)} for each in none],
            "What there is none of",
        )
    if untold := [each for each in every if how_many(each) is None]:
        st.header("Not known", anchor=False)
        st.markdown("That nothing is shown here does not say that there is nothing.")
        rows = [{"What must never be": what(each), "Why": wording.plain(each.now.reason)} for each in untold]
        draw_table(rows, "What cannot be told")
    take_away(now, "never_events", [each.indicator.id for each in every])


def how_many(series: Series) -> float | None:
    """Return how many there are in the month chosen; None where it cannot be told."""
    return happened(series.indicator, series.now)


def of_limit(every: Sequence[Series], limit: str) -> list[Series]:
    """Return what must never be by law and its guidance, or by the authority's own limits."""
    return [each for each in every if each.indicator.argument.limit == limit]


def whose(series: Series) -> str:
    """Say whose limit it is."""
    return series.indicator.argument.limit.capitalize()


def in_a_sentence(limit: str, every: Sequence[Series], month: date) -> str:
    """Say how many of the things that must never be are there; they are counted apart and never added up."""
    there, untold = (sum(bool(how_many(each)) for each in every), sum(how_many(each) is None for each in every))
    said = f"**Of {wording.counted(len(every), 'things')} that {OUGHT[limit]}, {there or 'none'}"
    said += f" {'is' if there <= 1 else 'are'} there in {wording.month(month)}"
    return said + (f"; of {untold} it cannot be told.**" if untold else ".**")


def section(now: Choices, series: Series) -> None:
    """Draw one thing that is there: how many, for how long, month by month, and who it is."""
    indicator = series.indicator
    st.subheader(what(series), anchor=indicator.id)
    left, right = st.columns([1, 2], vertical_alignment="center")
    left.metric("Now", wording.plainest(how_many(series) or 0))
    right.markdown(f"{WRONG} **{since_when(series)}**  \n{wording.plain(indicator.argument.why)}")
    draw_table([month_by_month(series)], f"{what(series)}, month by month")
    if given := wording.given(series.now):
        st.caption(f"{given}.")
    if 0 < (how_many(series) or 0) <= RECOGNISABLE:
        st.caption(f"Counts of 1 to {RECOGNISABLE} may let a child be recognised: not for passing on.")
    if now.reader.sees_small_numbers and series.now.counted_from != AGGREGATES:
        who(now, indicator)
    if indicator.service in contents.scripts():
        label = f"{wording.plain(indicator.title)}, with all its months"
        contents.link(indicator.service, label, figure=indicator.title)


def what(series: Series) -> str:
    """Write what must never be, as a heading or a cell."""
    return wording.plain(series.indicator.argument.never)


def since_when(series: Series) -> str:
    """Say for how many months there has been any, or when there was one last."""
    running = months_running(series.indicator, series.figures)
    if running:
        first = wording.month(series.figures[-running].month)
        return f"In every month since {first}." if running > 1 else f"New in {first}."
    last = [each.month for each in series.figures if happened(series.indicator, each)]
    return f"None; the last was in {wording.month(last[-1])}." if last else f"None in {len(series.figures)} months."


def month_by_month(series: Series) -> dict[str, str]:
    """Return the number of each of the last months, newest first, a dash where it is not known."""
    numbers = {figure.month: happened(series.indicator, figure) for figure in reversed(series.last(SHOWN).figures)}
    return {
        wording.unbroken(wording.short_month(month)): wording.NONE if many is None else wording.plainest(many)
        for month, many in numbers.items()
    }


def who(now: Choices, indicator: Indicator) -> None:
    """Draw the list of those it is, for whoever may see it, and offer it as a file."""
    behind = rows_behind(current_store(), now.reader, indicator, now.authority, now.month)
    found = those_behind(indicator, behind)
    label = f"Who it is: {wording.counted(len(found), indicator.argument.subjects)}"
    folded(label, f"never_{indicator.id}", lambda: _list(indicator, found, now.month))


def _list(indicator: Indicator, found: pandas.DataFrame, month: date) -> None:
    """Draw the list of those who are there, and offer the whole of it."""
    rows = [
        {
            name: wording.plain(str(value or wording.NONE))
            for name, value in zip(("Record", "Child", "Team"), each, strict=True)
        }
        for each in found[["subject", "child_id", "team"]].head(LONGEST).itertuples(index=False)
    ]
    draw_table(rows, f"{indicator.argument.never}: who it is")
    offer(f"never_{indicator.id}_{month:%Y-%m}", lambda: found, "the list")
