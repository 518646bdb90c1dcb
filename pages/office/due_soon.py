"""Due soon."""

import streamlit as st

from pages.kit.frame.choices import chosen
from pages.kit.month.due_soon import due_soon
from pages.words import wording

now = chosen()
st.markdown(
    f"What falls due after {wording.day(now.month)}, and what figures will read if nothing more is recorded: each "
    "definition is asked of the published records for the days to come, and nothing is guessed."
)
due_soon(now)
