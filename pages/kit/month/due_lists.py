"""Who is late or falls due, by measure: a list to work through, the longest late first."""

from collections.abc import Sequence
from datetime import date

import pandas
import streamlit as st

from indicators.engine.catalogue import indicator_called
from indicators.figures.due_soon import Due
from pages.kit.frame.address import choice
from pages.kit.frame.reads_noted import note_list
from pages.kit.month.due_urgency import late_and_ahead, of_team
from pages.kit.parts.download import offer
from pages.kit.parts.fold import folded
from pages.kit.parts.table import draw_table
from pages.words import wording

LONGEST = 100
"""Rows of a list that are shown; the file holds all."""


def draw_lists(month: date, rows: dict[str, list[Due]], urgent: Sequence[str], within: int) -> None:
    """Offer the list of one measure, the most urgent unless another is chosen: who is late or falls due."""
    listed = {name: [due for part in late_and_ahead(rows[name], month, within) for due in part] for name in urgent}
    names = [name for name in urgent if listed[name]]
    if not names:
        return

    def draw() -> None:
        name = choice(st.selectbox, "Measure", names, "of", format_func=lambda name: indicator_called(name).title)
        who(name, sorted(listed[name], key=lambda due: due.due_on), month)

    folded("Who it is, by measure", "due_lists", draw)


def who(name: str, listed: Sequence[Due], month: date) -> None:
    """Draw the list of who is late or falls due, the longest late first, and offer the whole of it."""
    title = indicator_called(name).title
    note_list("due_soon", len(listed), name)
    draw_table([row(due) for due in listed[:LONGEST]], f"{title}: who is late or falls due")
    if len(listed) > LONGEST:
        st.caption(f"The first {LONGEST} of {wording.number(len(listed))}. The file has them all.")
    offer(f"due_{name}_{month:%Y-%m}", lambda: pandas.DataFrame([due.to_json() for due in listed]), "the list")


def row(due: Due) -> dict[str, str]:
    """Return one line of the list: who, of which team, when it falls or fell due."""
    cells = {"Child": wording.plain(due.child_id or wording.NONE)}
    if due.subject != due.child_id:
        cells["Record"] = wording.plain(due.subject)
    days = (due.due_on - due.month).days
    state = f"Late, by {wording.counted(-days, 'days')}" if due.late else f"In {wording.counted(max(days, 0), 'days')}"
    return {
        **cells,
        "Team": wording.plain(of_team(due)),
        "Due on": wording.day(due.due_on),
        f"On {wording.day(due.month)}": state,
    }
