"""What it would take to reach others' caseload: so many more posts or fewer cases, with a slider to try each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from data.access import Act, Reader
from indicators.comparison.comparison import COUNTED_HERE, Comparison
from indicators.studies.step_down import WITHIN, Closed, closing, held_cases, may_be_told
from indicators.studies.what_it_takes import Caseload, Takes
from pages.kit.benchmarking.comparison import average_named
from pages.kit.frame.address import choice
from pages.kit.frame.choices import Choices
from pages.kit.frame.series import series_of
from pages.kit.frame.session import current_store
from pages.kit.parts.fold import folded
from pages.kit.parts.table import draw_table
from pages.words import wording
from pages.words.figure_range import shown

NONE = "None"
SINCE = {NONE: None, "9 months ago or longer": 9, "6 months ago or longer": 6, "3 months ago or longer": 3, "All": 0}
THERE = "Reached"
CLOSING = "closing"
"""What the address calls the choice of cases to close."""


@dataclass(frozen=True)
class Start:
    """Hold what is started from: a caseload, its day, and whence it is known."""

    day: date
    caseload: Caseload
    whence: str


@st.cache_data(max_entries=50, show_spinner=False)
def kept(reader: Reader, authority: str, month: date, revision: int) -> pd.DataFrame:  # noqa: ARG001 - part of the key
    """Return the cases of a month with the day on which each was stepped down; nobody changes them."""
    return held_cases(current_store(), reader, authority, month)


def what_it_would_take(chosen: Choices, beside: Sequence[Comparison]) -> None:
    """Draw a sentence for each average that ours could reach, sliders to try, and what would be left to do."""
    with st.container(border=True, key="takes_section"):
        st.header("What it would take", anchor="takes")
        start = _start(chosen, beside[0])
        if start is None:
            (series,) = series_of(chosen, ["average_caseload"])
            st.markdown(wording.plain(series.now.reason))
            return
        st.markdown(f"**{opening(chosen.place, start)}**")
        st.markdown("\n".join(f"* {sentence(start.caseload, comparison)}" for comparison in beside))
        st.caption(
            f"Others are of {wording.day(beside[0].as_at)}, ours of {wording.day(start.day)}; they may have moved "
            "since. Either would do by itself. More posts bring the average down only if their holders take cases over."
        )
        try_it = partial(_try, chosen, start, beside)
        folded("Try it: more posts, fewer cases", "caseloads_try", try_it, CLOSING in st.query_params)


def _try(chosen: Choices, start: Start, beside: Sequence[Comparison]) -> None:
    """Draw what can be changed, what that makes of the average, and what would be left to do."""
    closed = _close_stepped_down(chosen, start)
    changed = _slide(closed, start, beside)
    st.markdown(f"**{outcome(start.caseload, changed)}**")
    draw_table(table(changed, beside), "What would be left to reach each average after these changes")


def opening(place: str, start: Start) -> str:
    """Say what is started from."""
    return f"At {wording.day(start.day)} {wording.plain(place)} held {_in_words(start.caseload)}, {start.whence}."


def sentence(caseload: Caseload, found: Comparison) -> str:
    """Say what it takes to reach an average: so many more full-time equivalents, or so many fewer cases."""
    average, theirs = average_named(found), target(found)
    if theirs is None:
        return f"What it takes to reach {average} cannot be told: it is {shown(found.measure, found.average.span)}."
    takes = caseload.to_reach(theirs)
    if not takes.cases:
        return f"{_named(found)}, {wording.number(theirs, 1)}, is reached."
    return f"To reach {average}, {wording.number(theirs, 1)}: **{_posts(takes)} more, or {_cases(takes)} fewer**."


def target(comparison: Comparison) -> float | None:
    """Return an average as it is shown; None where it is not known exactly."""
    if comparison.average.span is None:
        return None
    low, high = comparison.average.span.rounded(comparison.measure.decimals)
    return float(high) if high is not None and low == high else None


def outcome(before: Caseload, after: Caseload) -> str:
    """Say what the changes make of the average."""
    if after == before:
        return "Nothing is changed yet."
    if after.average is None:
        return "Nobody would be left who holds a case."
    return f"Then {_in_words(after)}, instead of {wording.number(before.average or 0, 1)}."


def table(after: Caseload, beside: Sequence[Comparison]) -> list[dict[str, str]]:
    """Return what would be left to do for each average."""
    rows = []
    for comparison in beside:
        theirs = target(comparison)
        takes = None if theirs is None else after.to_reach(theirs)
        rows.append(
            {
                "To reach": wording.plain(_named(comparison)),
                "Theirs": shown(comparison.measure, comparison.average.span),
                "Then still": _still(takes),
            }
        )
    return rows


def stepped_down(closed: Closed, start: Caseload) -> str:
    """Say what closing all stepped-down cases would do."""
    verb = "is held for a child" if closed.cases == 1 else "are held for children"
    return (
        f"{wording.counted(closed.cases, 'cases')} {verb} in need whose child protection plan ended in the last "
        f"{WITHIN} months. Closing all of them would bring the average from {wording.number(start.average or 0, 1)} to "
        f"{wording.number(closed.left.average or 0, 1)}."
    )


def _start(chosen: Choices, comparison: Comparison) -> Start | None:
    """Return what is started from: the month chosen, or where it has no figure, ours on the last day published."""
    (series,) = series_of(chosen, ["average_caseload"])
    if series.now.value is not None and series.now.numerator and series.now.denominator:
        return Start(chosen.month, Caseload(series.now.numerator, series.now.denominator), "as counted here")
    if not comparison.own.numerator or not comparison.own.denominator:
        return None
    whence = "as counted here" if comparison.own.source == COUNTED_HERE else "as DfE published it"
    return Start(comparison.as_at, Caseload(comparison.own.numerator, comparison.own.denominator), whence)


def _close_stepped_down(chosen: Choices, start: Start) -> Closed:
    """Say what closing stepped-down cases would do, and draw the choice of which to close."""
    none = Closed(0, start.caseload)
    if not chosen.reader.may_of(Act.EXACT, "workforce"):
        return none
    rows = kept(chosen.reader, chosen.authority, chosen.month, chosen.revision)
    if start.day != chosen.month or rows.empty:
        st.caption("Stepped-down cases are not known: plans, social workers and allocations of the month are needed.")
        return none
    all_closed = closing(rows, chosen.month, 0)
    if not all_closed.cases or not may_be_told(chosen.reader, all_closed.cases):
        st.caption("No case is known to be held for a child in need whose plan ended, or too few to tell.")
        return none
    st.markdown(stepped_down(all_closed, start.caseload))
    st.caption("Those are on no plan now. Which of them can be closed is for their workers and managers to judge.")
    since = SINCE[choice(st.select_slider, "Close the cases of children in need whose plan ended", SINCE, CLOSING)]
    return none if since is None else closing(rows, chosen.month, since)


def _slide(closed: Closed, start: Start, beside: Sequence[Comparison]) -> Caseload:
    """Draw a slider for posts and one for cases, each as long as the farthest average needs; return what they make."""
    needs = [start.caseload.to_reach(theirs) for comparison in beside if (theirs := target(comparison))]
    posts = max([need.posts for need in needs], default=0) + 10
    cases = max([need.cases for need in needs], default=0) + 50
    left, right = st.columns(2)
    more = left.slider("More full-time equivalents", 0.0, float(round(posts)), 0.0, 0.5, "%.1f", key="more_posts")
    fewer = right.slider("Fewer cases", 0, round(cases), 0, 5, key="fewer_cases")
    return closed.left.with_changes(more, fewer)


def _named(comparison: Comparison) -> str:
    """Name an average at the beginning of a sentence."""
    average = average_named(comparison)
    return f"{average[0].upper()}{average[1:]}"


def _in_words(caseload: Caseload) -> str:
    """Write a caseload: 2,201 cases over 135.4 full-time equivalents, 16.3 each."""
    over = f"{wording.plainest(caseload.cases)} cases over {wording.number(caseload.posts, 1)} full-time equivalents"
    return f"{over}, {wording.number(caseload.average or 0, 1)} each"


def _still(takes: Takes | None) -> str:
    """Write what is left to do."""
    if takes is None:
        return wording.NONE
    return f"{_posts(takes)} more, or {_cases(takes)} fewer" if takes.cases else THERE


def _posts(takes: Takes) -> str:
    """Write so many full-time equivalents."""
    return wording.counted(takes.posts, "full-time equivalents")


def _cases(takes: Takes) -> str:
    """Write so many cases."""
    return wording.counted(takes.cases, "cases")
