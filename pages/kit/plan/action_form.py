"""An action entered or changed on its page: what was typed stays where somebody else was faster, and is never lost."""

from dataclasses import replace
from datetime import date

import streamlit as st

from data.annotations.action_plan.items import BETTER, DIRECTIONS, DONE, UP, Action, Move, Plan, Written
from data.annotations.text_limits import LONGEST
from data.codes import PROGRESS
from data.errors import Mendable
from data.ledger.clock import now
from data.months import month_end
from indicators.engine.catalogue import all_indicators
from pages.kit.frame.choices import Choices
from pages.kit.plan.kept_here import SEEN, keep
from pages.words import wording
from pages.words.plan.actions import title
from pages.words.plan.sources import recommended

NEW = "A new action"
SLOTS = 2
"""Figures that a form has room for, where an action names no more."""
HELP = "Everybody who may read the plan reads it: **name no child, no family and no worker.** An owner is a post."


def action_form(chosen: Choices, plan: Plan) -> None:
    """Draw the form of one action, which begins with what stands."""
    actions = {action.action: action for action in plan.actions}
    number = st.selectbox(
        "Which action",
        ["", *actions],
        format_func=lambda key: f"{key}: {title(actions[key])}" if key else NEW,
        key="plan_which",
    )
    stands = actions.get(number) or _blank(chosen.authority, plan)
    seen = st.session_state.setdefault(SEEN.format(number), stands.written.version)
    with st.form(f"plan_form_{number}", border=False):
        st.markdown(HELP)
        action = _asked(stands, plan, number)
        is_sent = st.form_submit_button("Keep this action", type="primary")
    if is_sent:
        keep(chosen, replace(action, written=Written(version=seen)), number)


def _blank(authority: str, plan: Plan) -> Action:
    """Return a new action, as a form begins with it."""
    today = now().date()
    first = plan.recommendations[0].recommendation if plan.recommendations else ""
    return Action(authority, "", first, "", "", "", "", today, today, "NOT_STARTED")


def _asked(stands: Action, plan: Plan, number: str) -> Action:
    """Ask for every part of an action, and return it as it was written."""
    left, right = st.columns(2)
    key = number or left.text_input("Its number, such as AP0078", max_chars=20, key="plan_number")
    titles = recommended(plan)
    of = list(titles)
    advice = right.selectbox(
        "Recommendation",
        of,
        of.index(stands.recommendation) if stands.recommendation in of else None,
        format_func=lambda code: f"{code} {titles[code]}",
        key=f"plan_{number}_recommendation",
    )
    words = st.text_input("What is to be done", stands.title, max_chars=LONGEST, key=f"plan_{number}_title")
    left, middle, right = st.columns(3)
    owner = left.text_input("Owner, a post", stands.owner, max_chars=100, key=f"plan_{number}_owner")
    partner = middle.text_input("Partner, such as Health", stands.partner, max_chars=100, key=f"plan_{number}_partner")
    team = right.text_input("Team", stands.team, max_chars=100, key=f"plan_{number}_team")
    agreed = left.date_input("Agreed", stands.agreed, format="DD/MM/YYYY", key=f"plan_{number}_agreed")
    due = middle.date_input("Due", stands.due, format="DD/MM/YYYY", key=f"plan_{number}_due")
    codes = list(PROGRESS.meanings)
    progress = right.selectbox(
        "Progress", codes, codes.index(stands.progress), PROGRESS.meanings.__getitem__, key=f"plan_{number}_progress"
    )
    completed = left.date_input(
        "Done on, where it is done", stands.completed, format="DD/MM/YYYY", key=f"plan_{number}_completed"
    )
    evidence = st.text_input(
        "What shows that it was done", stands.evidence or "", max_chars=LONGEST, key=f"plan_{number}_evidence"
    )
    moves = _figures(stands, number)
    back = st.text_input("Taken back because; leave it empty for an action that stands", "", key=f"plan_{number}_back")
    proof = evidence or ("" if stands.evidence is not None or progress == DONE else None)
    return replace(
        stands,
        **{"action": key.strip(), "recommendation": advice or "", "title": words, "owner": owner, "partner": partner},
        **{"team": team, "agreed": _day(agreed, stands.agreed), "due": _day(due, stands.due), "progress": progress},
        **{"completed": completed if isinstance(completed, date) else None, "evidence": proof},
        **{"taken_back": back, "moves": moves},
    )


def _figures(stands: Action, number: str) -> tuple[Move, ...]:
    """Ask for the figures that an action should move: which, which way, by when and how far."""
    titles = {indicator.id: indicator.title for indicator in all_indicators().values()}
    moves = []
    for place in range(max(SLOTS, len(stands.moves))):
        move = stands.moves[place] if place < len(stands.moves) else Move("", UP)
        names = [*titles, *([move.indicator] if move.indicator and move.indicator not in titles else [])]
        which, way, by, to = st.columns([4, 2, 2, 2])
        indicator = which.selectbox(
            "Figure that should move",
            names,
            names.index(move.indicator) if move.indicator else None,
            format_func=lambda name: titles.get(name, f"{name} (renamed or retired)"),
            key=f"plan_{number}_figure_{place}",
        )
        ways = [direction for direction in DIRECTIONS if direction != BETTER or move.direction == BETTER]
        direction = way.selectbox(
            "Which way", ways, ways.index(move.direction), DIRECTIONS.__getitem__, key=f"plan_{number}_way_{place}"
        )
        month = by.text_input(
            "By, such as 2027-03", f"{move.by:%Y-%m}" if move.by else "", key=f"plan_{number}_by_{place}"
        )
        expected = to.number_input("To", value=move.expected, key=f"plan_{number}_to_{place}")
        if indicator:
            moves.append(Move(indicator, direction, _month(month), expected))
    return tuple(moves)


def _month(text: str) -> date | None:
    """Return the end of a month as it was written; None where none was, or it is none, which is said beside it."""
    try:
        return month_end(text.strip()) if text.strip() else None
    except Mendable as why:
        st.error(wording.plain(str(why)))
        st.stop()


def _day(answer: object, stands: date) -> date:
    """Return the day that was chosen, or the one that stands."""
    return answer if isinstance(answer, date) else stands
