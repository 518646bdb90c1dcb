"""Caseloads team by team: cases for each full-time equivalent, and how they are spread inside the team."""

from functools import partial

import streamlit as st

from data.access import Act
from indicators.studies.caseloads import EVEN, FEWEST, LIMITS, Spread, spreads
from pages.charts.alt_text import in_breath
from pages.charts.of_series.records_plate import records_plate
from pages.charts.paper.rows_and_grids import bars_on_paper
from pages.charts.points import Bar
from pages.kit.caseloads.caseload_spread import held_now, nothing_to_spread
from pages.kit.caseloads.spread_table import spread_table
from pages.kit.frame.choices import Choices
from pages.kit.frame.origin_of import origin_of
from pages.kit.parts.fold import folded_table
from pages.kit.parts.picture_download import offer_chart
from pages.words import wording


def by_team(chosen: Choices) -> None:
    """Draw a bar for each team, the highest caseload first, for whoever may see what teams hold."""
    if not chosen.reader.teams_with(Act.TEAMS, "workforce"):
        return
    with st.container(border=True, key="teams_section"):
        st.header(wording.plain(f"Team by team at {wording.day(chosen.month)}"), anchor="teams")
        rows = held_now(chosen)
        if len(rows) < FEWEST:
            st.markdown(nothing_to_spread(chosen))
            return
        from pages.charts import screen

        teams = sorted(spreads(rows, "team", EVEN), key=lambda team: -team.cases / team.posts)
        st.markdown(f"**{in_words(teams)}**")
        bars = tuple(Bar(team.group, team.cases / team.posts, label(team)) for team in teams)
        alt = in_breath("Cases for each full-time equivalent by team.", in_words(teams))
        screen.draw_bars(bars, alt, "team_bars")
        title = (
            f"Caseloads by team, the highest first; of fewer than {FEWEST} workers no spread, which would tell of one"
        )
        folded_table("by team", "teams", lambda: spread_table(teams, "Team"), title)
        statistic = f"Cases for each full-time equivalent, {wording.day(chosen.month)}."
        plate = records_plate(origin_of(chosen), "Caseloads by team", in_words(teams), statistic)
        name, chart = f"caseloads_by_team_{chosen.month:%Y-%m}_bars", partial(bars_on_paper, bars, "light")
        offer_chart(name, chart, plate, alt, lambda: spread_table(teams, "Team"))


def in_words(teams: list[Spread]) -> str:
    """Say between what teams lie; they are in order, the highest first."""
    high, low = teams[0], teams[-1]
    if high is low:
        return f"{wording.plain(high.group)} holds {_each(high)} cases for each full-time equivalent."
    return (
        f"From {_each(low)} cases for each full-time equivalent ({wording.plain(low.group)}) to {_each(high)} "
        f"({wording.plain(high.group)})."
    )


def label(team: Spread) -> str:
    """Write a team's caseload, short enough for a telephone."""
    return f"{_each(team)} ({wording.plainest(team.cases)} over {wording.number(team.posts, 1)})"


def inside(team: Spread) -> str:
    """Write the middle and the tail inside a team; nothing where it is too small to have them."""
    if team.median is None:
        return ""
    over = team.over[LIMITS.index(20)]
    return f", middle {wording.plainest(team.median)}, {over} of {team.workers} hold more than 20"


def _each(team: Spread) -> str:
    """Write cases for each full-time equivalent."""
    return wording.number(team.cases / team.posts, 1)
