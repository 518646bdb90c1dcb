"""Months beside those of the authorities that exchange figures with us: a benchmark that nobody publishes."""

import streamlit as st

from data.access import Reader
from data.exchange.exchanged_figures import peers
from indicators.comparison.averages import NAMED
from indicators.comparison.comparison import CANNOT_TELL, NO_FIGURE
from indicators.comparison.peers import Month, beside_peers
from indicators.engine.catalogue import indicator_called
from pages.kit.frame.choices import Choices
from pages.kit.frame.session import current_store
from pages.kit.parts.table import draw_table
from pages.words import wording
from pages.words.figure_range import shown

SHOWN = 13


@st.cache_data(max_entries=100, show_spinner=False)
def kept(
    reader: Reader,
    authority: str,
    months: tuple,
    revision: int,  # noqa: ARG001 - part of the key
    indicator: str,
) -> list[Month]:
    """Return an indicator's months beside those of our peers, oldest first."""
    return beside_peers(current_store(), reader, indicator_called(indicator), authority, months)


def beside_our_peers(chosen: Choices, indicator: str) -> None:
    """Draw our months beside those of our peers, where there are any."""
    others = [peer for peer in peers(current_store()) if peer.authority != chosen.authority]
    if not others:
        return
    months = kept(chosen.reader, chosen.authority, chosen.months[-SHOWN:], chosen.revision, indicator)
    with st.container(border=True, key="peers_section"):
        st.header("Month by month, with those who exchange figures", anchor="peers")
        st.markdown(f"**{in_a_sentence(months[-1], wording.plain(chosen.place))}**")
        draw_table(table(months), f"{months[-1].measure.title}: ours beside our peers, by month, newest first")
        names = wording.listed([f"{wording.plain(peer.name)} ({wording.day(peer.written_on)})" for peer in others])
        st.caption(
            f"Handed to us, not published; the day is that of writing: {names}. {_otherwise(months[-1])}".strip()
        )


def in_a_sentence(found: Month, place: str) -> str:
    """Say where we stand in a month, or why that cannot be told."""
    month, average = wording.month(found.own.month), NAMED[found.average.name]
    if found.verdict == NO_FIGURE:
        return f"For {month} there is nothing to compare: {wording.plain(found.own.reason or found.average.reason)}"
    own, theirs = shown(found.measure, found.own_span), shown(found.measure, found.average.span)
    if found.verdict == CANNOT_TELL:
        return f"In {month} {place} stood at {own}; beside {average} of its peers it cannot be told: that is {theirs}."
    side = f"{found.verdict} as" if found.verdict == "the same" else f"{found.verdict} than"
    return f"In {month} {place} stood at {own}, {side} {average} of its peers: {theirs}. {found.rank}."


def table(months: list[Month]) -> list[dict[str, str]]:
    """Return each month as words, newest first."""
    return [
        {
            "Month": wording.month(month.own.month),
            "Ours": shown(month.measure, month.own_span),
            "Peers, the median": shown(month.measure, month.average.span),
            "Ours is": month.verdict,
            "Place": month.rank,
        }
        for month in reversed(months)
    ]


def _otherwise(month: Month) -> str:
    """Say who counts by another definition."""
    if not month.otherwise:
        return ""
    return f"Counted by another definition, and left out: {wording.plain(wording.listed(list(month.otherwise)))}."
