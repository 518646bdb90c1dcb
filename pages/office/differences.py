"""Differences between groups."""

import streamlit as st

from pages.kit import frame, words
from pages.kit.choices import chosen
from pages.kit.differences import differences

now = chosen()
if now is None:
    frame.nothing_published("Differences between groups")
else:
    frame.masthead("Differences between groups", now.place, words.month(now.month), now.later)
    st.markdown(
        "Who fares otherwise than the rest: every share that is measured, for each group of children, team or service "
        "beside all others. The furthest apart stand first."
    )
    differences(now)
