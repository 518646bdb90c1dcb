"""Writing a comment: the box, the figures to put in, how it will read, and what was said before."""

from collections.abc import Callable, Sequence

import streamlit as st

from data.annotations.comments import LONGEST, LONGEST_AUTHOR, Comment, remove_comment
from data.errors import Mendable
from indicators.change.comments import Commented, draft, versions_of, write_comment
from indicators.engine.catalogue import all_indicators, indicator_called
from indicators.figures.public_texts import objections
from pages.kit.frame.choices import Choices
from pages.kit.frame.session import current_store
from pages.kit.parts.table import draw_table
from pages.words import wording
from pages.words.commentary import pointed_out, reads, signed

AUTHOR = "whose_comment"
HOW_TO_WRITE = (
    "Everybody who opens this page reads it, and it goes into reports: **name no child, no family and no worker.** "
    "Put figures in rather than typing them: they come from the data, and stay right."
)
OWN_FIGURES = {
    "figure": "This figure",
    "figure:counts": "What this figure is made of",
    "figure:previous": "This figure, a month before",
    "figure:year_before": "This figure, a year before",
}
"""The places for the figure that is commented on, by what stands in their brackets."""


def write(chosen: Choices, standing: Comment) -> None:
    """Draw the box for a comment that begins with what stands, how it will read, and every version so far."""
    st.markdown(HOW_TO_WRITE)
    key = f"{standing.indicator}_{standing.authority}_{standing.month:%Y-%m}_{standing.version}"
    st.session_state.setdefault(f"text_{key}", standing.text)
    text = st.text_area(f"Comment on {wording.month(standing.month)}", key=f"text_{key}", max_chars=LONGEST)
    left, right = st.columns(2)
    with left:
        _put_in(key)
    last_author = st.session_state.get(AUTHOR, "")
    author = right.text_input("Whose comment it is", last_author, key=f"author_{key}", max_chars=LONGEST_AUTHOR)
    comment = Comment(standing.authority, standing.indicator, standing.month, text, author or "")
    if text.strip():
        _preview(chosen, comment)
    with st.container(horizontal=True):
        if st.button("Keep this comment", type="primary", key=f"keep_{key}"):
            _do("Kept", lambda: write_comment(current_store(), chosen.reader, comment, standing.version))
        if standing.text and st.button("Remove it", key=f"remove_{key}"):
            _do("Removed", lambda: remove_comment(current_store(), chosen.reader, comment, standing.version))
    title = indicator_called(standing.indicator).title
    versions = versions_of(current_store(), chosen.reader, standing.authority, standing.indicator)
    draw_table(table(versions), f"Every version of the comments on {title}, newest first")


def table(versions: Sequence[Commented]) -> list[dict[str, str]]:
    """Return versions of comments as rows of words."""
    return [
        {
            "Month": wording.month(version.comment.month),
            "Comment": wording.plain(reads(version)) or "Removed",
            "Whose, and when": wording.plain(signed(version.comment)),
        }
        for version in versions
    ]


def _put_in(key: str) -> None:
    """Draw the choice of a figure to put into the text."""
    places = OWN_FIGURES | {indicator.id: indicator.title for indicator in all_indicators().values()}
    st.selectbox(
        "Put in a figure",
        list(places),
        index=None,
        format_func=places.__getitem__,
        key=f"put_in_{key}",
        on_change=_append,
        args=(key,),
        placeholder="Choose which",
    )


def _append(key: str) -> None:
    """Write the place of a figure at the end of the text, and be ready for the next."""
    if place := st.session_state[f"put_in_{key}"]:
        st.session_state[f"text_{key}"] = f"{st.session_state[f'text_{key}']} {{{place}}}".strip()
        st.session_state[f"put_in_{key}"] = None


def _preview(chosen: Choices, comment: Comment) -> None:
    """Draw how a comment will read, or why it cannot be kept; point out what should not go to others."""
    try:
        st.markdown(f"**It will read:** {wording.plain(reads(draft(current_store(), chosen.reader, comment)))}")
    except Mendable as why:
        st.error(wording.plain(str(why)))
    measure = indicator_called(comment.indicator)
    places = objections(current_store(), chosen.reader, comment.text, comment.authority, comment.month, [measure])
    for sentence in pointed_out(places):
        st.warning(wording.plain(sentence))
    if places:
        st.caption("Kept as it stands, it is not shown to the public, nor printed for publication.")


def _do(done: str, change: Callable[[], Comment]) -> None:
    """Write a version and draw the page anew, or say why it cannot be done; remember who writes."""
    try:
        st.session_state[AUTHOR] = change().author
    except Mendable as why:
        st.error(wording.plain(str(why)))
        return
    st.toast(f"{done}. Every version stays on record.", icon=":material/check:")
    st.rerun()
