"""What is said of a figure: the comment on the month chosen, and what moved since it was written."""

import streamlit as st

from data.office.comments import Comment, latest_comment
from indicators.commented import Commented
from indicators.declaration import Indicator
from pages.kit import words
from pages.kit.cache import comments_kept
from pages.kit.choices import Choices
from pages.kit.commentary import reads, signed, what_moved
from pages.kit.commenting import write
from pages.kit.fold import folded
from pages.kit.house import house


def comments_on(chosen: Choices) -> dict[str, Commented]:
    """Return every comment on the month chosen with the figures of today, by the id of its indicator."""
    latest = latest_comment(house(), chosen.reader)
    return comments_kept(chosen.reader, chosen.authority, chosen.month, chosen.revision, latest)


def comment(chosen: Choices, indicator: Indicator, stands: Commented | None) -> None:
    """Draw the comment on a figure and what moved since it was written; behind a click, the way to write it."""
    if stands is not None:
        st.markdown(f"**Comment.** {words.plain(reads(stands))}")
        st.caption(words.plain(signed(stands.comment)))
        for each in what_moved(stands):
            st.warning(words.plain(each), icon=":material/published_with_changes:")
    before = stands.comment if stands else Comment(chosen.authority, indicator.id, chosen.month, "")
    label = "Change this comment, or see what was said before" if stands else "Write a comment"
    folded(label, f"comment_{indicator.id}", lambda: write(chosen, before))
