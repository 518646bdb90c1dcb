"""The history of loads: what was published, by whom, and what became of it; taking one back, and bringing it back."""

from collections.abc import Callable

import streamlit as st

from data.errors import Mendable
from data.extract import all_extracts
from data.ledger import restore, revision, withdraw
from pages.kit import words
from pages.kit.cache import Load, loads_kept
from pages.kit.house import house, reading
from pages.kit.table import draw_table

NEWEST = 14


def history_of_loads() -> None:
    """Draw the newest loads, the earlier ones behind a click, and the way to withdraw one."""
    loads = list(loads_kept(reading(), revision(house(), reading())).values())
    st.header("History of loads", anchor=False)
    if not loads:
        st.markdown("Nothing has been published yet.")
        return
    st.markdown(
        "A load is one extract of one month, as published once. Publishing the month again supersedes it; withdrawing "
        "hides it, and restoring brings it back. Nothing is deleted."
    )
    draw_table([_row(load) for load in loads[:NEWEST]], "The newest loads")
    if len(loads) > NEWEST:
        with st.expander(f"Earlier loads ({words.number(len(loads) - NEWEST)})"):
            draw_table([_row(load) for load in loads[NEWEST:]], "Earlier loads")
    with st.expander("Withdraw a load"):
        st.markdown("What the load had superseded stands again. The load stays in the history with your reason.")
        _turn("withdraw", withdraw, "withdrawn", [load for load in loads if load.state != "withdrawn"])
    withdrawn = [load for load in loads if load.state == "withdrawn"]
    if withdrawn:
        with st.expander("Restore a withdrawn load"):
            st.markdown("The load stands again, unless its month was published since. Both turns stay in the history.")
            _turn("restore", restore, "restored", withdrawn)


def _row(load: Load) -> dict[str, str]:
    """Write a load as a row of words."""
    why = f": {words.plain(load.why)}" if load.why else ""
    return {
        "Load": str(load.load),
        "Month": words.unbroken(words.short_month(load.month)),
        "Extract": words.plain(_title(load.extract)),
        "State": f"{load.state.capitalize()}{why}",
        "Published": words.unbroken(words.moment(load.published_at)),
        "By": words.plain(load.published_by),
        "Rows": words.number(load.rows),
        "Reason given": words.plain(load.reason) or words.NONE,
    }


def _turn(what: str, turn: Callable, done: str, loads: list[Load]) -> None:
    """Draw the form that withdraws a load, or restores one."""
    named = {load.load: f"{load.load}: {_title(load.extract)}, {words.month(load.month)}" for load in loads}
    with st.form(what, border=False, clear_on_submit=True):
        number = st.selectbox("Load", list(named), None, named.__getitem__, key=f"{what}_load")
        why = st.text_input(f"Why it is {done}", key=f"{what}_why", max_chars=300)
        if not st.form_submit_button(f"{what.capitalize()} this load"):
            return
    if number is None:
        st.error("Choose a load.")
        return
    try:
        turn(house(), reading(), number, why)
    except Mendable as wrong:
        st.error(words.plain(str(wrong)))
        return
    st.rerun()


def _title(extract: str) -> str:
    """Return the title of an extract, or its name where it is declared no more."""
    return all_extracts()[extract].title if extract in all_extracts() else extract
