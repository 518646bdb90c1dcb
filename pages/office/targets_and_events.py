"""Targets and events."""

import streamlit as st

from pages.kit.frame.choices import chosen
from pages.kit.frame.session import current_store
from pages.kit.officers.event_effect import before_and_after
from pages.kit.officers.events import keep_one as keep_an_event
from pages.kit.officers.events import take_one_back, what_happened
from pages.kit.officers.targets import keep_one as keep_a_target
from pages.kit.officers.targets import targets_in_force

choices = chosen()
if current_store().invented:
    st.warning("This is a trial: what you keep here is gone when the server stops.")
targets_in_force(choices)
keep_a_target(choices)
what_happened(choices)
keep_an_event(choices)
take_one_back(choices)
before_and_after(choices)
