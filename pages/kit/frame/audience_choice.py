"""The choice of whom the overview is shown for, above it and kept in the address."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.kit.frame.address import choice
from pages.kit.frame.audience import Audience, all_audiences

WIDTH = 280


def choose_audience() -> tuple[DeltaGenerator, Audience]:
    """Draw the choice of an audience, which the address carries; the first one is what an address that is silent means.

    Returns:
        A spot beside it for what is said first, and the audience.
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
    return spot, audiences[name]
