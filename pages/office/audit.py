"""Who read what."""

import streamlit as st

from pages.kit.history.audit_log import every_entry, whether_whole

st.markdown("Every act, every list of children and every small figure read, and whatever was taken away. No child.")
whether_whole()
every_entry()
