"""Undoing a publication, and redoing it: all that was published at once by one form, or a single load of it."""

from collections.abc import Callable, Sequence
from itertools import groupby

import streamlit as st

from data.access import Act
from data.errors import Mendable
from data.ledger.loads import restore, restore_together, withdraw, withdraw_together
from indicators.change.month_readings import read_ahead
from pages.kit.frame.cache import Load
from pages.kit.frame.choices import Choices
from pages.kit.frame.session import current_store, reading
from pages.kit.history.loads import loads_of, title_of
from pages.words import wording

WHY = "Why; kept for ever"
Choice = tuple[int, bool]
"""The number of a load, and whether all that was published at once with it is meant."""


def undo(chosen: Choices | None) -> None:
    """Draw the way to undo a publication: its loads are withdrawn, and what they superseded stands again."""
    loads = [load for load in loads_of(chosen) if load.state != "withdrawn"]
    if not loads or not reading().may(Act.PUBLISH):
        return
    with st.expander("Undo a publication"):
        st.markdown("What it had superseded stands again at once. The loads stay in the history, with your reason.")
        _turn("withdraw", (withdraw, withdraw_together), "Undo", loads)


def redo(chosen: Choices | None) -> None:
    """Draw the way to redo what was undone: the loads are restored."""
    loads = [load for load in loads_of(chosen) if load.state == "withdrawn"]
    if loads and reading().may(Act.PUBLISH):
        with st.expander(f"Redo what was undone ({len(loads)})"):
            st.markdown("It stands again, unless its month was published since. Both turns stay in the history.")
            _turn("restore", (restore, restore_together), "Redo", loads)


def choices_of(loads: Sequence[Load]) -> dict[Choice, str]:
    """Name what may be turned: first what was published at once, then each load by itself, unless it is superseded."""
    whole = {}
    for _, together in groupby(sorted(loads, key=_at_once, reverse=True), key=_at_once):
        published = list(together)
        if len(published) > 1 and any(load.state != "superseded" for load in published):
            whole[published[0].load, True] = _named_whole(published)
    return whole | {(load.load, False): _named(load) for load in loads if load.state != "superseded"}


def _turn(what: str, turns: tuple[Callable, Callable], label: str, loads: Sequence[Load]) -> None:
    """Draw the form that withdraws loads, or restores them; `turns` are the ways to do so with one, and with many."""
    authorities = {load.load: load.authority for load in loads}
    labels = choices_of(loads)
    turns_done = st.session_state.get(f"{what}_done", 0)
    suffix = f"_{turns_done}" if turns_done else ""
    with st.form(what, border=False):
        choice = st.selectbox("Which", list(labels), None, labels.__getitem__, key=f"{what}_load{suffix}")
        why = st.text_input(WHY, key=f"{what}_why{suffix}", max_chars=300)
        if not st.form_submit_button(f"{label} this publication", type="primary"):
            return
    if choice is None:
        st.error("Choose which.")
        return
    load, together = choice
    if _done(turns[together], load, why, authorities[load]):
        st.session_state[f"{what}_done"] = turns_done + 1  # only now is what was typed forgotten
        st.toast(f"{label} done: {wording.plain(labels[choice])}", icon=":material/check:")
        st.rerun()


def undo_at_once(load: Load) -> None:
    """Offer to undo all that was published at once with a load; only the reason is asked, and once."""
    with st.expander("Undo this publication"), st.form("undo_this", border=False):
        why = st.text_input(WHY, key=f"undo_this_{load.load}", max_chars=300)
        if st.form_submit_button("Undo it", type="primary") and _done(
            withdraw_together, load.load, why, load.authority
        ):
            st.rerun()


def _done(turn: Callable, load: int, why: str, authority: str) -> bool:
    """Withdraw or restore, and read the authority's months anew; where it is refused, say why and tell so."""
    try:
        turn(current_store(), reading(), load, why)
    except Mendable as wrong:
        st.error(wording.plain(str(wrong)))
        return False
    bar = st.progress(0.0, "Reading anew")
    read_ahead(current_store(), reading(), authority, lambda step, done: bar.progress(done, step))
    return True


def _at_once(load: Load) -> tuple:
    """Return what loads have in common that were published at once and, where they are withdrawn, withdrawn at once."""
    undone_at = load.turned_at if load.state == "withdrawn" and load.turned_at else load.published_at
    return load.published_at, load.authority, load.published_by, undone_at


def _named_whole(loads: Sequence[Load]) -> str:
    """Name all that was published at once: of which months, how much, when and by whom."""
    months = sorted({load.month for load in loads})
    which = wording.month(months[-1])
    if len(months) > 1:
        which = f"{wording.month(months[0])} to {which}"
    extracts = wording.counted(len({load.extract for load in loads}), "extracts")
    when = f"published together {wording.moment(loads[0].published_at)} by {loads[0].published_by}"
    return f"{which}, all {extracts} {when} ({len(loads)} loads)"


def _named(load: Load) -> str:
    """Name a load for choosing."""
    which = f"{wording.month(load.month)}, {title_of(load.extract)}, version {load.version}"
    return f"{which}, published {wording.moment(load.published_at)} (load {load.load})"
