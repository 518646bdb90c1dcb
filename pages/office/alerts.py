"""Alerts."""

import streamlit as st

from pages.kit.frame.choices import chosen
from pages.kit.month.alerts import what_calls_for_attention

now = chosen()
st.markdown(
    "Every figure that changes by more than chance, ranked by strength: concerns first, then by the rule that "
    "speaks, then by how far the figure lies from its average."
)
what_calls_for_attention(now)
