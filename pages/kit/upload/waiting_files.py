"""Files that wait since an earlier visit: continue with them, or let them go."""

import streamlit as st

from pages.kit.frame.session import reading
from pages.kit.upload.held_files import Waiting
from pages.kit.upload.keeper import keeper
from pages.words import wording

ADDRESS, PUBLISHED = "receipt", "published"
"""What the address calls the files that wait, and the loads that were published."""
GONE = (
    "The files of this receipt are not held any more: the server was started again, or they were let go. Nothing was "
    "published of them. Choose the files again."
)


def current_upload() -> Waiting | None:
    """Return what this session has open, if it is still held."""
    return keeper().held(st.session_state.get(ADDRESS), reading().who)


def open_receipt(receipt: str) -> None:
    """Open what waits under a receipt in this session, and name it in the address."""
    st.session_state[ADDRESS] = receipt
    st.query_params[ADDRESS] = receipt


def close_receipt() -> None:
    """Take the receipt from this session and from the address."""
    st.session_state.pop(ADDRESS, None)
    st.query_params.pop(ADDRESS, None)


def files_waiting() -> None:
    """Say which files wait that this session has not open, and offer to go on with them or to let them go."""
    mine, current = keeper().of(reading().who), current_upload()
    receipt = st.query_params.get(ADDRESS)
    if receipt and receipt not in [waiting.receipt for waiting in mine]:
        st.warning(GONE)
        close_receipt()
    for waiting in mine:
        if current is None or waiting.receipt != current.receipt:
            _offer(waiting)


def _offer(waiting: Waiting) -> None:
    """Offer what waits."""
    with st.container(border=True, key=f"waiting_{waiting.receipt}"):
        st.markdown(f"**{told(waiting)}** {wording.plain(', '.join(name for name, _ in waiting.submission.files))}")
        with st.container(horizontal=True):
            if st.button("Continue", key=f"continue_{waiting.receipt}", type="primary"):
                open_receipt(waiting.receipt)
                st.rerun()
            if st.button("Let them go", key=f"let_go_{waiting.receipt}"):
                keeper().let_go(waiting.receipt, waiting.who)
                close_receipt()
                st.rerun()


def told(waiting: Waiting) -> str:
    """Say what waits: how many files, for which month and authority, and when they were checked."""
    files = wording.counted(len(waiting.submission.files), "files")
    month = wording.month(waiting.submission.ends)
    when = wording.since(waiting.checked_at)
    return f"You have {files} waiting for {month}, {wording.plain(waiting.place)}, checked {when}."
