"""What must never be."""

import streamlit as st

from pages.kit import frame, words
from pages.kit.choices import chosen
from pages.kit.never import board

now = chosen()
if now is None:
    frame.nothing_published("What must never be")
else:
    frame.masthead("What must never be", now.place, words.month(now.month), now.later)
    st.markdown("Each of these should be nought. They are counted one by one, and never added up or averaged.")
    board(now)
