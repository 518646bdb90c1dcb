"""One child: what the child counts in this month, how, and what is held and counts in nothing."""

from collections.abc import Sequence

import streamlit as st

from data.access import Act
from data.extracts import all_extracts
from data.identifiers import canonical
from indicators.engine.catalogue import SERVICES, all_indicators, indicator_called
from indicators.figures.one_child import Counted, counts_in, records_held
from pages.kit.frame.choices import Choices
from pages.kit.frame.reads_noted import note_list
from pages.kit.frame.session import current_store
from pages.kit.month.rows_behind import COUNTED, state_of
from pages.kit.parts.table import draw_table
from pages.words import wording


def one_child(chosen: Choices) -> None:
    """Draw the question for an identifier, and everything that the child counts in. No address carries it."""
    child_id = canonical(st.text_input("The child's identifier", key="child", max_chars=40))
    if not child_id:
        st.caption("As it stands in the case system and in the extracts, such as C04658.")
        return
    indicators = list(all_indicators().values())
    with st.spinner("Looking through every figure…"):
        counted = counts_in(current_store(), chosen.reader, indicators, chosen.authority, chosen.month, child_id)
        extracts = records_held(current_store(), chosen.reader, chosen.authority, chosen.month, child_id)
    note_list("child", sum(extracts.values()), filters=("child",))
    if not extracts:
        of_teams = "" if chosen.reader.may(Act.ROWS) else " of a child of your teams"
        st.markdown(f"No record{of_teams} of {wording.month(chosen.month)} names this child.")
        return
    st.header("Counts in", anchor=False)
    draw_table([row(subject) for subject in counted], "What the child counts in")
    if not counted:
        st.markdown("Nothing that is measured.")
    st.header("Is held in", anchor=False)
    draw_table(records(extracts), "Extracts that hold the child")
    if names := left_out_of(counted, extracts):
        st.header("Is held for, and left out of", anchor=False)
        st.markdown("Their definitions read a record of the child, and leave the child out.")
        draw_table(
            [{"Figure": wording.plain(indicator_called(name).title)} for name in names], "Figures without the child"
        )


def row(subject: Counted) -> dict[str, str]:
    """Return one figure that the child counts in as words."""
    indicator = indicator_called(subject.indicator)
    state = state_of(subject.numerator, subject.denominator)
    return {
        "Service": SERVICES[indicator.service],
        "Figure": wording.plain(indicator.title),
        "Stands": state,
        "Because": wording.plain(indicator.argument.numerator if state == COUNTED else indicator.argument.denominator),
        "Team": wording.plain(subject.team or wording.NONE),
        "Due on": wording.day(subject.due_on) if subject.due_on else wording.NONE,
    }


def records(extracts: dict[str, int]) -> list[dict[str, str]]:
    """Return the extracts that hold the child, with how many rows."""
    return [
        {"Extract": wording.plain(all_extracts()[name].title), "Rows": wording.number(rows)}
        for name, rows in extracts.items()
    ]


def left_out_of(counted: Sequence[Counted], extracts: dict[str, int]) -> list[str]:
    """Return the figures about children that leave the child out though every extract they read holds it."""
    names = {subject.indicator for subject in counted}
    return [
        name
        for name, indicator in all_indicators().items()
        if name not in names
        and "child_id" in indicator.columns
        and all(extract in extracts for extract in indicator.needed)
    ]
