"""What publishing would change: rows and children of each extract, and the figures that would move, as measured."""

from collections.abc import Sequence

import streamlit as st

from data.extracts import all_extracts
from data.ledger.history import revision
from indicators.change.moved_figures import MonthFigures, Moved, moved
from pages.kit.frame.cache import loads_kept
from pages.kit.frame.session import current_store, reading
from pages.kit.parts.fold import folded
from pages.kit.parts.table import draw_table
from pages.kit.upload.desk_access import desk
from pages.kit.upload.held_files import Waiting
from pages.kit.upload.moving import say_what_moves
from pages.words import wording
from validation.publishing.submission import Change, Submission
from validation.publishing.version_differences import Difference, Sides

FEW_EXTRACTS = 3


def before_publishing(waiting: Waiting) -> None:
    """Draw what publishing would change, before anything is stored: in one sentence, and what moves behind a click."""
    change, submission = _change(waiting), waiting.submission
    figures = moved(change.before, change.after)
    if not change.rows and not replaced(submission) and all(figure.before.value is None for figure in figures):
        st.markdown(first_publication(submission, figures))
        return
    sentences = [first_of_the_month(submission, change.rows), replaced(submission), _the_same(change.rows)]
    st.caption(" ".join(sentence for sentence in sentences if sentence))
    if differing := [line for line in change.rows if line.differs]:
        label = f"Rows that differ, in {wording.counted(len(differing), 'extracts')}"
        folded(label, "differences", lambda: draw_table(difference_table(differing), label))
    say_what_moves(figures, submission.ends, ("Now", "Would be"), "would move")


def first_publication(submission: Submission, figures: Sequence[Moved]) -> str:
    """Say in one sentence what a first publication of a month brings."""
    extracts = {file.extract for file in submission.check.files if file.extract and file.table is not None}
    measures = wording.counted(sum(figure.after.value is not None for figure in figures), "measures")
    month = wording.month(submission.ends)
    return (
        f"**First publication of {month}: {wording.counted(len(extracts), 'extracts')}; {measures} can be told for the "
        "first time.**"
    )


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


def _the_same(lines: Sequence[Difference]) -> str:
    """Say how many extracts hold the very rows that stand."""
    same = sum(not line.differs for line in lines)
    return f"The rows of {wording.counted(same, 'extracts')} are as they stand." if same else ""


def first_of_the_month(submission: Submission, lines: Sequence[Difference]) -> str:
    """Say which extracts have nothing published to be compared with."""
    new = {file.extract for file in submission.check.files if file.extract} - {line.extract for line in lines}
    first = [all_extracts()[name].title for name in sorted(new)]
    if not first:
        return ""
    which = wording.counted(len(first), "extracts") if len(first) > FEW_EXTRACTS else wording.listed(first)
    return f"First publication of {wording.month(submission.ends)}: {wording.plain(which)}."


def replaced(submission: Submission) -> str:
    """Say which loads the publication would replace, or nothing where it replaces none."""
    names = {file.extract for file in submission.check.files if file.extract and not file.unchanged}
    standing = [
        load
        for load in loads_kept(reading(), revision(current_store(), reading())).values()
        if load.state == "current"
        and (load.authority, load.month) == (submission.authority, submission.ends)
        and load.extract in names
    ]
    if not standing:
        return ""
    if len(standing) > FEW_EXTRACTS:
        newest = wording.moment(max(load.published_at for load in standing))
        return f"Replaces {len(standing)} extracts, published {newest} or before. They are kept as superseded."
    loads = [
        f"{wording.within(all_extracts()[load.extract].title)} (load {load.load}, version {load.version}, published "
        f"{wording.moment(load.published_at)})"
        for load in standing
    ]
    return f"Replaces {wording.plain(wording.listed(loads))}. What is replaced is kept as superseded."


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
