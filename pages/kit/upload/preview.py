"""What publishing would change: rows and children of each extract, and the figures that would move, as measured."""

from collections.abc import Sequence

import streamlit as st

from data.extracts import all_extracts
from data.ledger.history import revision
from indicators.change.moved_figures import MonthFigures, moved
from pages.kit.frame.cache import loads_kept
from pages.kit.frame.session import current_store, reading
from pages.kit.parts.figures_before_and_after import figure_table
from pages.kit.parts.table import draw_table
from pages.kit.upload.desk_access import desk
from pages.kit.upload.held_files import Waiting
from pages.words import wording
from validation.publishing.submission import Change, Submission
from validation.publishing.version_differences import Difference, Sides


def before_publishing(waiting: Waiting) -> None:
    """Draw what publishing would change: rows, children and figures, before anything is stored."""
    month = wording.month(waiting.submission.ends)
    change = _change(waiting)
    figures = moved(change.before, change.after)
    st.subheader("What publishing would change", anchor=False)
    if change.rows:
        draw_table(difference_table(change.rows), "Rows and children published now, and of your files")
    for sentence in [*first_of_the_month(waiting.submission, change.rows), *replaced(waiting.submission)]:
        st.caption(sentence)
    if figures:
        many = wording.counted(len(figures), "figures")
        st.markdown(f"**{many} of {month} would move**, measured by a rehearsal of which nothing is kept:")
        draw_table(figure_table(figures, "Now", "Would be"), "Figures now, and as they would be")
    else:
        st.markdown(f"**No figure of {month} would move.**")


def difference_table(lines: Sequence[Difference]) -> list[dict[str, str]]:
    """Return differences as rows of words."""
    return [
        {
            "Extract": wording.plain(all_extracts()[difference.extract].title),
            "Rows published now": wording.number(difference.standing),
            "Rows in yours": wording.number(difference.ours),
            "Rows": _sides(difference.rows),
            "Children": _sides(difference.children) if difference.children else wording.NONE,
        }
        for difference in lines
    ]


def first_of_the_month(submission: Submission, lines: Sequence[Difference]) -> list[str]:
    """Say which extracts have nothing published to be compared with."""
    new = {file.extract for file in submission.check.files if file.extract} - {line.extract for line in lines}
    first = [all_extracts()[name].title for name in sorted(new)]
    if not first:
        return []
    return [f"First publication of {wording.month(submission.ends)}: {wording.plain(wording.listed(first))}."]


def replaced(submission: Submission) -> list[str]:
    """Say which loads the publication would replace."""
    standing = {
        load.extract: load
        for load in loads_kept(reading(), revision(current_store(), reading())).values()
        if load.state == "current" and load.authority == submission.authority and load.month == submission.ends
    }
    return [
        f"{wording.plain(all_extracts()[name].title)}: replaces load {standing[name].load}, version "
        f"{standing[name].version}, published {wording.moment(standing[name].published_at)}, "
        "which is kept as superseded."
        for name in sorted({file.extract for file in submission.check.files if file.extract and not file.unchanged})
        if name in standing
    ]


def _change(waiting: Waiting) -> Change[MonthFigures]:
    """Return what would change, measured once for as long as the store stays as it is."""
    store_revision = revision(current_store(), reading())
    if store_revision not in waiting.changes:
        waiting.changes.clear()
        with st.spinner("Measuring which figures would move…"):
            waiting.changes[store_revision] = desk().rehearse(waiting.submission)
    return waiting.changes[store_revision]


def _sides(sides: Sides) -> str:
    """Write what is added, taken away and changed."""
    counts = {"added": sides.added, "taken away": sides.removed, "changed": sides.changed}
    return ", ".join(f"{wording.number(count)} {noun}" for noun, count in counts.items() if count) or "The same"
