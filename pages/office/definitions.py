"""Definitions."""

import streamlit as st

from indicators.engine.catalogue import all_indicators
from indicators.figures import tidy_tables
from pages.kit.indicator.dashboard_metrics import dashboard_metrics
from pages.kit.indicator.definition import definitions
from pages.kit.parts.download import offer

st.markdown(
    "Every figure here is measured by one of these definitions. Each says what is counted and why, whose words it "
    "follows and where it differs, and shows the SQL that runs."
)
dashboard_metrics()
definitions()
offer("definitions", lambda: tidy_tables.definitions(list(all_indicators().values())), "the definitions")
