"""The action plan: what is overdue, and for each recommendation its actions and the figure they should move."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

import streamlit as st

from data.codes import PROGRESS
from indicators.engine.catalogue import all_indicators
from indicators.studies.action_plan import BEFORE, Action, Moved, actions_of, moved_since
from pages.kit.frame import contents
from pages.kit.frame.choices import Choices
from pages.kit.frame.series import series_of
from pages.kit.frame.session import current_store
from pages.kit.parts.download import offer_table
from pages.kit.parts.table import draw_table
from pages.words import wording
from pages.words.series import Series, finding
from pages.words.trend_judgement import NAMES, changing

SAID = {**NAMES, BEFORE: "Changing since before"}


def action_plan(now: Choices) -> None:
    """Draw the actions of the month chosen, by recommendation."""
    held = actions_of(current_store(), now.reader, now.authority, now.month)
    if not held:
        st.markdown(f"No action plan was published for {wording.month(now.month)}.")
        contents.link("upload")
        return
    st.markdown(f"**{in_a_sentence(held, now.month)}**")
    st.caption("That a figure moved after an action was agreed does not show that the action moved it.")
    known = sorted({each.indicator for each in held if each.indicator in all_indicators()})
    drawn = {each.indicator.id: each for each in series_of(now, known)}
    for recommendation, actions in groupby(held, key=lambda each: each.recommendation):
        with st.container(border=True, key=f"recommendation_{recommendation}"):
            section(recommendation, list(actions), drawn, now.month)
    whole = [
        {"Recommendation": each.recommendation, **row(each, drawn.get(each.indicator), now.month)} for each in held
    ]
    offer_table(f"action_plan_{now.month:%Y-%m}", whole)


def section(recommendation: str, actions: Sequence[Action], drawn: dict[str, Series], month: date) -> None:
    """Draw one recommendation: the figures it should move, and its actions."""
    st.header(f"Recommendation {wording.plain(recommendation)}", anchor=f"recommendation-{recommendation}")
    for name in dict.fromkeys(each.indicator for each in actions):
        st.markdown(should_move(name, drawn.get(name)))
    rows = [row(each, drawn.get(each.indicator), month) for each in actions]
    draw_table(rows, f"Actions upon recommendation {recommendation}")


def in_a_sentence(held: Sequence[Action], month: date) -> str:
    """Say how many actions are not done, and how many of them are overdue."""
    left = [each for each in held if not each.is_done(month)]
    late = sum(each.overdue(month) for each in left)
    overdue = "none is overdue" if not late else f"{late} {'is' if late == 1 else 'are'} overdue"
    if not left:
        return f"All {wording.counted(len(held), 'actions')} are done."
    done = len(held) - len(left)
    return (
        f"Of {wording.counted(len(left), 'actions')} that {'is' if len(left) == 1 else 'are'} not done, {overdue}; "
        + (f"{done} {'was' if done == 1 else 'were'} done in the last 12 months.")
    )


def should_move(name: str, series: Series | None) -> str:
    """Say which figure a recommendation should move, and what that does now."""
    if not name:
        return "No figure was named that should move."
    if series is None:
        return f"“{wording.plain(name)}” is named as what should move, and is no figure here: see Definitions."
    return f"**{wording.plain(series.indicator.title)}**: {finding(series)}  \n{changing(series)}"


def row(action: Action, series: Series | None, month: date) -> dict[str, str]:
    """Return one action as a row of words."""
    moved = moved_since(series.indicator, series.figures, action.agreed, series.events) if series else None
    return {
        "Action": wording.plain(action.action),
        "Team": wording.plain(action.team or wording.NONE),
        "Agreed": wording.day(action.agreed),
        "Due": wording.day(action.due),
        "Progress": how_far(action, month),
        "Evidence": {True: "Yes", False: "No", None: wording.NONE}[action.evidence],
        "Its figure when agreed": wording.value(moved.then.unit, moved.then.value) if moved else wording.NONE,
        "Now": wording.value(moved.now.unit, moved.now.value) if moved else wording.NONE,
        "Since then": since_then(moved),
    }


def how_far(action: Action, month: date) -> str:
    """Say how far an action has come: done and when, or overdue by how many days and what was said of it."""
    if action.done is not None and action.is_done(month):
        return f"Done {wording.day(action.done)}" + (", late" if action.done > action.due else "")
    said = PROGRESS.meanings[action.progress]
    if not action.overdue(month):
        return said
    days = (month - action.due).days
    return f"Overdue by {wording.counted(days, 'days')}: {said.lower()}" if days else f"Due today: {said.lower()}"


def since_then(moved: Moved | None) -> str:
    """Say whether a figure has changed by more than chance since an action was agreed."""
    return SAID[moved.answer] if moved else wording.NONE
