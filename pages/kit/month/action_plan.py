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
from pages.kit.frame.reads_noted import note_list
from pages.kit.frame.series import series_of
from pages.kit.frame.session import current_store
from pages.kit.parts.download import offer_table
from pages.kit.parts.fold import folded
from pages.kit.parts.table import draw_table
from pages.words import wording
from pages.words.series import Series, finding
from pages.words.trend_judgement import NAMES, changing

SHOWN = ("Action", "Team", "Due", "Progress", "Since then")
"""What is said at once of an action that is not done; all of it stands with its recommendation."""
SAID = {**NAMES, BEFORE: "Changing since before"}


def action_plan(chosen: Choices) -> None:
    """Draw the actions of the month chosen, by recommendation."""
    all_actions = actions_of(current_store(), chosen.reader, chosen.authority, chosen.month)
    if not all_actions:
        st.markdown(f"No action plan was published for {wording.month(chosen.month)}.")
        contents.link("upload")
        return
    note_list("action_plan", len(all_actions))
    st.markdown(f"**{in_a_sentence(all_actions, chosen.month)}**")
    names = sorted({action.indicator for action in all_actions if action.indicator in all_indicators()})
    drawn = {series.indicator.id: series for series in series_of(chosen, names)}
    draw_table(not_done(all_actions, drawn, chosen.month), "Actions that are not done, the first due first")
    st.caption("That a figure moved after an action was agreed does not show that the action moved it.")
    for recommendation, actions in groupby(all_actions, key=lambda action: action.recommendation):
        with st.container(border=True, key=f"recommendation_{recommendation}"):
            section(recommendation, list(actions), drawn, chosen.month)
    whole = [
        {"Recommendation": action.recommendation, **row(action, drawn.get(action.indicator), chosen.month)}
        for action in all_actions
    ]
    offer_table(f"action_plan_{chosen.month:%Y-%m}", whole)


def section(recommendation: str, actions: Sequence[Action], drawn: dict[str, Series], month: date) -> None:
    """Draw one recommendation: the figures it should move, and its actions behind a click."""
    st.header(f"Recommendation {wording.plain(recommendation)}", anchor=f"recommendation-{recommendation}")
    for name in dict.fromkeys(action.indicator for action in actions):
        st.markdown(should_move(name, drawn.get(name)))
    rows = [row(action, drawn.get(action.indicator), month) for action in actions]
    done = sum(action.is_done(month) for action in actions)
    named = f"Actions upon recommendation {recommendation}"
    title = f"{wording.counted(len(actions), 'actions')}, {done} of them done"
    folded(title, f"actions_{recommendation}", lambda: draw_table(rows, named))


def not_done(actions: Sequence[Action], drawn: dict[str, Series], month: date) -> list[dict[str, str]]:
    """Return what is not done yet, the first due first, as rows of words."""
    left = sorted((action for action in actions if not action.is_done(month)), key=lambda action: action.due)
    rows = [(action, row(action, drawn.get(action.indicator), month)) for action in left]
    return [
        {"Recommendation": wording.plain(action.recommendation), **{name: said[name] for name in SHOWN}}
        for action, said in rows
    ]


def in_a_sentence(actions: Sequence[Action], month: date) -> str:
    """Say how many actions are not done, and how many of them are overdue."""
    left = [action for action in actions if not action.is_done(month)]
    late = sum(action.overdue(month) for action in left)
    overdue = "none is overdue" if not late else f"{late} {'is' if late == 1 else 'are'} overdue"
    if not left:
        return f"All {wording.counted(len(actions), 'actions')} are done."
    done = len(actions) - len(left)
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
    words = PROGRESS.meanings[action.progress]
    if not action.overdue(month):
        return words
    days = (month - action.due).days
    return f"Overdue by {wording.counted(days, 'days')}: {words.lower()}" if days else f"Due today: {words.lower()}"


def since_then(moved: Moved | None) -> str:
    """Say whether a figure has changed by more than chance since an action was agreed."""
    return SAID[moved.answer] if moved else wording.NONE
