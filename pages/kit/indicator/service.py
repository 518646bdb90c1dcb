"""The shape of a service page: headlines with their trends and groups, then its further measures, folded away."""

from collections.abc import Collection, Sequence

import streamlit as st

from indicators.engine.catalogue import all_indicators, read_beside
from pages.kit.frame import contents
from pages.kit.frame.address import not_among, say_instead
from pages.kit.frame.choices import chosen
from pages.kit.frame.series import series_of
from pages.kit.indicator.aggregates import what_is_lost
from pages.kit.indicator.comments import comments_on
from pages.kit.indicator.figures_download import take_away
from pages.kit.indicator.further_measures import further_measures, what_is_further
from pages.kit.indicator.groups import choose_grouping
from pages.kit.indicator.headline import headlines
from pages.kit.indicator.section import Shared, sections
from pages.kit.indicator.since_last_month import since_last_month


def service_page(service: str, first: Sequence[str] = ()) -> None:
    """Draw the page of a service: its headlines in their order, then every other indicator that lies in its folder.

    One that an officer commented on stands with the headlines; an old link that asks for one leads to its own page.
    """
    choices = chosen()
    names, comments = in_order(service, first), comments_on(choices)
    lead_to_what_is_asked_for()
    leading = headlines_of(names, first, comments)
    further = [name for name in names if name not in leading]
    beside = [companion.id for name in names for companion in read_beside(name)]
    drawn = {series.indicator.id: series for series in series_of(choices, list(dict.fromkeys([*names, *beside])))}
    since_last_month(choices, names)
    headlines(choices, [drawn[name] for name in leading])
    what_is_further([drawn[name] for name in further])
    what_is_lost([drawn[name] for name in names])
    st.space("small")
    shared = Shared(choices, choose_grouping(), drawn, set(leading), comments)
    sections(shared, leading, leading)
    further_measures(shared, further)
    take_away(choices, service, names)


def in_order(service: str, first: Sequence[str]) -> list[str]:
    """Return the ids of a service's indicators: those named first, then the rest as they lie in the folder."""
    rest = [
        indicator.id
        for indicator in all_indicators().values()
        if indicator.service == service and indicator.id not in first
    ]
    return [*first, *rest]


def headlines_of(names: Sequence[str], first: Sequence[str], said: Collection[str]) -> list[str]:
    """Return which indicators are headlines: those named first and those commented on; all, where none is named."""
    return [name for name in names if not first or name in first or name in said]


def lead_to_what_is_asked_for() -> None:
    """Turn to the page of the indicator whose title or id an old link gives, or say that there is none of that name."""
    asked = st.query_params.get_all("figure")
    for name, indicator in all_indicators().items():
        if {name, indicator.title} & set(asked):
            st.switch_page(contents.scripts()[contents.INDICATOR], query_params={"id": name})
    if unknown := not_among(asked, ()):
        say_instead(unknown, "(figure), which is none of this page", "all of this page")
