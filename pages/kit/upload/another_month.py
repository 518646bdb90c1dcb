"""Files that are evidently of another month than the one chosen: asked once, and put right by one button."""

from dataclasses import replace

import streamlit as st

from data.months import month_end
from pages.kit.upload.form import check_files
from pages.kit.upload.held_files import Waiting
from pages.kit.upload.keeper import keeper
from pages.words import wording


def ask_the_month(waiting: Waiting) -> None:
    """Ask whether the files that wait are of another month, and offer to check them as that."""
    question, instead = waiting.submission.check.month_question, waiting.submission.check.instead
    if question is None:
        return
    st.warning(f"**Is this the right month?** {wording.plain(question.message)}")
    if instead and st.button(f"Check them as {wording.month(month_end(instead))}", type="primary", key="other_month"):
        keeper().let_go(waiting.receipt, waiting.who)
        check_files(waiting.place, replace(waiting.submission, month=instead))


def shows_what_follows(waiting: Waiting) -> bool:
    """Tell whether somebody wants to see what was found by the month that is in question."""
    following = waiting.submission.check.following
    if not following:
        return False
    many = wording.counted(len(following), "findings")
    month = wording.month(waiting.submission.ends)
    return st.checkbox(f"Show the {many} that follow from {month}", key="what_follows")
