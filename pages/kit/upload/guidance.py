"""Guidance on each extract, from its declaration: what it holds, its columns, and a blank workbook."""

import streamlit as st

from data.extract import Declared
from data.extracts import uploaded_extracts
from data.parsing.limits import MEGABYTE, MOST_BYTES
from data.returns.declaration import all_returns
from pages.kit.frame.file_to_take import offer_file
from pages.kit.parts.table import draw_table
from pages.words import wording


def guidance() -> None:
    """Draw the guidance on every extract."""
    st.header("What each extract holds", anchor=False)
    titles = wording.listed([declaration.title for declaration in all_returns().values()])
    st.markdown(
        f"The files of the {titles} are taken as they come: drop the workbook, all the csv files together, or a "
        f"zip of them of up to {MOST_BYTES // MEGABYTE} MB. What is larger is read from a folder, table by table, by "
        "the command line: `python cli.py publish FOLDER`. What each makes, and what it cannot tell, is said then."
    )
    named = {
        name: declared.title for name, declared in sorted(uploaded_extracts().items(), key=lambda pair: pair[1].title)
    }
    name = st.selectbox("What does one hold?", named, None, named.__getitem__, placeholder="Choose an extract")
    if name:
        _one(uploaded_extracts()[name])


def _one(declared: Declared) -> None:
    """Draw the guidance on one extract, with its blank workbook."""
    with st.container(border=True):
        st.subheader(wording.plain(declared.title), anchor=False)
        st.markdown(declared.guidance)
        st.markdown(f"It reaches back over **{declared.window}**.")
        offer_file(
            "Download the blank workbook",
            lambda: _workbook(declared.name),
            f"{declared.name}_template.xlsx",
            key=f"template_{declared.name}",
        )
        draw_table(columns(declared), f"Columns of {declared.title}")


def columns(declared: Declared) -> list[dict[str, str]]:
    """Return the columns of an extract as rows of words."""
    from data.guidance.template import written_as

    return [
        {
            "Column": f"`{column.name}`",
            "What it holds": wording.plain(column.meaning),
            "Must be filled": "Yes" if column.required else "No",
            "Written as": wording.plain(written_as(column)),
        }
        for column in declared.columns
    ]


@st.cache_data(max_entries=50, show_spinner=False)
def _workbook(name: str) -> bytes:
    """Return the blank workbook of an extract."""
    from data.guidance.template import template

    return template(uploaded_extracts()[name])
