"""The action plan on its page: what is overdue or without evidence first, what it answers, and every change."""

from collections.abc import Sequence

import streamlit as st

from data.access import Act
from data.annotations.action_plan.items import INSPECTION, Source
from indicators.studies.action_plan import Followed
from pages.kit.frame.address import choice
from pages.kit.frame.choices import Choices
from pages.kit.parts.download import offer_table
from pages.kit.parts.fold import folded, folded_table
from pages.kit.parts.table import draw_table
from pages.kit.plan.action_form import action_form
from pages.kit.plan.action_lines import action_line
from pages.kit.plan.answered_forms import recommendation_form, source_form
from pages.kit.plan.plan_shown import every_change, plan_shown
from pages.kit.plan.ways_in_and_out import take_in, to_take_away
from pages.kit.rows.action_rows import draw_action_rows
from pages.kit.rows.measure_rows import draw_finding
from pages.words import wording
from pages.words.plan.actions import ON_PAPER, in_a_sentence, row
from pages.words.plan.followed_plan import FollowedPlan, in_groups
from pages.words.plan.sources import latest_first, overall, when

EVERYBODY = "Everybody"
LATEST_CHANGES = 100


def action_plan(chosen: Choices) -> None:
    """Draw the plan of the month chosen."""
    plan = plan_shown(chosen)
    if not plan.actions:
        st.markdown(f"No action plan was kept by {wording.day(plan.day)}.")
        _write(chosen, plan)
        return
    partners = {EVERYBODY: "", **{partner: partner for partner in plan.partners}}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        partner = partners[choice(st.selectbox, "Partner", partners, "partner")]
        st.caption(_as_of(chosen, plan))
    actions = plan.of_partner(partner)
    draw_finding(in_a_sentence(actions))
    _lines(chosen, plan, actions)
    _answered(plan)
    offer_table(
        f"action_plan_{chosen.month:%Y-%m}",
        [row(action, plan.recommended(action.action.recommendation)) for action in actions],
    )
    to_take_away(chosen, plan, partner)
    _write(chosen, plan)
    _history(chosen)


def _write(chosen: Choices, plan: FollowedPlan) -> None:
    """Draw the forms for whoever may write, of the plan as it stands."""
    if not chosen.reader.may(Act.ANNOTATE) or chosen.month < chosen.latest:
        return
    folded("Add or change an action", "plan_action", lambda: action_form(chosen, plan.plan))
    folded("Add a recommendation, or say one in words", "plan_advice", lambda: recommendation_form(chosen, plan.plan))
    folded("Add an inspection or a strategic objective", "plan_source", lambda: source_form(chosen))
    folded("Take in a workbook", "plan_in", lambda: take_in(chosen))


def _as_of(chosen: Choices, plan: FollowedPlan) -> str:
    """Say of which day the plan is, and whether it is the plan of today or of then."""
    if chosen.month < chosen.latest:
        return f"As it was known on {wording.day(plan.day)}."
    return f"As it stands, read as on {wording.day(plan.day)}."


def _lines(chosen: Choices, plan: FollowedPlan, actions: Sequence[Followed]) -> None:
    """Draw the actions: those that ask for a word, those that are open, and, behind a click, those that are done."""
    on = st.context.theme.type or "light"
    groups = in_groups(actions)

    def draw(heading: str, some: Sequence[Followed], foot: str = "") -> None:
        draw_action_rows(heading, [action_line(chosen, plan, action, on) for action in some], foot)

    if groups.urgent:
        st.header("Overdue, or done without evidence", anchor="first")
        draw(
            "Actions that are overdue or have no evidence, the oldest first",
            groups.urgent,
            "" if groups.open else ON_PAPER,
        )
    if groups.open:
        st.header("Open", anchor="open")
        draw("Actions that are open, the first due first", groups.open, ON_PAPER)
    if groups.done:
        folded(
            f"{wording.counted(len(groups.done), 'actions')} done",
            "actions_done",
            lambda: draw("Actions done", groups.done),
        )


def _answered(plan: FollowedPlan) -> None:
    """Draw what the plan answers: each inspection with its judgements by area, and the objectives."""
    sources = latest_first(plan.plan)
    inspections = [source for source in sources if source.kind == INSPECTION]
    objectives = [source for source in sources if source.kind != INSPECTION]
    if inspections:
        st.header("What inspections judged", anchor="inspections")
        draw_table(_judged(inspections), "What inspections judged, by area, the latest first")
    for source in objectives:
        st.markdown(f"**Strategic objective {wording.plain(source.source)}**: {wording.plain(source.title)}")


def _judged(inspections: Sequence[Source]) -> list[dict[str, str]]:
    """Return a row for each area, and one for all, with a column for each inspection."""
    areas = dict.fromkeys(judged.area for source in inspections for judged in source.judgements)
    grades = {source.source: {judged.area: judged.grade for judged in source.judgements} for source in inspections}
    titles = {source.source: f"{wording.plain(source.title)} ({when(source)})" for source in inspections}
    return [
        *(
            {"Area": wording.plain(area)}
            | {titles[code]: of_area.get(area, wording.NONE).capitalize() for code, of_area in grades.items()}
            for area in areas
        ),
        {"Area": "**Overall**"} | {titles[source.source]: f"**{overall(source)}**" for source in inspections},
    ]


def _history(chosen: Choices) -> None:
    """Draw every change behind a click, for whoever may know who wrote it; the file holds them all."""
    if changes := every_change(chosen):
        lines = [{name: wording.plain(words) for name, words in change.items()} for change in changes]
        title = (
            f"every change, {len(changes)} of them"
            if len(changes) <= LATEST_CHANGES
            else f"the last {LATEST_CHANGES} changes"
        )
        folded_table(
            title, "plan_changes", lambda: lines[:LATEST_CHANGES], "Changes of the plan, newest first", "plan_changes"
        )
