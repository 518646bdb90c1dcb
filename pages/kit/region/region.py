"""The region's page: one measure of every authority, month by month, and what the region comes to."""

import streamlit as st

from indicators.engine.catalogue import SERVICES, all_indicators, indicator_called
from indicators.figures.tidy_tables import tidy
from pages.kit.frame.address import choice
from pages.kit.frame.choices import Choices
from pages.kit.parts.download import offer
from pages.kit.parts.fold import folded, folded_table
from pages.kit.region.authority_panels import ORDERS, authority_panels
from pages.kit.region.finding import between_what, by_month, where_ours_stands, who_is_missing
from pages.kit.region.region_funnel import region_funnel
from pages.kit.region.region_series import MONTHS, Area, areas_of, month_of
from pages.kit.region.who_published import who_published
from pages.words import wording
from pages.words.in_brief import how_many_change

FIRST = "average_caseload"
"""The measure that nobody publishes by month, which the page begins with."""
ALONE = (
    "Only {place} stands in this store, or may be seen by you. Other authorities of the region come here by themselves "
    "once they publish in the same store, and an administrator lets you see what of them may be published."
)


def region(chosen: Choices) -> None:
    """Draw the choice of a measure, what the month comes to, every authority, the funnel, and who has published."""
    name, order = choose()
    areas = areas_of(chosen, name)
    if [area.code for area in areas] == [chosen.authority]:
        st.info(wording.plain(ALONE.format(place=chosen.place)))
    month = month_of(areas)
    st.markdown(
        f"**{wording.plain(where_ours_stands(chosen, month))}** {wording.plain(between_what(month))}  \n"
        f"{wording.plain(who_is_missing(areas, chosen.month))} {how_many_change([area.series for area in areas])}"
    )
    authority_panels(chosen, areas, order)
    if not month.nobody_to_compare:
        with st.container(border=True, key="region_funnel_section"):
            st.header("More than chance?", anchor="funnel")
            region_funnel(chosen, month)
    months = [month_of(areas, back) for back in range(MONTHS) if any(area.series.ago(back) for area in areas)]
    title = f"{month.measure.title} of the region, by month"
    folded_table("the region by month", "region_months", lambda: by_month(months), title, f"region_{name}")
    folded("Who has published", "region_published", lambda: who_published(chosen, areas))
    folded("Take every authority's figures away", "region_away", lambda: take_away(areas, name))
    st.caption(
        "Of every authority, ours among them, no more is told here than may be published; of our own, our own pages "
        "tell all that you may see."
    )


def choose() -> tuple[str, str]:
    """Draw the choice of a measure and of an order; the address carries both."""
    titles = {name: f"{SERVICES[indicator.service]}: {indicator.title}" for name, indicator in all_indicators().items()}
    left, right = st.columns([4, 1], vertical_alignment="bottom")
    with left:
        names = [FIRST, *(name for name in titles if name != FIRST)]
        name = choice(st.selectbox, "Measure", names, "of", titles.__getitem__)
    with right:
        order = choice(st.selectbox, "Order", list(ORDERS), "order")
    st.caption(wording.plain(f"{wording.told(indicator_called(name))} {wording.polarity(indicator_called(name))}."))
    return name, order


def take_away(areas: list[Area], name: str) -> None:
    """Offer what may be published of every authority and month, one row each, not rounded."""
    figures = [figure for area in areas for figure in area.series.figures]
    offer(f"region_{name}_authorities", lambda: tidy(figures), "the figures")
