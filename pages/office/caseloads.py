"""Caseloads."""

import streamlit as st

from pages.kit.benchmarking.comparison import where_we_stand
from pages.kit.benchmarking.comparison_choice import lent_neighbours, usually_beside
from pages.kit.benchmarking.funnel import funnel
from pages.kit.caseloads.caseload_months import by_month
from pages.kit.caseloads.caseload_teams import by_team
from pages.kit.caseloads.what_it_takes import what_it_would_take
from pages.kit.frame import contents
from pages.kit.frame.choices import chosen
from pages.kit.indicator.figures_download import take_away
from pages.words import wording

choices = chosen()
lent_neighbours(choices)
beside = usually_beside(choices, "average_caseload")
what_it_would_take(choices, [comparisons[-1] for comparisons in beside.values()])
by_month(choices, beside.get("region", beside["england"]))
near = next(iter(beside.values()))[-1]
with st.container(border=True, key="beside_section"):
    st.header(wording.plain(f"Beside others at {wording.day(near.as_at)}"), anchor="beside")
    where_we_stand(near, choices.place)
with st.container(border=True, key="funnel_section"):
    st.header("More than chance?", anchor="funnel")
    funnel(near, choices.place)
by_team(choices)
take_away(choices, "caseloads", ["average_caseload"])
contents.link("caseload_spread")
contents.link("benchmarking")
