"""What stands around every page: its head of one line, its foot, and what an empty house shows instead of figures."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data.access import Act, Reader
from data.program import PROGRAM_NAME, which_program
from data.settings import settings
from pages.gate.gatehouse import gatehouse
from pages.gate.way_in import Way
from pages.kit.frame import contents
from pages.words.classification import INTERNAL
from pages.words.plain_text import listed, plain

PRODUCT = PROGRAM_NAME
MENU: dict = {"Get help": None, "Report a bug": None, "About": None}
INVENTED = "Invented: no real child"


KEPT = {
    Act.EXACT: "figures of few children",
    Act.TEAMS: "small figures of teams",
    Act.LISTS: "lists of children",
    Act.ROWS: "rows of extracts",
}
ASK = "Ask an administrator for access."


class NothingPublished(Exception):
    """Tell that a page has figures to show and the house holds none yet."""


def head(title: str, who: str = "") -> DeltaGenerator:
    """Draw the head of a page: its title, whether its children are invented, who may read it, and who is signed in.

    Returns:
        A spot in the same line for what is chosen.
    """
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="head"):
        st.title(plain(title), anchor=False, width="content")
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key="head_tags"):
            if settings().invented:
                with st.container(key="head_invented", width="content"):
                    st.caption(INVENTED, width="content")
            st.caption(INTERNAL.partition(":")[0], width="content")
            if gatehouse().way is not Way.OPEN:
                _who_is_here(who)
        return st.container(
            horizontal=True, vertical_alignment="center", gap="small", width="content", key="head_choices"
        )


def not_let_in(why: str) -> None:
    """Say instead of a page why nobody is let in, and how somebody is."""
    door = gatehouse().door
    st.title(PRODUCT, anchor=False)
    st.error(plain(why))
    st.markdown(plain(door.remedy))
    if door.link and st.button("Sign in", type="primary"):
        st.login()


def _who_is_here(who: str) -> None:
    """Say who is signed in, and let them sign out: here and in every other window of theirs."""
    with st.container(key="head_who", horizontal=True, vertical_alignment="center", gap="small", width="content"):
        st.caption(f"Signed in: {plain(who)}", width="content")
        if st.button("Sign out", type="tertiary", key="sign_out"):
            st.logout()


def foot(shown: str, kept: str = "") -> None:
    """Say below every page, and on paper, what it shows, what is kept from its reader, who may read it, who made it."""
    with st.container(key="foot"):
        st.caption("  \n".join(line for line in (plain(shown), plain(kept), INTERNAL, which_program()) if line))


def what_is_kept(reader: Reader) -> str:
    """Say what a reader may not see, and what of some services or teams alone; nothing where nothing is kept."""
    if not reader.may(Act.AGGREGATES):
        return f"Every figure is kept from you. {ASK}"
    never = [name for act, name in KEPT.items() if not reader.may_somewhere(act)]
    within = [name for act, name in KEPT.items() if reader.may_somewhere(act) and not reader.may(act)]
    sentences = [f"Kept from you: {listed(never)}."] if never else []
    if within:
        scope = [part.replace("_", " ") for part in reader.confined_to]
        sentences.append(f"You see {listed(within)} of {listed(scope)} alone.")
    return " ".join([*sentences, ASK]) if sentences else ""


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
