"""Compared with others."""

import streamlit as st

from pages.kit import frame, words
from pages.kit.beside import where_we_stand
from pages.kit.choices import chosen
from pages.kit.compared import choose_beside, choose_indicator, compared, lent_neighbours
from pages.kit.funnel import bands, funnel
from pages.kit.over_years import over_years, since_then
from pages.kit.peers import beside_our_peers
from pages.kit.releases import load_releases
from pages.kit.take_away import take_away

now = chosen()
if now is None:
    frame.nothing_published("Compared with others")
else:
    frame.masthead("Compared with others", now.place, words.month(now.month), now.later)
    lent_neighbours(now)
    indicator = choose_indicator()
    beside = choose_beside(now, indicator)
    if beside.name == "group" and not beside.group:
        st.info("Choose the authorities of the group.")
    else:
        found = compared(now, indicator, beside)
        with st.container(border=True, key="funnel_section"):
            st.header("More than chance?", anchor="funnel")
            funnel(found[-1], now.place)
            bands(found[-1])
        with st.container(border=True, key="beside_section"):
            st.header(words.plain(f"Beside others at {words.day(found[-1].as_at)}"), anchor="beside")
            where_we_stand(found[-1], now.place)
        with st.container(border=True, key="years_section"):
            st.header("Year by year, as published", anchor="years")
            over_years(now, found)
            since_then(now, found[-1])
    beside_our_peers(now, indicator)
    take_away(now, f"compared_{indicator}", [indicator])
load_releases()
