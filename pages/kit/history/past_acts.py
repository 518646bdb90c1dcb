"""What happened last: the latest acts of the log, one line each."""

from collections.abc import Mapping

import streamlit as st

from data.ledger.acts import PastAct, latest_acts
from data.ledger.deeds import Deed
from pages.kit.frame.session import current_store, reading
from pages.kit.parts.table import draw_table
from pages.words import wording

LINES = 6
OF_LOADS: Mapping[str, str] = {Deed.PUBLISHED: "Published", Deed.UNDONE: "Undone", Deed.REDONE: "Brought back"}
OF_NO_LOAD: Mapping[str, str] = {
    Deed.TARGET: "A target kept or ended",
    Deed.EVENT: "An event kept or taken back",
    Deed.PLAN: "The action plan changed",
    Deed.BENCHMARKS: "Published figures of DfE loaded",
    Deed.NEIGHBOURS: "A list of neighbours loaded",
    Deed.GROUP: "A group of authorities kept",
    Deed.EXCHANGE: "Figures of another authority received",
}


def what_happened_last() -> None:
    """Draw the latest acts, the last first; nothing in a house in which nothing was done yet."""
    acts = latest_acts(current_store(), reading(), LINES)
    if not acts:
        return
    st.header("What happened last", anchor=False)
    draw_table(
        [
            {
                "When": wording.unbroken(wording.moment(act.happened_at)),
                "What": what_was_done(act),
                "By": wording.plain(act.who),
            }
            for act in acts
        ],
        "What happened last, the latest first",
    )


def what_was_done(act: PastAct) -> str:
    """Say what was done: Published, 31 extracts of October 2026, 45,123 rows."""
    if act.first is None or act.last is None:
        return OF_NO_LOAD.get(act.what, act.what.capitalize())
    first, last = wording.month(act.first), wording.month(act.last)
    months = first if first == last else f"{first} to {last}"
    extracts, rows = wording.counted(act.extracts, "extracts"), wording.counted(act.rows, "rows")
    return f"{OF_LOADS[act.what]}: {extracts} of {months}, {rows}"
