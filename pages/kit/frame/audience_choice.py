"""The choice of whom the overview is shown for, above it and kept in the address."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from indicators.engine.grouping import GROUPINGS
from pages.kit.frame.address import choice
from pages.kit.frame.audience import Audience, all_audiences

WIDTH, GROUPS_WIDTH = 280, 200
UNGROUPED = "attention"
"""The order in which what changes by more than chance stands first, whatever it belongs to."""


def choose_audience() -> tuple[DeltaGenerator, Audience, str]:
    """Draw the choices of an audience and of groups, which the address carries; of each, silence means the first.

    Returns:
        A spot beside them for what is said first, the audience, and by what its measures are grouped, if by anything.
    """
    audiences = all_audiences()
    with st.container(horizontal=True, vertical_alignment="center", key="shown_for"):
        spot = st.container(gap=None)
        name = choice(
            st.selectbox,
            "Shown for",
            audiences,
            "role",
            lambda audience: audiences[audience].title,
            width=WIDTH,
            label_visibility="collapsed",
        )
        groups = {UNGROUPED: "Attention first"} | {by: title for by, (title, _) in GROUPINGS.items()}
        by = choice(
            st.selectbox,
            "Grouped",
            groups,
            "grouped",
            groups.__getitem__,
            width=GROUPS_WIDTH,
            label_visibility="collapsed",
        )
    return spot, audiences[name], by
