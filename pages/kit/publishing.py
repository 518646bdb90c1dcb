"""Publishing what was checked, and the receipt: what was stored, and which figures are other than they were."""

from dataclasses import dataclass

import streamlit as st

from data.errors import Mendable
from data.extract import all_extracts
from data.months import month_end
from indicators.catalogue import all_indicators, measure_everything
from indicators.figure import Figure
from indicators.figures import figures
from pages.kit import words
from pages.kit.contents import link
from pages.kit.house import house, reading
from pages.kit.table import draw_table
from pages.kit.upload import Chosen
from validation.checked import Check
from validation.explaining import Reasons


@dataclass(frozen=True)
class Receipt:
    """Hold what was published and what came of it."""

    chosen: Chosen
    loads: list[dict[str, str]]
    figures: list[dict[str, str]]


def publish(chosen: Chosen, found: Check, reasons: Reasons) -> None:
    """Publish what was checked, keep the receipt, and run the page anew."""
    from validation.gate import let_in

    before = _figures(chosen)
    try:
        with st.spinner("Publishing and measuring…"):
            numbers = let_in(house(), reading(), chosen.authority, found, measure_everything, reasons, chosen.revision)
    except Mendable as why:
        st.error(str(why))
        return
    stored = [
        {
            "Load": str(number),
            "Extract": words.plain(all_extracts()[str(file.extract)].title),
            "Rows": words.number(file.accepted),
            "File": words.plain(file.file),
        }
        for number, file in zip(numbers, [file for file in found.files if file.table is not None], strict=True)
    ]
    st.session_state["receipt"] = Receipt(chosen, stored, moved(before, _figures(chosen)))
    st.session_state.pop("checked", None)
    st.session_state["uploads_done"] = st.session_state.get("uploads_done", 0) + 1
    st.rerun()


def receipt() -> None:
    """Draw the receipt of what this session published last, if anything."""
    kept: Receipt | None = st.session_state.get("receipt")
    if kept is None:
        return
    month = words.month(month_end(kept.chosen.month))
    with st.container(border=True, key="receipt"):
        st.success(
            f"**Published: {month}, {words.plain(kept.chosen.place)}.** Every open page shows it from its next click."
        )
        draw_table(kept.loads, "What was published")
        if kept.figures:
            st.markdown(f"**Figures of {month} that are other than they were**")
            draw_table(kept.figures, "Figures before and after")
        else:
            st.markdown(f"No figure of {month} is other than it was.")
        link("overview", "See the overview")


def moved(before: list[Figure], after: list[Figure]) -> list[dict[str, str]]:
    """Return the figures that are not what they were, as rows of words."""
    return [
        {
            "Indicator": words.plain(all_indicators()[now.indicator].title),
            "Before": words.value(was.unit, was.value),
            "Now": words.value(now.unit, now.value),
            "Made of": words.counts(all_indicators()[now.indicator], now) or words.plain(now.reason),
        }
        for was, now in zip(before, after, strict=True)
        if (was.value, was.numerator, was.denominator) != (now.value, now.numerator, now.denominator)
    ]


def _figures(chosen: Chosen) -> list[Figure]:
    """Return every figure of the month as it stands now."""
    everything = list(all_indicators().values())
    return figures(house(), reading(), everything, chosen.authority, [month_end(chosen.month)])
