"""What a check found, on one screen: the summary, what may happen now, the files, and the findings by rule."""

import streamlit as st

from data.unforeseen import Unforeseen, foreseen
from pages.kit.upload.another_month import ask_the_month, shows_what_follows
from pages.kit.upload.check_verdict import draw_summary
from pages.kit.upload.confirmed_headings import headings_to_confirm
from pages.kit.upload.decision import decide
from pages.kit.upload.files_taken import draw_files
from pages.kit.upload.finding_lines import draw_findings
from pages.kit.upload.held_files import Waiting
from pages.kit.upload.marked_files import nil_returns, since_last_time
from pages.kit.upload.waiting_files import close_receipt, current_upload
from pages.words import wording
from validation.rules.finding import Finding


def what_was_found() -> None:
    """Draw the result of the check that is open in this session, with the decision and what to do next."""
    waiting = current_upload()
    if waiting is None:
        return
    try:
        with foreseen(wording.listed([name for name, _ in waiting.submission.files])):
            _draw(waiting)
    except Unforeseen:
        close_receipt()  # they go on waiting, and the page can be opened without falling over at them again
        raise


def _draw(waiting: Waiting) -> None:
    """Draw what was found in the files that wait; what publishing would change is measured once the rest stands."""
    checked = waiting.submission.check
    ask_the_month(waiting)
    draw_summary(waiting)
    since_last_time(waiting)
    headings_to_confirm(waiting)
    nil_returns(waiting)
    decision = st.container(gap="xsmall")
    draw_files(checked, waiting.submission.ends)
    draw_findings(_to_show(waiting))
    with decision:
        decide(waiting)


def _to_show(waiting: Waiting) -> list[Finding]:
    """List the findings, without the question of the month, which stands above; what follows from it when asked for."""
    checked = waiting.submission.check
    findings = [finding for finding in checked.findings if finding is not checked.month_question]
    return [*findings, *checked.following] if shows_what_follows(waiting) else findings
