"""The page of a service: what changes by more than chance, then its headlines as cards, then all else as lines."""

from collections.abc import Collection, Sequence

import streamlit as st

from data.months import month_end_before
from indicators.engine.catalogue import all_indicators
from pages.kit.frame import contents
from pages.kit.frame.address import not_among, say_instead
from pages.kit.frame.choices import Choices, chosen
from pages.kit.frame.series import series_of
from pages.kit.indicator.aggregates import what_is_lost
from pages.kit.indicator.balance import balance
from pages.kit.indicator.comments import comments_on
from pages.kit.indicator.figures_download import take_away
from pages.kit.indicator.measures_shown import measures_shown
from pages.kit.indicator.since_last_month import folded_away
from pages.kit.rows.measure import Group
from pages.kit.rows.measure_board import CARDS, CHANGES, LINES, draw_measure_board
from pages.words.exceptions import exceptions_first
from pages.words.in_brief import NO_FIGURE, NOT_JUDGED, how_many_change, is_news, state_of
from pages.words.series import Series

HOW_TO_READ = (
    "Grey band: the limits within which chance keeps a figure. Dashes: its target. Dotted upright: an event. "
    "▲ ▼ a concern, ● an improvement, ◆ a change. Each name leads to its own page."
)
YEAR = 13
CHANGING, HEADLINES, FURTHER = "Changes by more than chance", "Headlines", "Further measures"


def service_page(service: str, first: Sequence[str] = ()) -> None:
    """Draw the page of a service; an old link that asks for one of its indicators leads to that one's own page.

    Args:
        service: The folder of its indicators.
        first: Its headlines by id, in their order; where none is named, all are.
    """
    lead_to_what_is_asked_for()
    choices = chosen()
    names = in_order(service, first)
    all_series = series_of(choices, names)
    on = st.context.theme.type or "light"
    draw_measure_board(said_first(choices, all_series), groups(choices, all_series, first, on), HOW_TO_READ)
    what_is_lost(all_series)
    folded_away(choices, names)
    take_away(choices, service, names)


def said_first(choices: Choices, all_series: Sequence[Series]) -> str:
    """Say how the first number came about, where it can be followed, and how many measures change."""
    sentences = (balance(choices, all_series), how_many_change(all_series))
    return " ".join(sentence for sentence in sentences if sentence)


def groups(choices: Choices, all_series: Sequence[Series], first: Collection[str], on: str) -> list[Group]:
    """Return what changes, the headlines that do not, and all else by whether it is judged and has a figure.

    Their pictures stand `on` a light or a dark ground.
    """
    comments = comments_on(choices)

    def group(heading: str, look: str, members: Sequence[Series], sentence: str = "") -> Group:
        return Group(heading, look, measures_shown(choices, members, comments, look, on), sentence)

    news = [series for series in exceptions_first(all_series) if is_news(series)]
    quiet = [series for series in all_series if series not in news]
    headlines = [series for series in quiet if not first or series.indicator.id in first]
    rest = [series for series in quiet if series not in headlines]
    what = (
        f"Figure of {choices.month:%B}, how far it lies from {month_end_before(choices.month):%B}, and {YEAR} months."
    )
    unjudged = [series for series in rest if state_of(series).name == NOT_JUDGED]
    without = [series for series in rest if state_of(series).name == NO_FIGURE]
    steady = [series for series in rest if series not in unjudged and series not in without]
    return [
        group(CHANGING, CHANGES, news),
        group("Other headlines" if news else HEADLINES, CARDS, headlines),
        group(f"{FURTHER}: no news", LINES, steady, what),
        group(f"{FURTHER}: not judged", LINES, unjudged, reasons(unjudged)),
        group(f"{FURTHER}: no figure", LINES, without, reasons(without)),
    ]


def reasons(all_series: Sequence[Series]) -> str:
    """Say why measures are not judged or have no figure, each reason once."""
    return " ".join(dict.fromkeys(state_of(series).why for series in all_series))


def in_order(service: str, first: Sequence[str]) -> list[str]:
    """Return the ids of a service's indicators: those named first, then the rest as they lie in the folder."""
    rest = [
        indicator.id
        for indicator in all_indicators().values()
        if indicator.service == service and indicator.id not in first
    ]
    return [*first, *rest]


def lead_to_what_is_asked_for() -> None:
    """Turn to the page of the indicator whose title or id an old link gives, or say that there is none of that name."""
    asked = st.query_params.get_all("figure")
    for name, indicator in all_indicators().items():
        if {name, indicator.title} & set(asked):
            st.switch_page(contents.scripts()[contents.INDICATOR], query_params={"id": name})
    if unknown := not_among(asked, ()):
        say_instead(unknown, "(figure), which is none of this page", "all of this page")
