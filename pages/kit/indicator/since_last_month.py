"""What changed since last month: five sentences, each with the way to who is behind it, and how numbers came about."""

from collections.abc import Sequence
from datetime import date
from functools import partial

import pandas
import streamlit as st

from data.access import Reader
from data.months import month_end_before
from indicators.change.bridge import KIND, TEAM
from indicators.change.entries_and_exits import Subject
from indicators.change.month_readings import changed_read
from indicators.change.what_changed import Changed, the_few
from indicators.engine.catalogue import indicator_called
from indicators.engine.stock import parts_of
from indicators.figures.breakdown import NOT_KNOWN
from pages.kit.frame import contents
from pages.kit.frame.choices import Choices
from pages.kit.frame.session import current_store
from pages.kit.parts.download import offer
from pages.kit.parts.fold import folded
from pages.kit.parts.table import draw_table
from pages.words import wording
from pages.words.what_changed import bridge_table, sentence

COLUMNS = [5, 1.3]
LONGEST = 100
"""Rows of a list that are shown; the file holds all."""
RANKED = (
    "The numbers of children come first, then what stands out most from chance alone. Whether a figure is changing by "
    "more than chance is said beside its trend."
)


@st.cache_data(max_entries=50, show_spinner="Setting two months side by side…")
def changed_kept(
    reader: Reader,
    authority: str,
    month: date,
    revision: int,  # noqa: ARG001 - part of the key
    indicators: tuple[str, ...],
) -> list[Changed]:
    """Return what became of indicators since the month before."""
    return changed_read(current_store(), reader, [indicator_called(name) for name in indicators], authority, month)


def since_last_month(now: Choices, names: Sequence[str]) -> None:
    """Draw what changed between the month before and the one chosen, of indicators by id."""
    changed = changed_kept(now.reader, now.authority, now.month, now.revision, tuple(names))
    with st.container(border=True, key="since_last_month", gap="small"):
        st.header(_headed(now), anchor="since_last_month")
        _sentences(now, changed)
        for each in changed:
            if each.since and not each.since.reason:
                title = f"How the number came about: {wording.within(each.indicator.title)}"
                folded(title, f"bridge_{each.indicator.id}", partial(_bridge, each))
        if changed:
            folded("Who it is", "who_changed", partial(_who, the_few(changed), f"changed_{now.month:%Y-%m}"))


def in_short(now: Choices, names: Sequence[str]) -> None:
    """Offer the sentences alone behind a click, so that a page of many figures waits for none of them."""
    asked = now.reader, now.authority, now.month, now.revision, tuple(names)
    folded(_headed(now), "since_last_month", lambda: _sentences(now, changed_kept(*asked)))


def _headed(now: Choices) -> str:
    """Name the month that is compared with."""
    return f"What changed since {wording.month(month_end_before(now.month))}"


def _sentences(now: Choices, changed: Sequence[Changed]) -> None:
    """Draw the few sentences, or say that there are none."""
    for each in the_few(changed):
        _one(now, each)
    none = f"There is no figure here for both {wording.month(now.month)} and the month before."
    st.caption(RANKED if changed else none)


def _one(now: Choices, changed: Changed) -> None:
    """Draw one sentence and the way to the rows behind it."""
    title, told = sentence(changed, now.reader).split(": ", 1)
    what, way = st.columns(COLUMNS, vertical_alignment="center")
    what.markdown(f"**{wording.plain(title)}:** {wording.plain(told)}")
    with way:
        contents.link("behind", "What lies behind it", figure=changed.indicator.title)


def _bridge(changed: Changed) -> None:
    """Draw how a number came from one month end to the next, by team and by kind."""
    assert changed.since is not None
    if not changed.since.corrected:
        st.markdown(
            "The month's rows do not reach back to the month end before: what was put in later counts as started."
        )
    title = changed.indicator.title
    draw_table(bridge_table(changed, TEAM, "Team"), f"{title}: how the number came about, by team")
    kind = parts_of(changed.indicator.argument.stock)[1]
    if kind:
        named = kind.replace("_", " ").capitalize()
        draw_table(bridge_table(changed, KIND, named), f"{title}: how the number came about, by {named.lower()}")
    st.caption(
        "The number at the end of the month before, with those who started, were put in later or moved in, without "
        "those who ended, were taken out or moved out, is the number now. Put in later and taken out: the records of "
        "the month before have been mended since."
    )


def _who(told: Sequence[Changed], name: str) -> None:
    """List the subjects behind the sentences."""
    rows = [_row(each, one) for each in told for one in each.who]
    draw_table(rows[:LONGEST], "Who is behind what changed")
    if len(rows) > LONGEST:
        st.caption(f"The first {LONGEST} of {wording.number(len(rows))}. The file has them all.")
    offer(
        name, lambda: pandas.DataFrame([{key: wording.unformatted(cell) for key, cell in row.items()} for row in rows])
    )


def _row(changed: Changed, one: Subject) -> dict[str, str]:
    """Write one line of the list."""
    return {
        "Figure": wording.plain(changed.indicator.title),
        "Child": wording.plain(one.child_id or wording.NONE),
        "Record": wording.plain(one.subject) if one.subject != one.child_id else wording.NONE,
        "Team": wording.plain(one.team or NOT_KNOWN),
        "What": one.what,
    }
