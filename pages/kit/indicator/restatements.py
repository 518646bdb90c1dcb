"""Figures as they were known on a past day, beside what they are now: what was restated since, and what was not."""

from datetime import date, datetime

import streamlit as st

from indicators.change.moved_figures import Moved, moved
from indicators.engine.catalogue import all_indicators
from pages.kit.frame.cache import figures_known, loads_kept, restated_kept
from pages.kit.frame.choices import Choices
from pages.kit.parts.figures_before_and_after import draw_moved_figures
from pages.kit.parts.fold import folded_table
from pages.words import wording
from pages.words.restatements import table

HOW_TOLD = (
    "Recorded late is what is there only in a later file, or was blank in the one before; corrected is what was "
    "altered or taken out."
)


def since_first_reported(chosen: Choices) -> None:
    """Draw the ledger of the month chosen: each figure that is not what was first reported, step by step, and why."""
    st.header("Restated since first reported", anchor=False)
    ids = tuple(all_indicators())
    restatements = restated_kept(chosen.reader, chosen.authority, (chosen.month,), chosen.revision, ids)
    month = wording.month(chosen.month)
    if not restatements:
        st.markdown(f"**No figure of {month} was restated:** each is what was first reported.")
        return
    st.markdown(f"**{len(restatements)} of {len(ids)} figures of {month} are not what was first reported.** {HOW_TOLD}")
    folded_table(
        "step by step", "restated_steps", lambda: table(restatements), f"Restated figures of {month}", "restated"
    )


def as_it_was_known(chosen: Choices) -> None:
    """Draw the figures of the month chosen as known at the end of a day, and now."""
    st.header("As it was known on a day", anchor=False)
    st.markdown(
        f"The figures of {wording.month(chosen.month)} as they stood at the end of a day. The answer for a past day "
        "never changes, whatever is published, undone or brought back later."
    )
    today = datetime.now(wording.LONDON).date()
    key = f"known_on_{chosen.authority}_{chosen.month:%Y-%m}"
    first = min(first_published(chosen), today)
    day = st.date_input("As known on", first, max_value=today, format="DD/MM/YYYY", key=key, width=220)
    if isinstance(day, date):
        _compare(chosen, day)


def first_published(chosen: Choices) -> date:
    """Return the day on which the month chosen was first published."""
    loads = loads_kept(chosen.reader, chosen.revision).values()
    mine = [load for load in loads if load.authority == chosen.authority and load.month == chosen.month]
    return min(load.published_at for load in mine).date() if mine else chosen.month


def restated(chosen: Choices, day: date) -> tuple[list[Moved], int]:
    """Return the figures that are other now than they were known to be on a day, and how many there are in all."""
    arguments = (chosen.reader, chosen.authority, chosen.month, chosen.revision)
    then, latest = figures_known(*arguments, day), figures_known(*arguments, None)
    return moved(then, latest), len(latest)


def _compare(chosen: Choices, day: date) -> None:
    """Draw what was restated since a day."""
    restated_figures, number = restated(chosen, day)
    month, when = wording.month(chosen.month), wording.day(day)
    if not restated_figures:
        st.markdown(f"**No figure of {month} was restated since {when}:** all {number} are what they were.")
        return
    st.markdown(
        f"**{len(restated_figures)} of {number} figures of {month} are other now than they were known on {when}.**"
    )
    draw_moved_figures(restated_figures, f"Known on {when}", "Now", f"Figures of {month}, then and now")
