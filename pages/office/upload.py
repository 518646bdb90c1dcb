"""Upload."""

import streamlit as st

from pages.kit.frame.choices import chosen_if_any
from pages.kit.frame.session import current_store
from pages.kit.history.loads import newest_loads
from pages.kit.upload.form import PROMISE, files_to_check, is_sent
from pages.kit.upload.guidance import guidance
from pages.kit.upload.next_upload import what_next
from pages.kit.upload.publication import receipt
from pages.kit.upload.waiting_files import current_upload, files_waiting

if current_store().invented:
    st.warning("This is a trial: what you publish here is gone when the server stops. Use no real child's data.")
receipt()
files_waiting()
if current_upload() is None or is_sent():
    st.markdown(PROMISE)
    files_to_check(chosen_if_any())
if current_upload() is not None:
    # The rules' library takes seconds to start: only a page with something checked needs it.
    from pages.kit.upload.findings import what_was_found

    what_was_found()
    if not is_sent():
        with st.expander("Check these files again, or others"):
            files_to_check(chosen_if_any())
else:
    what_next(chosen_if_any())
guidance()
newest_loads()
