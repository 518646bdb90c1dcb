"""Headings that are not ours: an analyst says which column each of them is, and it is remembered once published."""

from dataclasses import replace

import streamlit as st

from data.extracts import all_extracts
from data.ledger.confirmed_headings import both
from pages.kit.upload.form import check_files
from pages.kit.upload.held_files import Waiting
from pages.kit.upload.keeper import keeper
from pages.words import wording
from validation.files.check_result import CheckedFile

NONE = "Not in this file"


def headings_to_confirm(waiting: Waiting) -> None:
    """Offer, for each file that lacks columns and has headings to spare, to say which heading is which column."""
    for place, file in enumerate(waiting.submission.check.files):
        if file.missing and file.ignored:
            _confirm(waiting, file, place)


def _confirm(waiting: Waiting, file: CheckedFile, place: int) -> None:
    """Draw the form for one file, and check the files again as it says."""
    declared = all_extracts()[str(file.extract)]
    with st.form(f"headings_{place}", border=True):
        st.markdown(
            f"**{wording.plain(file.file)}** looks like {wording.plain(declared.spoken)}. Is one of its other headings "
            "the column that is missing? What you say is remembered when the file is published."
        )
        answers = {
            name: st.selectbox(
                f"{wording.plain(name)}: {wording.plain(declared[name].meaning)}",
                [NONE, *file.ignored],
                key=f"heading_{place}_{name}",
            )
            for name in file.missing
        }
        if not st.form_submit_button("Read the file so, and check again"):
            return
    headings = {heading: column for column, heading in answers.items() if heading != NONE}
    if not headings:
        st.error("Choose at least one heading.")
        return
    keeper().let_go(waiting.receipt, waiting.who)
    read_as = both(waiting.submission.read_as, {declared.name: headings})
    check_files(waiting.place, replace(waiting.submission, read_as=read_as))
