"""A group of one's own: who is in it, and a way to keep it under a name for everybody."""

import streamlit as st

from data.errors import Mendable
from data.published.areas import authorities, codes_meant
from data.published.authority_groups import LONGEST_NAME
from indicators.comparison.comparators import keep_group_for_comparing
from pages.kit.frame.address import choice, read_entry, say_in_vain
from pages.kit.frame.session import current_store, reading
from pages.words import wording

KEPT = "group_just_kept"


def choose_group() -> tuple[tuple[str, ...], str]:
    """Draw the choice of a group of one's own and its name, and the offer to keep it."""
    all_codes = codes_meant(list(authorities()))
    names = {
        code: authorities()[code]["name"] for code in sorted(all_codes, key=lambda code: authorities()[code]["name"])
    }
    left, right = st.columns([3, 1])
    with left:
        codes = choice(st.multiselect, "Authorities in the group", names, "group", names.__getitem__)
    read_entry("called", lambda text: len(text) <= LONGEST_NAME)
    called = right.text_input("Name of the group", key="called", bind="query-params", max_chars=LONGEST_NAME)
    say_in_vain("called", "Name of the group", called, f"which has more than {LONGEST_NAME} letters")
    if codes:
        _offer_to_keep(tuple(codes), called)
    return tuple(codes), called


def just_kept() -> str | None:
    """Return the name of the group that was kept by the last click, once."""
    return st.session_state.pop(KEPT, None)


def _offer_to_keep(codes: tuple[str, ...], called: str) -> None:
    """Draw the way to keep a group: it is chosen from then on, and nothing that was kept is overwritten."""
    left, right = st.columns([1, 3], vertical_alignment="center")
    right.caption("Kept, it stands under “Compare with” for everybody. The same name again makes its next version.")
    if not left.button("Keep this group", disabled=not called.strip(), key="keep_group"):
        return
    try:
        group, new = keep_group_for_comparing(current_store(), reading(), called, codes)
    except Mendable as why:
        st.error(wording.plain(str(why)))
        return
    st.session_state[KEPT] = group.name
    st.toast(f"{'Kept' if new else 'Kept already'}: {wording.plain(group.named)}", icon=":material/check:")
    st.rerun()
