"""Definitions."""

import streamlit as st

from pages.kit import frame
from pages.kit.definition import definitions

frame.masthead("Definitions")
st.markdown(
    "Every figure here is measured by one of these definitions. Each says what is counted and why, whose words it "
    "follows and where it differs, and shows the SQL that runs."
)
definitions()
