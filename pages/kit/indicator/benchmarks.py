"""An indicator beside others: more than chance, where we stand, year by year as published, and with our peers."""

from functools import partial

import streamlit as st

from data.errors import Mendable
from pages.kit.benchmarking.comparison import where_we_stand
from pages.kit.benchmarking.comparison_choice import choose_beside, choose_indicator, compared
from pages.kit.benchmarking.funnel import bands, funnel
from pages.kit.benchmarking.later_release import later_release
from pages.kit.benchmarking.peers import beside_our_peers
from pages.kit.benchmarking.published_years import over_years, since_then
from pages.kit.frame.choices import Choices
from pages.kit.parts.fold import folded
from pages.words import wording


def beside_others(chosen: Choices) -> None:
    """Draw the choices, and below them everything that is said of an indicator beside others."""
    indicator = choose_indicator()
    try:
        beside = choose_beside(chosen, indicator)
        if beside.name == "group" and not beside.group:
            st.info("Choose the authorities of the group.")
            return
        comparisons = compared(chosen, indicator, beside)
    except Mendable as why:
        st.info(wording.plain(str(why)))
        return
    last = comparisons[-1]
    with st.container(border=True, key="funnel_section"):
        st.header("More than chance?", anchor="funnel")
        funnel(last, chosen.place)
        bands(last)
    with st.container(border=True, key="beside_section"):
        st.header(wording.plain(f"Beside others at {wording.day(last.as_at)}"), anchor="beside")
        where_we_stand(last, chosen.place)
        later_release(last.measure)
    with st.container(border=True, key="years_section"):
        st.header("Year by year, as published", anchor="years")
        since_then(chosen, last)
        folded("The chart of years", "benchmark_years", partial(over_years, chosen.place, comparisons))
    beside_our_peers(chosen, indicator)
