"""Mending what was found: the file handed back with what to do, how far it has come, and nil returns."""

from dataclasses import replace

import streamlit as st

from data.access import Reader
from data.audit.exports import SENSITIVE, file_name, hand_out
from data.errors import Mendable
from data.extracts import all_extracts
from data.store.store import Store
from pages.kit.frame.file_to_take import offer_file
from pages.kit.frame.session import current_store, reading
from pages.kit.parts.table import draw_table
from pages.kit.upload.form import check_files
from pages.kit.upload.held_files import Waiting
from pages.kit.upload.keeper import keeper
from pages.words import wording
from validation.publishing.attempts import Mended
from validation.publishing.marked_workbook import can_be_marked, marked_workbook
from validation.rules.rule_names import column_of, rule_in_words


def since_last_time(waiting: Waiting) -> None:
    """Say how far the mending has come since the attempt before: 41 errors, now 3, and by which rules."""
    for place, attempt in enumerate(waiting.submission.mended):
        was, is_now = attempt.errors
        title = wording.plain(all_extracts()[attempt.extract].title)
        with st.container(border=True, key=f"mended_{waiting.receipt}_{place}"):
            st.markdown(f"**{title}: {wording.counted(was, 'errors')} → {wording.number(is_now)}** {progress(attempt)}")
            draw_table(mended_table(attempt), f"{title}: errors by rule, in the attempt before and in this one")


def progress(attempt: Mended) -> str:
    """Say in words what became of the rules that spoke."""
    gone = sum(not attempt.now.get(rule) for rule in attempt.before)
    new = sum(not attempt.before.get(rule) for rule in attempt.now)
    sentences = ["since the attempt before."]
    if not attempt.now:
        sentences.append("All mended.")
    elif gone:
        sentences.append(f"{wording.counted(gone, 'rules')} satisfied that {'was' if gone == 1 else 'were'} not.")
    if new:
        sentences.append(f"{wording.counted(new, 'rules')} newly broken.")
    return " ".join(sentences)


def mended_table(attempt: Mended) -> list[dict[str, str]]:
    """Return the errors of each rule before and now, as rows of words."""
    return [
        {
            "Column": wording.plain(column_of(rule)) or "Whole row or file",
            "What was wrong": wording.plain(rule_in_words(rule)),
            "Before": wording.number(was := attempt.before.get(rule, 0)),
            "Now": wording.number(is_now := attempt.now.get(rule, 0)),
            "": "Gone" if not is_now else "New" if not was else "Fewer" if is_now < was else _more(was, is_now),
        }
        for rule in attempt.rules
    ]


def handed_back(waiting: Waiting) -> None:
    """Offer the files as one workbook that says in each row what to mend, where there is anything."""
    check = waiting.submission.check
    if not can_be_marked(check):
        return
    store, reader, name = current_store(), reading(), f"{check.month}_to_mend.xlsx"
    offer_file(
        "Download the workbook to mend",
        lambda: _workbook_to_mend(store, reader, waiting, name),
        file_name(SENSITIVE, name),
        icon=":material/download:",
        key=f"marked_{waiting.receipt}",
        help="All your rows, a sheet for each file, and a last column that says what to mend. Mend them there or where "
        "they were recorded; the workbook can be checked as it is. It is made when you ask for it, and not kept.",
    )


def _workbook_to_mend(store: Store, reader: Reader, waiting: Waiting, name: str) -> bytes:
    """Make the workbook, with its foot below the findings, and enter in the audit log that it was taken."""
    return marked_workbook(
        waiting.submission.check,
        waiting.submission.files,
        lambda content: hand_out(store, reader, name, content, SENSITIVE).line,
    )


def nil_returns(waiting: Waiting) -> None:
    """Offer to say that a file of headings only is right, because there really were none; then check again."""
    empty = [
        finding.extract
        for finding in waiting.submission.check.findings
        if finding.rule.endswith(".no_rows") and finding.extract
    ]
    if not empty:
        return
    titles = wording.listed([all_extracts()[name].title.lower() for name in empty])
    with st.form("nil_return", border=True):
        none = st.checkbox(f"Nil return: there really were none this month ({wording.plain(titles)})", key="nil_ticked")
        why = st.text_input("Why there were none; kept with the publication", key="nil_reason", max_chars=300)
        if not st.form_submit_button("Check again as a nil return"):
            return
    try:
        _check_as_nil(waiting, none, why.strip())
    except Mendable as wrong:
        st.error(wording.plain(str(wrong)))


def _check_as_nil(waiting: Waiting, none: bool, why: str) -> None:
    """Check the files that wait once more, with the reason why they hold no rows."""
    if not none or not why:
        raise Mendable("Tick the box and say why there were none; else export the file again.")
    keeper().let_go(waiting.receipt, waiting.who)
    st.session_state["upload_reason"] = why
    check_files(waiting.place, replace(waiting.submission, nil_return=why))


def _more(before: int, now: int) -> str:
    """Say whether there are as many as before, or more."""
    return "As many" if before == now else "More"
