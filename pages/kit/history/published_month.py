"""What stands published for the month chosen: each extract with its load."""

import streamlit as st

from data.extracts import all_extracts
from pages.kit.frame.choices import Choices
from pages.kit.frame.standing import standing_loads
from pages.kit.parts.table import draw_table
from pages.words import wording


def published(chosen: Choices) -> None:
    """List each extract of the month with its load."""
    st.header(f"Published for {wording.month(chosen.month)}", anchor="published")
    draw_table(published_table(chosen), f"Extracts published for {wording.month(chosen.month)}")


def published_table(chosen: Choices) -> list[dict[str, str]]:
    """Return each extract with when it was published for the month chosen, or that it was not."""
    standing = standing_loads(chosen)
    return [
        {
            "Extract": wording.plain(extract.title),
            "Published": wording.moment(standing[extract.name].published_at)
            if extract.name in standing
            else "Not published",
            "Rows": wording.number(standing[extract.name].rows) if extract.name in standing else wording.NONE,
            "Load": str(standing[extract.name].load) if extract.name in standing else wording.NONE,
        }
        for extract in all_extracts().values()
    ]
