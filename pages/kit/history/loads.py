"""The history of loads: what was published, by whom, and what became of it."""

import streamlit as st

from data.extracts import all_extracts
from data.ledger.data_quality import found_in_loads
from data.ledger.history import revision
from pages.kit.frame import contents
from pages.kit.frame.cache import Load, loads_kept
from pages.kit.frame.choices import Choices
from pages.kit.frame.session import current_store, reading
from pages.kit.parts.table import draw_table
from pages.words import wording

NEWEST, FEW = 14, 5
EVERY = "Every month"


def newest_loads() -> None:
    """Draw the few newest loads, and the way to the whole history."""
    loads = _known()
    st.header("Published last", anchor=False)
    if not loads:
        st.markdown("Nothing has been published yet.")
        return
    draw_table([_short(load) for load in loads[:FEW]], "The newest loads")
    contents.link("history", "See the whole history, undo or redo")


def every_load(chosen: Choices | None) -> None:
    """Draw the loads of an authority, of the month chosen or of every month, newest first; where none stands, all."""
    if not loads_of(chosen):
        return
    st.header("What was published", anchor=False)
    st.markdown(
        "A load is one extract of one month, as published once. Publishing the month again makes the next version and "
        "supersedes this one; undoing hides it, and redoing brings it back."
    )
    all_months = chosen is None or st.toggle(EVERY, key="every_month")
    loads = [load for load in loads_of(chosen) if chosen is None or all_months or load.month == chosen.month]
    versions = {_what(load): load.version for load in loads_of(chosen) if load.state == "current"}
    findings = findings_of(chosen) if chosen else {}
    rows = [_row(load, versions, findings.get(load.load, ""), all_months) for load in loads]
    draw_table(rows[:NEWEST], "The newest loads")
    if len(rows) > NEWEST:
        with st.expander(f"Earlier loads ({wording.number(len(rows) - NEWEST)})"):
            draw_table(rows[NEWEST:], "Earlier loads")


def findings_of(chosen: Choices) -> dict[int, str]:
    """Say what was found in each load when it was published: how much was explained, and how much is to know."""
    readings: dict[int, list[str]] = {}
    for row in found_in_loads(current_store(), chosen.reader, chosen.authority):
        severity = {"query": "explained", "info": "to know"}.get(row["severity"], row["severity"])
        readings.setdefault(int(row["load"]), []).append(f"{wording.number(row['findings'])} {severity}")
    return {load: ", ".join(texts) for load, texts in readings.items()}


def _known() -> list[Load]:
    """List every load, newest first."""
    return list(loads_kept(reading(), revision(current_store(), reading())).values())


def loads_of(chosen: Choices | None) -> list[Load]:
    """List the loads of the authority chosen, newest first; where no month stands, all that the reader may see."""
    if chosen is None:
        return _known()
    return [load for load in loads_kept(chosen.reader, chosen.revision).values() if load.authority == chosen.authority]


def _what(load: Load) -> tuple:
    """Return what a load is a version of."""
    return load.authority, load.month, load.extract


def _short(load: Load) -> dict[str, str]:
    """Write a load as a short row of words."""
    return {
        "Month": wording.unbroken(wording.short_month(load.month)),
        "Extract": wording.plain(title_of(load.extract)),
        "Version": str(load.version),
        "State": load.state.capitalize(),
        "Published": wording.unbroken(wording.moment(load.published_at)),
        "By": wording.plain(load.published_by),
    }


def _row(load: Load, versions: dict[tuple, int], findings: str, with_month: bool) -> dict[str, str]:
    """Write a load as a row of words."""
    month = {"Month": wording.unbroken(wording.short_month(load.month))} if with_month else {}
    return {
        "Load": str(load.load),
        **month,
        "Extract": wording.plain(title_of(load.extract)),
        "Version": str(load.version),
        "State": _state(load, versions),
        "Published": f"{wording.unbroken(wording.moment(load.published_at))} by {wording.plain(load.published_by)}",
        "Rows": wording.number(load.rows),
        "Findings": findings or "None",
        "Reason given": wording.plain(load.reason) or wording.NONE,
    }


def _state(load: Load, versions: dict[tuple, int]) -> str:
    """Say what became of a load, and who turned it last, when and why."""
    state = load.state.capitalize()
    if load.state == "superseded":
        state = f"Superseded by version {versions[_what(load)]}"
    if not load.turned:
        return state
    turned = "undone" if load.turned == "withdrawn" else "redone"
    start = state if load.turned == "restored" else "Withdrawn"
    when = wording.unbroken(wording.moment(load.turned_at)) if load.turned_at else ""
    why = f": {wording.plain(load.why)}" if load.why else ""
    return f"{start}; {turned} {when} by {wording.plain(load.turned_by)}{why}"


def title_of(extract: str) -> str:
    """Return the title of an extract, or its name where it is declared no more."""
    return all_extracts()[extract].title if extract in all_extracts() else extract
