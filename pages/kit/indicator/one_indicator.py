"""The page of one indicator: all that is known of it for the month chosen, at an address of its own."""

from difflib import get_close_matches

import streamlit as st

from indicators.engine.catalogue import SERVICES, all_indicators, indicator_called, read_beside
from indicators.engine.declaration import Indicator
from pages.kit.frame import contents
from pages.kit.frame.choices import Choices
from pages.kit.frame.series import series_of
from pages.kit.indicator.aggregates import what_is_lost
from pages.kit.indicator.comments import comments_on
from pages.kit.indicator.figures_download import take_away
from pages.kit.indicator.groups import choose_grouping
from pages.kit.indicator.picture_away import take_trend_away
from pages.kit.indicator.section import Shared, sections
from pages.words import wording

ASKED = "id"
NEAR = 5
"""Names like the one asked for that are offered instead."""


def one_indicator(chosen: Choices) -> None:
    """Draw the page of the indicator that the address asks for, or ways on where it names none."""
    name = st.query_params.get(ASKED, "")
    if name not in all_indicators():
        ways_on(name)
        return
    names = [name, *(companion.id for companion in read_beside(name))]
    drawn = {series.indicator.id: series for series in series_of(chosen, names)}
    what_is_lost([drawn[name]])
    sections(Shared(chosen, choose_grouping(), drawn, {name}, comments_on(chosen)), [name], [name])
    indicator = indicator_called(name)
    contents.link(indicator.service, f"All of {SERVICES[indicator.service]}")
    take_trend_away(chosen, drawn[name])
    take_away(chosen, name, [name])


def ways_on(asked: str) -> None:
    """Say that there is no such indicator, and lead to those of a name like it or to any."""
    if asked:
        short = asked if len(asked) <= 60 else f"{asked[:60]}…"
        st.warning(f"The link asks for the indicator “{wording.plain(short)}”, which is not there.")
        for near in like(asked):
            contents.link(contents.INDICATOR, wording.plain(near.title), id=near.id)
    titles = {name: indicator.title for name, indicator in all_indicators().items()}
    chosen = st.selectbox("Which indicator?", list(titles), index=None, format_func=titles.__getitem__)
    if chosen:
        st.query_params[ASKED] = chosen
        st.rerun()


def like(asked: str) -> list[Indicator]:
    """Return the indicators whose id or title is most like what a link asks for."""
    by_name = {indicator.id: indicator for indicator in all_indicators().values()}
    by_name |= {indicator.title.lower(): indicator for indicator in all_indicators().values()}
    near = get_close_matches(asked.lower(), by_name, n=NEAR)
    return list({by_name[name].id: by_name[name] for name in near}.values())
