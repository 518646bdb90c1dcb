"""Publishing what was checked, and its receipt: what was stored, and which figures are other than they were.

The receipt is read from the ledger by the numbers of the loads, which stand in the address, so that it outlives the
page, the browser and the server.
"""

from collections.abc import Iterable, Sequence
from datetime import timedelta

import streamlit as st

from data.errors import Mendable
from data.extracts import all_extracts
from data.ledger.history import revision
from data.published.areas import names_seen_by
from indicators.change.moved_figures import moved
from pages.kit.frame.cache import Load, figures_known, loads_kept
from pages.kit.frame.contents import link
from pages.kit.frame.session import current_store, reading
from pages.kit.history.undoing import undo_at_once
from pages.kit.parts.fold import folded
from pages.kit.parts.table import draw_table
from pages.kit.upload.desk_access import desk
from pages.kit.upload.held_files import Waiting
from pages.kit.upload.keeper import keeper
from pages.kit.upload.moving import say_what_moves
from pages.kit.upload.overtaken import already_published
from pages.kit.upload.waiting_files import PUBLISHED, close_receipt
from pages.words import wording
from validation.publishing.submission import Submission

FEW_LOADS = 3
A_MOMENT = timedelta(microseconds=1)


def publish(waiting: Waiting, submission: Submission) -> None:
    """Publish what waits as it was last put, saying each step; run the page anew with its loads in the address."""
    with st.status("Publishing", expanded=True) as status:
        bar = st.progress(0.0, "Starting")
        try:
            loads = desk().publish(submission, lambda step, done: bar.progress(done, step))
        except Mendable as wrong:
            status.update(label="Not published", state="error")
            st.error(wording.plain(str(wrong)))
            return
    if len(loads.again) == len(loads):
        all_loads = loads_kept(reading(), revision(current_store(), reading()))
        versions = {all_loads[load].extract: all_loads[load].version for load in loads}
        st.success(already_published(submission.ends, versions))
        return
    keeper().let_go(waiting.receipt, waiting.who)
    close_receipt()
    st.query_params[PUBLISHED] = ".".join(str(load) for load in loads)
    st.session_state["uploads_done"] = st.session_state.get("uploads_done", 0) + 1
    st.rerun()


def receipt() -> None:
    """Draw the receipt of the publication that the address names, if it names any."""
    numbers = st.query_params.get(PUBLISHED, "").split(".")
    all_loads = loads_kept(reading(), revision(current_store(), reading()))
    loads = [all_loads[int(number)] for number in numbers if number.isdigit() and int(number) in all_loads]
    if not loads:
        return
    newest = max(loads, key=lambda load: load.published_at)
    place = names_seen_by(reading()).get(newest.authority, newest.authority)
    with st.container(border=True, key="receipt"):
        when = f"{wording.moment(newest.published_at)}, by {wording.plain(newest.published_by)}"
        st.success(
            f"**Published: {wording.month(newest.month)}, {wording.plain(place)}.** {when}. Every open page shows it "
            "from its next click."
        )
        _loads(loads, newest)
        _earlier(newest, all_loads.values())
        _figures(newest)
        with st.container(horizontal=True):
            link("overview", "See the overview")
            link("history", "See every version")
        if newest.state != "withdrawn":
            undo_at_once(newest)


def _loads(loads: Sequence[Load], newest: Load) -> None:
    """Draw what was published; many loads are one sentence, and stand behind a click."""
    lines = [_line(load, newest) for load in loads]
    if len(lines) <= FEW_LOADS:
        draw_table(lines, "What was published")
        return
    rows = wording.counted(sum(load.rows for load in loads), "rows")
    folded(
        f"{wording.counted(len(loads), 'extracts')}, {rows}", "loads", lambda: draw_table(lines, "What was published")
    )


def _line(load: Load, newest: Load) -> dict[str, str]:
    """Write what was published as a row of words; what stood already with the same bytes says so."""
    new = load.published_at == newest.published_at
    return {
        "Extract": wording.plain(all_extracts()[load.extract].title),
        "Load": str(load.load),
        "Version": str(load.version),
        "Rows": wording.number(load.rows),
        "File": wording.plain(load.file),
        "": load.state.capitalize() if new else "Stood already; nothing changed",
    }


def _earlier(newest: Load, loads: Iterable[Load]) -> None:
    """Say which months were published with it, as they would have stood."""
    with_it = [load for load in loads if load.backfilled and load.published_at == newest.published_at]
    months = sorted({load.month for load in with_it if load.authority == newest.authority})
    if months:
        first, last = wording.month(months[0]), wording.month(months[-1])
        st.markdown(f"Also, as they would have stood: {wording.counted(len(months), 'months')}, {first} to {last}.")


def _figures(newest: Load) -> None:
    """Draw the figures as known just before the publication and just after it."""
    arguments = (reading(), newest.authority, newest.month, revision(current_store(), reading()))
    earlier = figures_known(*arguments, newest.published_at)
    later = figures_known(*arguments, newest.published_at + A_MOMENT)
    say_what_moves(moved(earlier, later), newest.month, ("Before", "Now"), "moved")
