"""The page of one indicator: its line and what is known of it, its groups, and all else of it one click away."""

from dataclasses import replace
from difflib import get_close_matches

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from indicators.engine.catalogue import SERVICES, all_indicators, indicator_called, read_beside
from indicators.engine.declaration import Indicator
from pages.kit.frame import contents
from pages.kit.frame.choices import Choices
from pages.kit.frame.series import series_of, with_restatements
from pages.kit.indicator.aggregates import what_is_lost
from pages.kit.indicator.comments import comments_on
from pages.kit.indicator.facts import facts, say_what_is_found
from pages.kit.indicator.groups import CHILDREN_BY, EVERY_WAY, groups_box
from pages.kit.indicator.measures_shown import measures_shown
from pages.kit.indicator.more import more
from pages.kit.indicator.trend import trend
from pages.kit.indicator.who import who_it_is
from pages.kit.rows.measure import Measure
from pages.kit.rows.measure_board import CHANGES
from pages.words import wording
from pages.words.series import Series

ASKED, NEAR, LONGEST = "id", 5, 60
"""The parameter that names the indicator; so many like it are offered, and so many letters of it repeated."""


def one_indicator(chosen: Choices) -> None:
    """Draw the page of the indicator that the address asks for, or ways on where it names none."""
    name = st.query_params.get(ASKED, "")
    if name not in all_indicators():
        ways_on(name)
        return
    names = [name, *(companion.id for companion in read_beside(name))]
    drawn, comments, on = series_of(chosen, names), comments_on(chosen), st.context.theme.type or "light"
    service, shown = indicator_called(name).service, measures_shown(chosen, drawn, comments, CHANGES, on)
    measure, *beside = [with_service(one, series, service) for one, series in zip(shown, drawn, strict=True)]
    (series,) = with_restatements(chosen, drawn[:1])
    with st.container(gap="xsmall", key="one_indicator"):
        say_what_is_found(chosen, series, measure)
        what_is_lost([series])
        left, right = st.columns([9, 5], gap="small")
        with _box(left, "line"):
            trend(series)
        with _box(right, "facts"):
            facts(chosen, series, measure, beside, comments.get(name))
        by_any, by_children, who = st.columns([5, 5, 4], gap="small")
        with _box(by_any, "groups"):
            groups_box(chosen, series, EVERY_WAY)
        with _box(by_children, "children"):
            groups_box(chosen, series, CHILDREN_BY)
        with _box(who, "who"):
            who_it_is(chosen, series)
        more(chosen, series, comments.get(name))


def _box(column: DeltaGenerator, name: str) -> DeltaGenerator:
    """Draw a box that is as high as those beside it."""
    return column.container(border=True, height="stretch", gap="xsmall", key=f"indicator_{name}")


def with_service(measure: Measure, series: Series, service: str) -> Measure:
    """Return a measure that names its service, where that is not the one of the page."""
    other = series.indicator.service
    return measure if other == service else replace(measure, name=f"{measure.name} ({SERVICES[other]})")


def ways_on(asked: str) -> None:
    """Say that there is no such indicator, and lead to those of a name like it or to any."""
    if asked:
        short = asked if len(asked) <= LONGEST else f"{asked[:LONGEST]}…"
        st.warning(f"The link asks for the indicator “{wording.plain(short)}”, which is not there.")
        for near in like(asked):
            contents.link(contents.INDICATOR, wording.plain(near.title), id=near.id)
    st.markdown("Each measure has a page of its own. Choose one here, or type a part of its name.")
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
