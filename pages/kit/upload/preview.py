"""What publishing would change: rows and children of each extract, and the figures that would move, as measured."""

from collections.abc import Sequence

import streamlit as st

from data.extracts import all_extracts
from data.ledger.history import published_rows, revision
from data.months import month_end
from indicators.change.moved_figures import every_figure, moved
from indicators.engine.catalogue import measure_everything
from pages.kit.frame.cache import loads_kept
from pages.kit.frame.session import current_store, reading
from pages.kit.parts.figures_before_and_after import figure_table
from pages.kit.parts.table import draw_table
from pages.kit.upload.held_files import Change, Chosen
from pages.kit.upload.waiting_files import opened
from pages.words import wording
from validation.files.check_result import Check
from validation.publishing.version_differences import Difference, Sides, differences


def before_publishing(chosen: Chosen, found: Check) -> None:
    """Draw what publishing would change: rows, children and figures, before anything is stored."""
    month = wording.month(month_end(chosen.month))
    change = _change(chosen, found)
    st.subheader("What publishing would change", anchor=False)
    if change.differences:
        draw_table(difference_table(change.differences), "Rows and children published now, and of your files")
    for sentence in [*first_of_the_month(chosen, change, found), *replaced(chosen, found)]:
        st.caption(sentence)
    if change.figures:
        many = wording.counted(len(change.figures), "figures")
        st.markdown(f"**{many} of {month} would move**, measured by a rehearsal of which nothing is kept:")
        draw_table(figure_table(change.figures, "Now", "Would be"), "Figures now, and as they would be")
    else:
        st.markdown(f"**No figure of {month} would move.**")


def difference_table(lines: Sequence[Difference]) -> list[dict[str, str]]:
    """Return differences as rows of words."""
    return [
        {
            "Extract": wording.plain(all_extracts()[each.extract].title),
            "Rows published now": wording.number(each.standing),
            "Rows in yours": wording.number(each.ours),
            "Rows": _sides(each.rows),
            "Children": _sides(each.children) if each.children else wording.NONE,
        }
        for each in lines
    ]


def first_of_the_month(chosen: Chosen, change: Change, found: Check) -> list[str]:
    """Say which extracts have nothing published to be compared with."""
    compared = {each.extract for each in change.differences}
    new = {each.extract for each in found.files if each.extract} - compared
    first = [all_extracts()[name].title for name in sorted(new)]
    if not first:
        return []
    return [f"First publication of {wording.month(month_end(chosen.month))}: {wording.plain(wording.listed(first))}."]


def replaced(chosen: Chosen, found: Check) -> list[str]:
    """Say which loads the publication would replace."""
    end = month_end(chosen.month)
    standing = {
        load.extract: load
        for load in loads_kept(reading(), revision(current_store(), reading())).values()
        if load.state == "current" and load.authority == chosen.authority and load.month == end
    }
    return [
        f"{wording.plain(all_extracts()[name].title)}: replaces load {standing[name].load}, version "
        f"{standing[name].version}, published {wording.moment(standing[name].published_at)}, "
        "which is kept as superseded."
        for name in sorted({file.extract for file in found.files if file.extract and not file.unchanged})
        if name in standing
    ]


def _change(chosen: Chosen, found: Check) -> Change:
    """Return what would change, measured once for as long as the store stays as it is."""
    waiting, now = opened(), revision(current_store(), reading())
    kept = waiting.changes if waiting is not None else {}
    if now not in kept:
        kept.clear()
        kept[now] = _measured(chosen, found)
    return kept[now]


def _measured(chosen: Chosen, found: Check) -> Change:
    """Rehearse the publication, and compare."""
    from validation.publishing.gate import rehearse

    end, whose = month_end(chosen.month), chosen.authority
    with st.spinner("Measuring which figures would move…"):
        before, after = rehearse(
            current_store(),
            reading(),
            whose,
            found,
            measure_everything,
            lambda it: every_figure(it, reading(), whose, end),
        )
        apart = differences(found, lambda name: published_rows(current_store(), reading(), whose, end, name))
    return Change(apart, moved(before, after))


def _sides(sides: Sides) -> str:
    """Write what is added, taken away and changed."""
    counts = {"added": sides.added, "taken away": sides.removed, "changed": sides.changed}
    return ", ".join(f"{wording.number(count)} {what}" for what, count in counts.items() if count) or "The same"
