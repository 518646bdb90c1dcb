"""Caseloads team by team: cases for each full-time equivalent, and how they are spread inside the team."""

import streamlit as st

from indicators.studies.caseloads import EVEN, FEWEST, LIMITS, Spread, spreads
from pages.charts.points import Bar
from pages.kit.caseloads.caseload_spread import held_now, nothing_to_spread, spread_table
from pages.kit.frame.choices import Choices
from pages.kit.parts.fold import folded_table
from pages.words import wording


def by_team(chosen: Choices) -> None:
    """Draw a bar for each team, the highest caseload first."""
    with st.container(border=True, key="teams_section"):
        st.header("Team by team", anchor="teams")
        rows = held_now(chosen)
        if len(rows) < FEWEST:
            st.markdown(nothing_to_spread(chosen))
            return
        from pages.charts import screen

        teams = sorted(spreads(rows, "team", EVEN), key=lambda team: -team.cases / team.posts)
        st.markdown(f"**{in_words(teams)}**")
        bars = tuple(Bar(team.group, team.cases / team.posts, label(team)) for team in teams)
        readings = "; ".join(f"{team.group} {label(team)}{inside(team)}" for team in teams)
        screen.draw_bars(bars, f"Bar chart of cases for each full-time equivalent by team: {readings}.", "team_bars")
        st.caption(
            f"At {wording.day(chosen.month)}. A team of fewer than {FEWEST} has no spread: it would tell of one."
        )
        title = "Caseloads by team, the highest first"
        folded_table("by team", "teams", lambda: spread_table(teams, "Team"), title)


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
