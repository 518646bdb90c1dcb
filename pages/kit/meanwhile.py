"""What came in while someone looked at a check: their own second click, or a colleague's publication to look at."""

from dataclasses import replace
from datetime import date

import streamlit as st

from data.extract import all_extracts
from data.ledger import history, met_since, published_rows
from data.months import month_end
from data.standing import already_published
from pages.kit import words
from pages.kit.house import house, reading
from pages.kit.table import draw_table
from pages.kit.upload import Chosen
from validation.checked import Check
from validation.differences import Difference, differences
from validation.gate import incoming_of


def nothing_in_the_way(chosen: Chosen, found: Check) -> bool:
    """Tell whether a check can be published as it is; where not, say what came in since, and how to go on."""
    end, incoming = month_end(chosen.month), incoming_of(found)
    met, again = met_since(house(), reading(), chosen.authority, end, incoming, chosen.revision)
    if len(again) == len(incoming):
        st.success(already_published(end, _versions(again)))
        return False
    if met is None:
        return True
    st.warning(words.plain(str(met)))
    _difference(chosen, found, end)
    if not met.check_again and st.button("I have looked at the difference", key="looked"):
        st.session_state["checked"] = (replace(chosen, revision=met.revision), found)
        st.rerun()
    return False


def _difference(chosen: Chosen, found: Check, end: date) -> None:
    """Draw how the files differ from what stands now."""
    lines = differences(found, lambda name: published_rows(house(), reading(), chosen.authority, end, name))
    if lines:
        draw_table([_line(each) for each in lines], "Rows published now, and rows of your files")


def _line(each: Difference) -> dict[str, str]:
    """Write a difference as a row of words."""
    return {
        "Extract": words.plain(all_extracts()[each.extract].title),
        "Rows published now": words.number(each.standing),
        "Rows in yours": words.number(each.ours),
        "Only published": words.number(each.only_standing),
        "Only in yours": words.number(each.only_ours),
    }


def _versions(loads: list[int]) -> dict[str, int]:
    """Return the versions of loads by their extracts."""
    told = history(house(), reading())
    return {row["extract"]: int(row["version"]) for row in told.to_dict("records") if row["load"] in loads}
