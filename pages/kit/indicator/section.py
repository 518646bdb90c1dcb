"""A section of a service page: one indicator with its finding, its line, its groups and what to read beside it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from indicators.change.comments import Commented
from indicators.comparison.published_figure import measure_of
from indicators.figures.figure import Figure
from pages.kit.frame import contents
from pages.kit.frame.choices import Choices
from pages.kit.frame.series import with_restatements
from pages.kit.indicator.comments import comment
from pages.kit.indicator.definition import definition
from pages.kit.indicator.groups import BY, Grouping, grouped, groups_of
from pages.kit.indicator.paired_measures import read_beside_it
from pages.kit.indicator.trend import trend
from pages.kit.parts.fold import folded
from pages.words import wording
from pages.words.series import Series, finding, period
from pages.words.series_events import fell_within, named
from pages.words.target_judgement import will_it_meet
from pages.words.trend_judgement import changing


@dataclass(frozen=True)
class Shared:
    """Hold what the sections of a page have in common; `drawn` and `said` go by the id of an indicator."""

    chosen: Choices
    grouping: Grouping
    drawn: Mapping[str, Series]
    in_full: Collection[str]
    said: Mapping[str, Commented]


def sections(shared: Shared, names: Sequence[str], among: Sequence[str]) -> None:
    """Draw the sections of indicators by id; groups and restatements are asked for once for all they are among."""
    groups = groups_of(shared.chosen, among, shared.grouping.by)
    for series in with_restatements(shared.chosen, [shared.drawn[name] for name in among]):
        if series.indicator.id in names:
            _section(shared, series, groups.get(series.indicator.id, []))


def _section(shared: Shared, series: Series, groups: Sequence[Figure]) -> None:
    """Draw one indicator: what is found, the line and what is said of it, the groups, what to read beside it."""
    chosen, by, indicator = shared.chosen, shared.grouping.by, series.indicator
    with st.container(border=True, key=f"section_{indicator.id}"):
        st.header(wording.plain(indicator.title), anchor=indicator.id)
        st.markdown(f"**{finding(series)}**  \n{changing(series)}  \n{will_it_meet(series)}")
        st.caption(f"{wording.plain(wording.told(indicator))} {wording.polarity(indicator)}.")
        left, right = st.columns([3, 2], gap="medium")
        with left:
            st.markdown(f"**Month by month.** {wording.plain(chosen.place)}, {period(chosen.months)}")
            trend(series)
            comment(chosen, indicator, shared.said.get(indicator.id))
        with right:
            st.markdown(f"**By {BY[by].lower()}.** {wording.plain(chosen.place)}, {wording.month(chosen.month)}")
            grouped(series, groups, shared.grouping)
        read_beside_it(indicator, shared.drawn, shared.in_full)
        folded("Definition, source and SQL", f"definition_{indicator.id}", lambda: definition(indicator))
        contents.link("behind", "Who is counted", figure=indicator.title)
        for _, event in fell_within(series):
            address = {"event": named(event), "of": indicator.title}
            contents.link("targets_and_events", f"Before and after: {wording.plain(event.title)}", **address)
        if measure_of(indicator) is not None:
            contents.link("benchmarking", "Compared with others", indicator=indicator.title)
