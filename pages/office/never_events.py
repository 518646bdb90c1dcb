"""Should never happen."""

import streamlit as st

from pages.kit.frame.choices import chosen
from pages.kit.month.never_events import board

choices = chosen()
st.markdown("Each of these should be nought. They are counted one by one, and never added up or averaged.")
board(choices)
