"""What is said of a figure: the comment on the month chosen, and what moved since it was written."""

from datetime import date

import streamlit as st

from data.access import Reader
from data.annotations.comments import Comment, latest_comment
from indicators.change.comments import Commented, commented
from indicators.engine.declaration import Indicator
from pages.kit.frame.choices import Choices
from pages.kit.frame.session import current_store
from pages.kit.indicator.comment_form import write
from pages.kit.parts.fold import folded
from pages.words import wording
from pages.words.commentary import reads, signed, what_moved


def comments_on(chosen: Choices) -> dict[str, Commented]:
    """Return every comment on the month chosen with the figures of today, by the id of its indicator."""
    latest = latest_comment(current_store(), chosen.reader)
    return _kept(chosen.reader, chosen.authority, chosen.month, chosen.revision, latest)


def comment(chosen: Choices, indicator: Indicator, stands: Commented | None) -> None:
    """Draw the comment on a figure and what moved since it was written; behind a click, the way to write it."""
    if stands is not None:
        st.markdown(f"**Comment.** {wording.plain(reads(stands))}")
        st.caption(wording.plain(signed(stands.comment)))
        for sentence in what_moved(stands):
            st.warning(wording.plain(sentence), icon=":material/published_with_changes:")
    standing = stands.comment if stands else Comment(chosen.authority, indicator.id, chosen.month, "")
    label = "Change this comment, or see what was said before" if stands else "Write a comment"
    folded(label, f"comment_{indicator.id}", lambda: write(chosen, standing))


@st.cache_data(max_entries=100, show_spinner=False)
def _kept(
    reader: Reader,
    authority: str,
    month: date,
    revision: int,  # noqa: ARG001 - part of the key
    latest: int,  # noqa: ARG001 - part of the key: a comment moves no figure, and so no revision
) -> dict[str, Commented]:
    """Return every comment on a month with the figures of today, by the id of its indicator."""
    return {remark.comment.indicator: remark for remark in commented(current_store(), reader, authority, [month])}
