"""The plan away and back: sheets to print, the workbook, and what a workbook would change, shown before it is taken."""

import streamlit as st

from data.access import Act
from data.annotations.action_plan.plan_workbook import rows_of, workbook
from data.audit.exports import file_name, hand_out, marking_of
from data.errors import Mendable
from indicators.studies.plan_exchange import PlanArrived, as_taken_away, plan_arrived, take_plan
from pages.kit.frame.choices import Choices
from pages.kit.frame.file_to_take import offer_file
from pages.kit.frame.session import current_store
from pages.kit.parts.table import draw_table
from pages.kit.plan.printed import printed
from pages.report.formats.written import HTML, KINDS, PAPERS
from pages.words import wording
from pages.words.plan.changes import arrived_rows
from pages.words.plan.followed_plan import FollowedPlan

WORKBOOK = "action_plan.xlsx"


def to_take_away(chosen: Choices, plan: FollowedPlan, partner: str) -> None:
    """Offer the sheet to print, of all or of the partner chosen, and the plan as a workbook to be changed."""
    store, marking = current_store(), marking_of(chosen.reader)
    label = f"Download the part of {partner} to print" if partner else "Download the sheet for the Director’s meeting"
    ending = st.segmented_control(
        "As", PAPERS, default=HTML, required=True, format_func=lambda kind: KINDS[kind], key="plan_sheet_as"
    )
    with st.container(horizontal=True, gap="small"):
        offer_file(
            label,
            lambda: printed(store, chosen.reader, chosen.authority, plan, chosen.month, partner, ending),
            file_name(marking, f"action_plan_{partner or 'meeting'}_{chosen.month:%Y-%m}{ending}"),
            icon=":material/print:",
            key=f"plan_sheet_{partner}",
        )
        if chosen.reader.may_somewhere(Act.EXACT):
            offer_file(
                "Download the plan as a workbook to change",
                lambda: _workbook(chosen),
                file_name(marking, WORKBOOK),
                icon=":material/table:",
                key="plan_workbook",
            )


def take_in(chosen: Choices) -> None:
    """Draw the way in of a workbook: what it would change, what is wrong in it, and the button that takes it."""
    file = st.file_uploader("The workbook, as it was downloaded here and changed", type="xlsx", key="plan_file")
    if file is None:
        return
    try:
        arrived = plan_arrived(current_store(), chosen.reader, chosen.authority, file.name, file.getvalue())
    except Mendable as why:
        st.error(wording.plain(str(why)))
        return
    for problem in arrived.problems:
        st.error(wording.plain(problem))
    for note in arrived.notes[:1]:
        st.caption(wording.plain(note) + (f" So are {len(arrived.notes) - 1} more." if len(arrived.notes) > 1 else ""))
    if not arrived.changes:
        st.markdown("It changes nothing." if not arrived.problems else "Nothing is taken in before these are mended.")
        return
    draw_table(arrived_rows(arrived), "What the workbook would change")
    if not arrived.problems and st.button("Take all of it in", type="primary", key="plan_take"):
        _take(chosen, arrived)


def _take(chosen: Choices, arrived: PlanArrived) -> None:
    """Take in what was shown, or say who was faster."""
    try:
        new = take_plan(current_store(), chosen.reader, chosen.authority, arrived)
    except Mendable as why:
        st.error(wording.plain(str(why)))
        return
    st.toast(f"Taken in: {wording.counted(len(new), 'changes')}.", icon=":material/check:")
    st.rerun()


def _workbook(chosen: Choices) -> bytes:
    """Make the workbook of the plan as it stands; that it was taken is entered in the audit log."""
    store = current_store()
    plan = as_taken_away(store, chosen.reader, chosen.authority)
    content = repr(rows_of(plan)).encode()
    return workbook(plan, hand_out(store, chosen.reader, WORKBOOK, content, rows=len(plan.actions)).line)
