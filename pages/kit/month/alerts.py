"""Alerts: every figure that changes by more than chance, of the whole or of each team, the strongest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

import pandas
import streamlit as st

from data.access import Reader
from data.annotations.events import events
from indicators.change.month_readings import alerts_read
from indicators.engine.catalogue import SERVICES, all_indicators
from indicators.variation.alerts import Alert, by_chance
from indicators.variation.judgement import CONCERN, IMPROVEMENT, NEUTRAL
from indicators.variation.segments import about
from pages.kit.frame import contents
from pages.kit.frame.address import choice
from pages.kit.frame.choices import Choices
from pages.kit.frame.session import current_store
from pages.kit.parts.download import offer
from pages.kit.parts.fold import folded
from pages.kit.parts.table import draw_table
from pages.words import wording
from pages.words.series import Series
from pages.words.trend_judgement import NAMES, changing, is_it_changing

TEAMS, WHOLE = "Each team", "The whole authority"
FIRST = 12
"""Alerts that are told in full; the others stand in the table of their service."""
COUNTED = {CONCERN: "need attention", NEUTRAL: "change, neither for better nor for worse", IMPROVEMENT: "are improving"}


@dataclass(frozen=True)
class Told:
    """Hold an alert with what is said of it, with an icon and without."""

    alert: Alert
    said: str
    plainly: str


@st.cache_data(max_entries=50, show_spinner="Judging every figure by its months…")
def _kept(
    reader: Reader,
    authority: str,
    months: tuple[date, ...],
    revision: int,  # noqa: ARG001 - part of the key
    of_teams: bool,
) -> tuple[list[Told], dict[str, int]]:
    """Return the alerts, the strongest first, and how many figures of each service could be judged."""
    indicators = [indicator for indicator in all_indicators().values() if reader.may_see_service(indicator.service)]
    called = alerts_read(current_store(), reader, indicators, authority, months, of_teams)
    happened = events(current_store(), reader, authority)
    series = [
        Series(alert.indicator, alert.figures, (), tuple(about(happened, alert.indicator))) for alert in called.found
    ]
    lines = [Told(alert, changing(one), is_it_changing(one)) for alert, one in zip(called.found, series, strict=True)]
    judged = {service: called.of(one for one in indicators if one.service == service).judged for service in SERVICES}
    return lines, judged


def what_calls_for_attention(chosen: Choices) -> None:
    """Draw how many figures change and how many would by chance, the strongest of them, and each service's table."""
    of = choice(st.segmented_control, "Judge", [TEAMS, WHOLE], "judge", default=TEAMS, required=True)
    lines, judged_of = _kept(chosen.reader, chosen.authority, chosen.months, chosen.revision, of == TEAMS)
    judged = sum(judged_of.values())
    st.markdown(f"**{how_many(lines, judged, of == TEAMS)}**")
    st.caption(chance_alone(judged))
    if lines:
        _strongest(lines[:FIRST])
    for service, many in judged_of.items():
        if listed := [line for line in lines if line.alert.indicator.service == service]:
            title = f"{SERVICES[service]}: {len(listed)} of {wording.number(many)}"
            folded(title, f"alerts_{service}", partial(_table, listed, f"alerts_{service}_{chosen.month:%Y-%m}"))


def how_many(lines: Sequence[Told], judged: int, of_teams: bool) -> str:
    """Say how many figures change by more than chance, and what that means: 40 need attention, 8 are improving."""
    noun = "figures of teams" if of_teams else "figures"
    many = {name: sum(line.alert.changing == name for line in lines) for name in COUNTED}
    counts = wording.listed([f"{wording.number(many[name])} {COUNTED[name]}" for name in COUNTED if many[name]])
    told_of = f"{wording.number(len(lines))} change by more than chance" + (f": {counts}" if counts else "")
    return f"Of {wording.number(judged)} {noun} that can be judged, {told_of}."


def chance_alone(judged: int) -> str:
    """Say how many would be here if nothing had changed, so that nobody is alarmed by the number alone."""
    return (
        f"If nothing at all had changed, about {wording.number(by_chance(judged))} would stand here by chance. So "
        "begin with the strongest, and look for several figures of one team that say the same."
    )


def _strongest(first: Sequence[Told]) -> None:
    """Draw the strongest alerts in full, each with a link to its own page."""
    with st.container(border=True, key="strongest", gap="xsmall"):
        st.header("The strongest", anchor=False)
        for line in first:
            figure, indicator = line.alert.figure, line.alert.indicator
            team = f"{wording.plain(figure.group)}: " if figure.group else ""
            value = wording.value(figure.unit, figure.value)
            left, right = st.columns([5, 1.6], vertical_alignment="center")
            left.markdown(f"**{team}{wording.plain(indicator.title)}**: {value}  \n:small[{line.said}]")
            with right:
                contents.link(contents.INDICATOR, "Its own page", id=indicator.id)


def _table(listed: Sequence[Told], name: str) -> None:
    """Draw the alerts of a service as a table, and offer it as a file."""
    draw_table([row(line) for line in listed], "Figures that change by more than chance, the strongest first")
    offer(name, lambda: pandas.DataFrame([line.alert.to_json() for line in listed]), "the alerts")


def row(line: Told) -> dict[str, str]:
    """Return an alert as a row of words."""
    figure, sigmas, why = line.alert.figure, line.alert.sigmas, line.plainly.partition(": ")[2]
    return {
        **({"Team": wording.plain(figure.group)} if figure.group else {}),
        "Figure": wording.plain(line.alert.indicator.title),
        "Now": wording.value(figure.unit, figure.value),
        "Made of": wording.halves(figure) or wording.NONE,
        "What it means": NAMES[line.alert.changing],
        "Why": wording.plain(f"{why[0].upper()}{why[1:]}"),
        "Sigma from its average": wording.NONE if sigmas is None else wording.number(sigmas, 1),
    }
