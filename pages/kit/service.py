"""The shape of a service page: headlines, then each indicator with its trend, its groups and its definition."""

from collections.abc import Mapping, Sequence

import streamlit as st

from indicators.catalogue import all_indicators, read_beside
from indicators.commented import Commented
from indicators.figure import Figure
from indicators.published import measure_of
from pages.kit import contents, words
from pages.kit.changing import changing
from pages.kit.choices import Choices, chosen
from pages.kit.comments import comment, comments_on
from pages.kit.definition import definition
from pages.kit.fold import folded
from pages.kit.given import what_is_lost
from pages.kit.groups import BY, Grouping, choose_grouping, grouped, groups_of
from pages.kit.happening import fell_within, named
from pages.kit.headline import headlines
from pages.kit.meeting import will_it_meet
from pages.kit.pairs import read_beside_it
from pages.kit.series import Series, finding, period, series_of, with_restatements
from pages.kit.since_last_month import since_last_month
from pages.kit.take_away import take_away
from pages.kit.trend import trend


def service_page(service: str, first: Sequence[str] = ()) -> None:
    """Draw the page of a service: the indicators named first, then every other one that lies in its folder."""
    now = chosen()
    names = in_order(service, first)
    beside = [each.id for name in names for each in read_beside(name) if each.id not in names]
    drawn = {each.indicator.id: each for each in series_of(now, [*names, *dict.fromkeys(beside)])}
    every = with_restatements(now, [drawn[name] for name in names])
    since_last_month(now, names)
    headlines(now, every)
    what_is_lost(every)
    st.space("small")
    grouping = choose_grouping()
    groups = groups_of(now, names, grouping.by)
    said = comments_on(now)
    for series in every:
        section(now, series, grouping, groups.get(series.indicator.id, []), drawn, said)
    take_away(now, service, names)


def in_order(service: str, first: Sequence[str]) -> list[str]:
    """Return the ids of a service's indicators: those named first, then the rest as they lie in the folder."""
    rest = [each.id for each in all_indicators().values() if each.service == service and each.id not in first]
    return [*first, *rest]


def section(
    chosen: Choices,
    series: Series,
    grouping: Grouping,
    groups: Sequence[Figure],
    drawn: Mapping[str, Series],
    said: Mapping[str, Commented],
) -> None:
    """Draw one indicator: what is found, the line and what is said of it, the groups, what to read beside it."""
    indicator = series.indicator
    with st.container(border=True, key=f"section_{indicator.id}"):
        st.header(words.plain(indicator.title), anchor=indicator.id)
        st.markdown(f"**{finding(series)}**  \n{changing(series)}  \n{will_it_meet(series)}")
        st.caption(f"{words.plain(words.told(indicator))} {words.polarity(indicator)}.")
        left, right = st.columns([3, 2], gap="medium")
        with left:
            st.markdown(f"**Month by month.** {words.plain(chosen.place)}, {period(chosen.months)}")
            trend(series)
            comment(chosen, indicator, said.get(indicator.id))
        with right:
            st.markdown(f"**By {BY[grouping.by].lower()}.** {words.plain(chosen.place)}, {words.month(chosen.month)}")
            grouped(series, groups, grouping)
        read_beside_it(indicator, drawn)
        folded("Definition, source and SQL", f"definition_{indicator.id}", lambda: definition(indicator))
        contents.link("behind", "What lies behind it", figure=indicator.title)
        for _, event in fell_within(series):
            address = {"event": named(event), "of": indicator.title}
            contents.link("targets_and_events", f"Before and after: {words.plain(event.title)}", **address)
        if measure_of(indicator) is not None:
            contents.link("benchmarking", "Compared with others", indicator=indicator.title)
