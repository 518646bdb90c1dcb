"""Caseloads."""

from functools import partial

import streamlit as st

from pages.kit.benchmarking.comparison import in_a_sentence, where_we_stand
from pages.kit.benchmarking.comparison_choice import lent_neighbours, usually_beside
from pages.kit.benchmarking.funnel import funnel
from pages.kit.caseloads.caseload_months import by_month
from pages.kit.caseloads.caseload_teams import by_team
from pages.kit.caseloads.what_it_takes import what_it_would_take
from pages.kit.frame import contents
from pages.kit.frame.choices import chosen
from pages.kit.indicator.figures_download import take_away
from pages.kit.parts.fold import folded
from pages.words import wording

choices = chosen()
lent_neighbours(choices)
beside = usually_beside(choices, "average_caseload")
by_month(choices, beside.get("region", beside["england"]))
by_team(choices)
what_it_would_take(choices, [comparisons[-1] for comparisons in beside.values()])
near = next(iter(beside.values()))[-1]
with st.container(border=True, key="beside_section"):
    st.header(wording.plain(f"Beside others at {wording.day(near.as_at)}"), anchor="beside")
    st.markdown(f"**{wording.plain(in_a_sentence(near, choices.place))}** {near.rank}.")
    folded("Authority by authority", "caseloads_beside", partial(where_we_stand, near, choices.place))
    folded("More than chance? All authorities by their size", "caseloads_funnel", partial(funnel, near, choices.place))
take_away(choices, "caseloads", ["average_caseload"])
with st.container(horizontal=True):
    contents.link("caseload_spread")
    contents.link("benchmarking")
