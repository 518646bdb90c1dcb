"""Files that wait since an earlier visit, a line for each batch: go on with them, or throw them away."""

from datetime import UTC, datetime

import streamlit as st

from pages.kit.frame.session import holder
from pages.kit.upload.held_files import Waiting
from pages.kit.upload.keeper import keeper
from pages.words import wording

ADDRESS, PUBLISHED = "receipt", "published"
"""What the address calls the files that wait, and the loads that were published."""
FILTERS = ("finding_verdict", "finding_file", "finding_rule")
"""What the address calls the filters of findings."""
FEW_NAMES = 3
GONE = (
    "The files of this receipt are not held any more: the server was started again, or they were let go. Nothing was "
    "published of them. Choose the files again."
)


def current_upload() -> Waiting | None:
    """Return what this session has open, if it is still held."""
    return keeper().held(st.session_state.get(ADDRESS), holder())


def open_receipt(receipt: str) -> None:
    """Open what waits under a receipt in this session, and name it in the address."""
    st.session_state[ADDRESS] = receipt
    st.query_params[ADDRESS] = receipt


def forget_filters() -> None:
    """Forget how the findings of an earlier check were filtered."""
    for name in FILTERS:
        st.session_state.pop(name, None)
        st.query_params.pop(name, None)


def close_receipt() -> None:
    """Take the receipt from this session and from the address."""
    st.session_state.pop(ADDRESS, None)
    st.query_params.pop(ADDRESS, None)


def files_waiting() -> None:
    """Say which files wait that this session has not open, and offer to go on with them or to let them go."""
    mine, current = keeper().of(holder()), current_upload()
    receipt = st.query_params.get(ADDRESS)
    if receipt and receipt not in [waiting.receipt for waiting in mine]:
        st.warning(GONE)
        close_receipt()
    for waiting in mine:
        if current is None or waiting.receipt != current.receipt:
            _offer(waiting)


def throw_away(waiting: Waiting, key: str) -> None:
    """Offer to throw away what waits, by a button of that key."""
    if st.button("Throw away", key=key, help="The files are forgotten here."):
        keeper().let_go(waiting.receipt, waiting.who)
        close_receipt()
        st.rerun()


def _offer(waiting: Waiting) -> None:
    """Offer what waits on one line: what it is, how old, to go on with it, or to throw it away."""
    with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"waiting_{waiting.receipt}"):
        st.markdown(told(waiting), width="stretch")
        if st.button(_next(waiting), key=f"continue_{waiting.receipt}", type="primary"):
            open_receipt(waiting.receipt)
            st.rerun()
        throw_away(waiting, f"let_go_{waiting.receipt}")


def _next(waiting: Waiting) -> str:
    """Name what is to be done next with files that wait."""
    check = waiting.submission.check
    if check.decision in ("refuse", "block"):
        return "See what to mend"
    return "See what was found" if check.unchanged else "Look and publish"


def told(waiting: Waiting) -> str:
    """Say what waits: how many files, for which month and authority, how old, and their names."""
    names = [wording.plain(name) for name, _ in waiting.submission.files]
    files = wording.counted(len(names), "files")
    month = wording.month(waiting.submission.ends)
    shown = ", ".join(names[:FEW_NAMES]) + (f" and {len(names) - FEW_NAMES} more" if len(names) > FEW_NAMES else "")
    return (
        f"**You have {files} waiting** for {month}, {wording.plain(waiting.place)}, checked "
        f"{wording.since(waiting.checked_at)} ({_age(waiting)}): {shown}"
    )


def _age(waiting: Waiting) -> str:
    """Say how long ago files were checked, in whole minutes or hours."""
    minutes = int((datetime.now(UTC).replace(tzinfo=None) - waiting.checked_at).total_seconds() // 60)
    if minutes < 1:
        return "just now"
    many = wording.counted(minutes, "minutes") if minutes < 60 else wording.counted(minutes // 60, "hours")
    return f"{many} ago"
