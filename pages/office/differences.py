"""Differences between groups."""

import streamlit as st

from pages.kit.frame.choices import chosen
from pages.kit.month.differences import differences

choices = chosen()
st.markdown(
    "Who fares otherwise than the rest: every share that is measured, for each group of children, team or service "
    "beside all others. The furthest apart stand first."
)
differences(choices)
