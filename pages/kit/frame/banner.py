"""What stands around every page: the banner, and what an empty house shows instead of figures."""

import streamlit as st

from data.program import PROGRAM_NAME, which_program
from data.settings import settings
from pages.kit.frame import contents

PRODUCT = PROGRAM_NAME
MENU: dict = {"Get help": None, "Report a bug": None, "About": None}
INVENTED = "**Example Borough is invented:** no real child stands behind these figures."


class NothingPublished(Exception):
    """Tell that a page has figures to show and the house holds none yet."""


def banner() -> None:
    """Say on every page which program this is, and where the figures are of invented children, say that, too."""
    program = f":small[{which_program()}]"
    if settings().invented:
        st.info(f"{INVENTED} {program}")
    else:
        st.caption(program)


def nothing_published() -> None:
    """Teach what to do in a house that holds no month yet."""
    with st.container(border=True):
        st.subheader("No month has been published yet", anchor=False)
        st.markdown(
            "Figures appear here as soon as the first extracts are published. Save them from the case system as csv "
            "or xlsx, one file for each extract, and upload them: every row is checked first, and nothing is "
            "published until you say so."
        )
        contents.link("upload", "Upload the first extracts")
        contents.link("definitions", "See what will be measured")
