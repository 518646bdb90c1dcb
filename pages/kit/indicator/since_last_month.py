"""What changed since last month: five sentences, each with the way to who is behind it, and how numbers came about."""

from collections.abc import Sequence
from datetime import date
from functools import partial

import streamlit as st

from data.access import Act, Reader
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
from pages.kit.frame.reads_noted import note_list
from pages.kit.frame.series import series_of
from pages.kit.frame.session import current_store
from pages.kit.parts.download import offer_table
from pages.kit.parts.fold import folded
from pages.kit.parts.table import draw_table
from pages.words import wording
from pages.words.exceptions import changing_most, ids_of
from pages.words.what_changed import bridge_table, sentence

COLUMNS = [5, 1.3]
LONGEST = 100
"""Rows of a list that are shown; the file holds all."""
RANKED = (
    "What changes by more than chance comes first, then what stands out most between the two months. Whether that is "
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


def since_last_month(chosen: Choices, names: Sequence[str]) -> None:
    """Draw what changed between the month before and the one chosen, of indicators by id, and who is behind it."""
    changed = changed_kept(chosen.reader, chosen.authority, chosen.month, chosen.revision, tuple(names))
    few = _few(chosen, changed)
    _sentences(chosen, few)
    for change in changed:
        if change.since and not change.since.reason:
            title = f"How the number came about: {wording.within(change.indicator.title)}"
            folded(title, f"bridge_{change.indicator.id}", partial(_bridge, change))
    if changed:
        folded("Who it is", "who_changed", partial(_who, few, f"changed_{chosen.month:%Y-%m}"))


def folded_away(chosen: Choices, names: Sequence[str]) -> None:
    """Offer the same behind a click, so that a page of many figures waits for none, to whoever may see who it is."""
    if chosen.reader.may(Act.ROWS):
        folded(_headed(chosen), "since_last_month", lambda: since_last_month(chosen, names))


def in_short(chosen: Choices, names: Sequence[str]) -> None:
    """Offer the sentences alone behind a click, to whoever may see who it is."""
    if not chosen.reader.may(Act.ROWS):
        return
    arguments = chosen.reader, chosen.authority, chosen.month, chosen.revision, tuple(names)
    folded(_headed(chosen), "since_last_month", lambda: _sentences(chosen, _few(chosen, changed_kept(*arguments))))


def _headed(chosen: Choices) -> str:
    """Name the month that is compared with."""
    return f"What changed since {wording.month(month_end_before(chosen.month))}"


def _few(chosen: Choices, changed: Sequence[Changed]) -> list[Changed]:
    """Return the few changes that are told, those of a trend that changes by more than chance first."""
    return the_few(changed, ids_of(changing_most(series_of(chosen, [change.indicator.id for change in changed]))))


def _sentences(chosen: Choices, few: Sequence[Changed]) -> None:
    """Draw the few sentences, or say that there are none."""
    for change in few:
        _one(chosen, change)
    none = f"Of nothing here is there a figure of {wording.month(chosen.month)} that differs from the month before."
    st.caption(RANKED if few else none)


def _one(chosen: Choices, changed: Changed) -> None:
    """Draw one sentence and the way to the rows behind it."""
    title, words = sentence(changed, chosen.reader).split(": ", 1)
    spot, way = st.columns(COLUMNS, vertical_alignment="center")
    spot.markdown(f"**{wording.plain(title)}:** {wording.plain(words)}")
    with way:
        contents.link("behind", "Who is counted", figure=changed.indicator.title)


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
        heading = kind.replace("_", " ").capitalize()
        draw_table(bridge_table(changed, KIND, heading), f"{title}: how the number came about, by {heading.lower()}")
    st.caption(
        "The number at the end of the month before, with those who started, were put in later or moved in, without "
        "those who ended, were taken out or moved out, is the number now. Put in later and taken out: the records of "
        "the month before have been mended since."
    )


def _who(changes: Sequence[Changed], name: str) -> None:
    """List the subjects behind the sentences."""
    rows = [_row(change, one) for change in changes for one in change.who]
    note_list("since_last_month", len(rows))
    draw_table(rows[:LONGEST], "Who is behind what changed")
    if len(rows) > LONGEST:
        st.caption(f"The first {LONGEST} of {wording.number(len(rows))}. The file has them all.")
    offer_table(name, rows)


def _row(changed: Changed, one: Subject) -> dict[str, str]:
    """Write one line of the list."""
    return {
        "Figure": wording.plain(changed.indicator.title),
        "Child": wording.plain(one.child_id or wording.NONE),
        "Record": wording.plain(one.subject) if one.subject != one.child_id else wording.NONE,
        "Team": wording.plain(one.team or NOT_KNOWN),
        "What": one.what,
    }
