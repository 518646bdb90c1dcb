"""The board of what must never be: each by itself, how many, for how long, and who."""

from collections.abc import Sequence
from datetime import date

import pandas
import streamlit as st

from data.access import Act
from indicators.engine.declaration import LOCAL_LIMIT, STATUTORY, Indicator
from indicators.figures.disclosure import RECOGNISABLE
from indicators.figures.figure import AGGREGATES
from indicators.figures.never_events import happened, months_running, never_events, those_behind
from pages.kit.frame import contents
from pages.kit.frame.choices import Choices
from pages.kit.frame.reads_noted import note_list
from pages.kit.frame.series import series_of
from pages.kit.indicator.aggregates import what_is_lost
from pages.kit.indicator.figures_download import take_away
from pages.kit.month.lists_kept import rows_kept
from pages.kit.parts.download import offer
from pages.kit.parts.fold import folded
from pages.kit.parts.table import draw_table
from pages.words import wording
from pages.words.series import Series

SHOWN = 6
LONGEST = 100
"""Rows of a list that are shown; the file holds all."""
LIMITS = {STATUTORY: "By law or statutory guidance", LOCAL_LIMIT: "By our own limits"}
OUGHT = {
    STATUTORY: "should never happen, by law or statutory guidance",
    LOCAL_LIMIT: "should never happen, by our own limits",
}
WRONG, RIGHT, UNKNOWN = ":material/error:", ":material/check_circle:", ":material/help:"


def board(chosen: Choices) -> None:
    """Draw what must never be: what there is, by law first, then what there is none of, then what cannot be told."""
    all_series = series_of(chosen, [indicator.id for indicator in never_events(chosen.month)])
    st.markdown("  \n".join(in_a_sentence(limit, of_limit(all_series, limit), chosen.month) for limit in LIMITS))
    what_is_lost(all_series)
    for limit, heading in LIMITS.items():
        happening = [series for series in of_limit(all_series, limit) if how_many(series)]
        if happening:
            st.header(heading, anchor=limit)
        for series in sorted(happening, key=lambda series: -(how_many(series) or 0)):
            with st.container(border=True, key=f"never_{series.indicator.id}"):
                section(chosen, series)
    if none := [series for series in all_series if how_many(series) == 0]:
        st.header("None of these", anchor=False)
        draw_table(
            [
                {"What should never happen": what(series), "Since when": since_when(series), "Limit": whose(series)}
                for series in none
            ],
            "What there is none of",
        )
    if untold := [series for series in all_series if how_many(series) is None]:
        st.header("Not known", anchor=False)
        st.markdown("That nothing is shown here does not say that there is nothing.")
        rows = [
            {"What should never happen": what(series), "Why": wording.plain(series.now.reason)} for series in untold
        ]
        draw_table(rows, "What cannot be told")
    take_away(chosen, "never_events", [series.indicator.id for series in all_series])


def how_many(series: Series) -> float | None:
    """Return how many there are in the month chosen; None where it cannot be told."""
    return happened(series.indicator, series.now)


def of_limit(all_series: Sequence[Series], limit: str) -> list[Series]:
    """Return what should never happen, by law and its guidance, or by the authority's own limits."""
    return [series for series in all_series if series.indicator.argument.limit == limit]


def whose(series: Series) -> str:
    """Say whose limit it is."""
    return series.indicator.argument.limit.capitalize()


def in_a_sentence(limit: str, all_series: Sequence[Series], month: date) -> str:
    """Say how many of the things that must never be are there; they are counted apart and never added up."""
    present, untold = (
        sum(bool(how_many(series)) for series in all_series),
        sum(how_many(series) is None for series in all_series),
    )
    sentence = f"**Of {wording.counted(len(all_series), 'things')} that {OUGHT[limit]}, {present or 'none'}"
    sentence += f" {'is' if present <= 1 else 'are'} there in {wording.month(month)}"
    return sentence + (f"; of {untold} it cannot be told.**" if untold else ".**")


def section(chosen: Choices, series: Series) -> None:
    """Draw one thing that is there: how many, for how long, month by month, and who it is."""
    indicator = series.indicator
    st.subheader(what(series), anchor=indicator.id)
    left, right = st.columns([1, 2], vertical_alignment="center")
    left.metric("Now", wording.plainest(how_many(series) or 0))
    right.markdown(f"{WRONG} **{since_when(series)}**  \n{wording.plain(indicator.argument.why)}")
    draw_table([month_by_month(series)], f"{what(series)}, month by month")
    if note := wording.given(series.now):
        st.caption(f"{note}.")
    if 0 < (how_many(series) or 0) <= RECOGNISABLE:
        st.caption(f"Counts of 1 to {RECOGNISABLE} may let a child be recognised: not for passing on.")
    if chosen.reader.teams_with(Act.LISTS, indicator.service) and series.now.counted_from != AGGREGATES:
        who(chosen, indicator)
    if indicator.service in contents.scripts():
        label = f"{wording.plain(indicator.title)}, with all its months"
        contents.link(contents.INDICATOR, label, id=indicator.id)


def what(series: Series) -> str:
    """Write what must never be, as a heading or a cell."""
    return wording.plain(series.indicator.argument.never)


def since_when(series: Series) -> str:
    """Say for how many months there has been any, or when there was one last."""
    running = months_running(series.indicator, series.figures)
    if running:
        first = wording.month(series.figures[-running].month)
        return f"In every month since {first}." if running > 1 else f"New in {first}."
    last = [figure.month for figure in series.figures if happened(series.indicator, figure)]
    return f"None; the last was in {wording.month(last[-1])}." if last else f"None in {len(series.figures)} months."


def month_by_month(series: Series) -> dict[str, str]:
    """Return the number of each of the last months, newest first, a dash where it is not known."""
    numbers = {figure.month: happened(series.indicator, figure) for figure in reversed(series.last(SHOWN).figures)}
    return {
        wording.unbroken(wording.short_month(month)): wording.NONE if many is None else wording.plainest(many)
        for month, many in numbers.items()
    }


def who(chosen: Choices, indicator: Indicator) -> None:
    """Draw the list of those it is, for whoever may see it, and offer it as a file."""
    behind = rows_kept(chosen.reader, chosen.authority, chosen.month, chosen.revision, indicator.id)
    rows = those_behind(indicator, behind)
    label = f"Who it is: {wording.counted(len(rows), indicator.argument.subjects)}"
    folded(label, f"never_{indicator.id}", lambda: _list(indicator, rows, chosen.month))


def _list(indicator: Indicator, found: pandas.DataFrame, month: date) -> None:
    """Draw the list of those who are there, and offer the whole of it."""
    note_list("never_events", len(found), indicator.id)
    rows = [
        {
            name: wording.plain(str(value or wording.NONE))
            for name, value in zip(("Record", "Child", "Team"), row, strict=True)
        }
        for row in found[["subject", "child_id", "team"]].head(LONGEST).itertuples(index=False)
    ]
    draw_table(rows, f"{indicator.argument.never}: who it is")
    offer(f"never_{indicator.id}_{month:%Y-%m}", lambda: found, "the list")
