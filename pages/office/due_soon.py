"""Due soon."""

import streamlit as st

from pages.kit import frame, words
from pages.kit.choices import chosen
from pages.kit.due import due_soon

now = chosen()
if now is None:
    frame.nothing_published("Due soon")
else:
    frame.masthead("Due soon", now.place, f"after {words.day(now.month)}", now.later)
    st.markdown(
        "What falls due after the day these figures are of, and what they will read if nothing more is recorded: each "
        "definition is asked of the published records for the days to come, and nothing is guessed."
    )
    due_soon(now)
