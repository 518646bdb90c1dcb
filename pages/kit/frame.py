"""What stands around every page: the banner, the title with its place and month, and the page of an empty house."""

import streamlit as st

from data.settings import settings
from pages.kit import contents

PRODUCT = "Children's services performance"
MENU: dict = {"Get help": None, "Report a bug": None, "About": None}
INVENTED = "**Example Borough is invented:** no real child stands behind these figures."


def banner() -> None:
    """Say on every page that the figures are of invented children, where they are."""
    if settings().invented:
        st.info(INVENTED)


def masthead(title: str, place: str = "", period: str = "", later: str = "") -> None:
    """Write the title of a page, under it the place and the period it speaks of, and whether a later one is there."""
    st.title(title, anchor=False)
    if place:
        st.markdown(f"**{place}** · {period}" if period else f"**{place}**")
    if later:
        st.caption(f"A later month has been published: {later}. Choose it above.")


def nothing_published(title: str) -> None:
    """Teach what to do in a house that holds no month yet."""
    masthead(title)
    with st.container(border=True):
        st.subheader("No month has been published yet", anchor=False)
        st.markdown(
            "Figures appear here as soon as the first extracts are published. Save them from the case system as csv "
            "or xlsx, one file for each extract, and upload them: every row is checked first, and nothing is "
            "published until you say so."
        )
        contents.link("upload", "Upload the first extracts")
        contents.link("definitions", "See what will be measured")
