"""What came in while someone looked at a check: their own second click, or a colleague's publication to look at."""

from dataclasses import replace
from datetime import date

import streamlit as st

from data.ledger.conflicts import already_published
from data.ledger.history import history, published_rows
from data.ledger.loads import met_since
from data.months import month_end
from pages.kit.frame.session import current_store, reading
from pages.kit.parts.table import draw_table
from pages.kit.upload.held_files import Chosen
from pages.kit.upload.keeper import keeper
from pages.kit.upload.preview import difference_table
from pages.kit.upload.waiting_files import opened
from pages.words import wording
from validation.files.check_result import Check
from validation.publishing.gate import incoming_of
from validation.publishing.version_differences import differences


def nothing_in_the_way(chosen: Chosen, found: Check) -> bool:
    """Tell whether a check can be published as it is; where not, say what came in since, and how to go on."""
    end, incoming = month_end(chosen.month), incoming_of(found)
    met, again = met_since(current_store(), reading(), chosen.authority, end, incoming, chosen.revision)
    if len(again) == len(incoming):
        st.success(already_published(end, _versions(again)))
        return False
    if met is None:
        return True
    st.warning(wording.plain(str(met)))
    _difference(chosen, found, end)
    if not met.check_again and st.button("I have looked at the difference", key="looked"):
        if (waiting := opened()) is not None:
            keeper().keep(replace(waiting, chosen=replace(chosen, revision=met.revision)))
        st.rerun()
    return False


def _difference(chosen: Chosen, found: Check, end: date) -> None:
    """Draw how the files differ from what stands now."""
    lines = differences(found, lambda name: published_rows(current_store(), reading(), chosen.authority, end, name))
    if lines:
        draw_table(difference_table(lines), "Rows published now, and rows of your files")


def _versions(loads: list[int]) -> dict[str, int]:
    """Return the versions of loads by their extracts."""
    told = history(current_store(), reading())
    return {row["extract"]: int(row["version"]) for row in told.to_dict("records") if row["load"] in loads}
