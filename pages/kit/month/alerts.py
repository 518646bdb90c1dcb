"""Alerts: every figure that changes by more than chance, of the whole or of each team, the strongest first."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

import pandas
import streamlit as st

from data.access import Reader
from data.annotations.events import events
from indicators.change.month_readings import alerts_read
from indicators.engine.catalogue import SERVICES, all_indicators
from indicators.variation.alerts import Alert, by_chance
from indicators.variation.segments import about
from pages.kit.frame.address import choice
from pages.kit.frame.choices import Choices
from pages.kit.frame.session import current_store
from pages.kit.indicator.measures_shown import measures_shown
from pages.kit.indicator.service import HOW_TO_READ
from pages.kit.parts.download import offer
from pages.kit.parts.fold import folded
from pages.kit.parts.table import draw_table
from pages.kit.rows.measure import Group, Measure
from pages.kit.rows.measure_board import CHANGES, draw_measure_board
from pages.words import wording
from pages.words.in_brief import in_counts, moved
from pages.words.series import Series
from pages.words.trend_judgement import NAMES, is_it_changing, judged

TEAMS, WHOLE = "Each team", "The whole authority"
FIRST = 10
"""Alerts that are shown with their months; the others stand in the table of their service."""


@dataclass(frozen=True)
class Told:
    """Hold an alert with the months that it was judged by, and what is said of it."""

    alert: Alert
    series: Series
    said: str


@st.cache_data(max_entries=50, show_spinner="Judging every figure by its months…")
def _kept(
    reader: Reader,
    authority: str,
    months: tuple[date, ...],
    revision: int,  # noqa: ARG001 - part of the key
    of_teams: bool,
) -> tuple[list[Told], dict[str, int]]:
    """Return the alerts, the strongest first, and how many figures of each service could be judged."""
    indicators = list(all_indicators().values())
    called = alerts_read(current_store(), reader, indicators, authority, months, of_teams)
    happened = events(current_store(), reader, authority)
    series = [
        Series(alert.indicator, alert.figures, (), tuple(about(happened, alert.indicator))) for alert in called.found
    ]
    lines = [Told(alert, one, is_it_changing(one)) for alert, one in zip(called.found, series, strict=True)]
    judged = {service: called.of(one for one in indicators if one.service == service).judged for service in SERVICES}
    return lines, judged


def what_calls_for_attention(chosen: Choices) -> None:
    """Draw how many figures change and how many would by chance, the strongest of them, and each service's table."""
    of = choice(
        st.segmented_control,
        "Judge",
        [TEAMS, WHOLE],
        "judge",
        default=TEAMS,
        required=True,
        label_visibility="collapsed",
    )
    lines, judged_of = _kept(chosen.reader, chosen.authority, chosen.months, chosen.revision, of == TEAMS)
    many = sum(judged_of.values())
    strongest = Group("The strongest", CHANGES, shown(chosen, lines[:FIRST]), chance_alone(many))
    draw_measure_board(how_many(lines, many, of == TEAMS), [strongest], HOW_TO_READ)
    with st.container(gap="xsmall"):
        for service, many in judged_of.items():
            if listed := [line for line in lines if line.alert.indicator.service == service]:
                title = f"{SERVICES[service]}: {len(listed)} of {wording.number(many)}"
                folded(title, f"alerts_{service}", partial(_table, listed, f"alerts_{service}_{chosen.month:%Y-%m}"))


def how_many(lines: Sequence[Told], judged: int, of_teams: bool) -> str:
    """Say how many figures change by more than chance, and what that means: 40 need attention, 8 are improving."""
    noun = "figures of teams" if of_teams else "figures"
    counts = wording.listed(in_counts(Counter(line.alert.changing for line in lines)))
    told_of = f"{wording.number(len(lines))} change by more than chance" + (f": {counts}" if counts else "")
    return f"Of {wording.number(judged)} {noun} that can be judged, {told_of}."


def chance_alone(judged: int) -> str:
    """Say how many would be here if nothing had changed, so that nobody is alarmed by the number alone."""
    return (
        f"If nothing at all had changed, about {wording.number(by_chance(judged))} would stand here by chance. So "
        "begin with the strongest, and look for several figures of one team that say the same. Concerns stand first, "
        "then the strongest rule, then what lies furthest from its average."
    )


def shown(chosen: Choices, first: Sequence[Told]) -> tuple[Measure, ...]:
    """Return the strongest alerts with their charts; of a team, its name stands before that of the measure."""
    on = st.context.theme.type or "light"
    measures = measures_shown(chosen, [line.series for line in first], {}, CHANGES, on)
    return tuple(
        replace(measure, name=_named(line.alert), why=f"{measure.why} {average_of(line.series)}".strip())
        for measure, line in zip(measures, first, strict=True)
    )


def _named(alert: Alert) -> str:
    """Name the figure of an alert, with its team first where it is of one."""
    return f"{alert.figure.group}: {alert.indicator.title}" if alert.figure.group else alert.indicator.title


def average_of(series: Series) -> str:
    """Say the average that a series is judged by; nothing where it has none."""
    centre = (judged(series).variation.centre or (None,))[-1]
    return "" if centre is None else f"Its average is {wording.value(series.indicator.unit, centre)}."


def _table(listed: Sequence[Told], name: str) -> None:
    """Draw the alerts of a service as a table, and offer it as a file."""
    draw_table([row(line) for line in listed], "Figures that change by more than chance, the strongest first")
    offer(name, lambda: pandas.DataFrame([line.alert.to_json() for line in listed]), "the alerts")


def row(line: Told) -> dict[str, str]:
    """Return an alert as a row of words."""
    figure, sigmas, why = line.alert.figure, line.alert.sigmas, line.said.partition(": ")[2]
    return {
        **({"Team": wording.plain(figure.group)} if figure.group else {}),
        "Figure": wording.plain(line.alert.indicator.title),
        "Now": wording.figure_shown(figure),
        "Made of": wording.halves(figure) or wording.NONE,
        "Moved": moved(line.series) or wording.NONE,
        "What it means": NAMES[line.alert.changing],
        "Why": wording.plain(f"{why[0].upper()}{why[1:]}"),
        "Sigma from its average": wording.NONE if sigmas is None else wording.number(sigmas, 1),
    }
