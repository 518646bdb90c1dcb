"""History."""

import streamlit as st

from pages.kit.frame import banner
from pages.kit.frame.choices import chosen_if_any
from pages.kit.history.attempts import every_attempt
from pages.kit.history.data_quality import quality
from pages.kit.history.loads import every_load
from pages.kit.history.past_acts import what_happened_last
from pages.kit.history.published_month import published
from pages.kit.history.undoing import redo, undo
from pages.kit.indicator.restatements import as_it_was_known, since_first_reported

now = chosen_if_any()
if now is None:
    banner.nothing_published()
what_happened_last()
every_load(now)
undo(now)
redo(now)
if now is not None:
    published(now)
    quality(now)
    since_first_reported(now)
    as_it_was_known(now)
every_attempt()
st.caption(
    "Nothing here is ever deleted or overwritten: a publication can be undone, and what was undone can be brought back."
)
