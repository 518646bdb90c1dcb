"""Uploading: choose files, see what was found in them, and only then publish."""

from datetime import date, datetime

import streamlit as st

from data.published.areas import names_seen_by
from data.settings import settings
from data.steps import Listener, silent
from pages.kit.frame.choices import Choices
from pages.kit.frame.session import holder, reading
from pages.kit.upload.desk_access import desk
from pages.kit.upload.held_files import Waiting
from pages.kit.upload.keeper import keeper, new_receipt
from pages.kit.upload.waiting_files import PUBLISHED, close_receipt, forget_filters, open_receipt
from pages.words import wording
from validation.publishing.submission import Submission

YEARS_BACK, SENT = 3, "check_these_files"
PROMISE = (
    "**Nothing changes until you press Publish.** Every row is checked first, and you see what was found and how to "
    "mend it. No date is guessed and no row is dropped silently. Every version is kept, and any can be undone."
)


def files_to_check(now: Choices | None) -> None:
    """Draw the form that takes the files, and check them when it is sent."""
    places = names_seen_by(reading())
    months = months_to_offer(now, datetime.now(wording.LONDON).date())
    default = now.authority if now else settings().authority
    with st.form("files", border=True):
        left, right = st.columns(2)
        index = list(places).index(default) if default in places else None
        authority = left.selectbox("Whose extracts", list(places), index, places.__getitem__, key="upload_authority")
        month = right.selectbox("The month they are of", list(months), 0, months.__getitem__, key="upload_month")
        files = st.file_uploader(
            "Choose csv or xlsx files, a zip of csv files, or a return as XML or JSON, or drop them here. Headings say "
            "what they are.",
            type=["csv", "xlsx", "zip", "xml", "json"],
            accept_multiple_files=True,
            key=f"upload_files_{st.session_state.get('uploads_done', 0)}",
        )
        sent = st.form_submit_button("Check these files", type="primary", key=SENT)
    if sent:
        if authority is None:
            st.error("Choose whose extracts these are.")
        elif not files:
            st.error("Choose one or more files first.")
        else:
            close_receipt()
            st.query_params.pop(PUBLISHED, None)
            contents = tuple((file.name, file.getvalue()) for file in files)
            check_files(places[authority], Submission(authority, month, contents))


def is_sent() -> bool:
    """Tell whether this run was begun by the button that has files checked."""
    return bool(st.session_state.get(SENT))


def months_to_offer(chosen: Choices | None, today: date) -> dict[str, str]:
    """Return the months that can be uploaded, in words: the one that is due first, none that has not ended."""
    last = _month_before(today.year, today.month)
    count = max(YEARS_BACK * 12, _months_between(chosen.all_months[0], last) + 1 if chosen else 0)
    offered = [_shifted(last, -back) for back in range(count)]
    if chosen:
        due = min(_shifted((chosen.latest.year, chosen.latest.month), 1), last)
        offered = [due] + [month for month in offered if month != due]
    return {f"{year}-{month:02}": wording.month(date(year, month, 1)) for year, month in offered}


def check_files(place: str, submission: Submission) -> None:
    """Hand files in at the desk, saying each step, and run the page anew with their receipt in its address."""
    many = wording.counted(len(submission.files), "files")
    with st.status(f"Checking {many}", expanded=True) as status:
        bar = st.progress(0.0, "Starting the checks; this takes a few seconds the first time")
        waiting = received(place, submission, lambda step, done: bar.progress(done, wording.plain(step)))
        bar.progress(1.0, "Done")
        status.update(label=f"Checked {many}", state="complete", expanded=False)
    forget_filters()
    open_receipt(waiting.receipt)
    st.rerun()


def received(place: str, submission: Submission, progress: Listener = silent) -> Waiting:
    """Have files checked and the attempt noted, and keep what was found under a new receipt."""
    waiting = Waiting(new_receipt(), holder(), place, desk().receive(submission, progress=progress))
    keeper().keep(waiting)
    return waiting


def _month_before(year: int, month: int) -> tuple[int, int]:
    """Return the month before."""
    return _shifted((year, month), -1)


def _shifted(month: tuple[int, int], by: int) -> tuple[int, int]:
    """Return the month so many months later."""
    years, months = divmod(month[0] * 12 + month[1] - 1 + by, 12)
    return years, months + 1


def _months_between(first: date, last: tuple[int, int]) -> int:
    """Count the months from one to another."""
    return (last[0] - first.year) * 12 + last[1] - first.month
