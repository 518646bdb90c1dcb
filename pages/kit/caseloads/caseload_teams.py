"""Caseloads team by team: cases for each full-time equivalent, and how they are spread inside the team."""

import streamlit as st

from indicators.studies.caseloads import EVEN, FEWEST, LIMITS, Spread, spreads
from pages.kit.caseloads.caseload_spread import held_now, nothing_to_spread, spread_table
from pages.kit.frame.choices import Choices
from pages.kit.parts.fold import folded_table
from pages.words import wording
from pages.words.chart_points import Bar


def by_team(chosen: Choices) -> None:
    """Draw a bar for each team, the highest caseload first."""
    with st.container(border=True, key="teams_section"):
        st.header("Team by team", anchor="teams")
        held = held_now(chosen)
        if len(held) < FEWEST:
            st.markdown(nothing_to_spread(chosen))
            return
        from pages.kit import charts

        found = sorted(spreads(held, "team", EVEN), key=lambda each: -each.cases / each.posts)
        st.markdown(f"**{in_words(found)}**")
        bars = tuple(Bar(each.group, each.cases / each.posts, label(each)) for each in found)
        said = "; ".join(f"{each.group} {label(each)}{inside(each)}" for each in found)
        charts.draw_bars(bars, f"Bar chart of cases for each full-time equivalent by team: {said}.", "team_bars")
        st.caption(
            f"At {wording.day(chosen.month)}. A team of fewer than {FEWEST} has no spread: it would tell of one."
        )
        named = "Caseloads by team, the highest first"
        folded_table("by team", "teams", lambda: spread_table(found, "Team"), named)


def in_words(found: list[Spread]) -> str:
    """Say between what teams lie; they are in order, the highest first."""
    high, low = found[0], found[-1]
    if high is low:
        return f"{wording.plain(high.group)} holds {_each(high)} cases for each full-time equivalent."
    return (
        f"From {_each(low)} cases for each full-time equivalent ({wording.plain(low.group)}) to {_each(high)} "
        f"({wording.plain(high.group)})."
    )


def label(each: Spread) -> str:
    """Write a team's caseload, short enough for a telephone."""
    return f"{_each(each)} ({wording.plainest(each.cases)} over {wording.number(each.posts, 1)})"


def inside(each: Spread) -> str:
    """Write the middle and the tail inside a team; nothing where it is too small to have them."""
    if each.median is None:
        return ""
    over = each.over[LIMITS.index(20)]
    return f", middle {wording.plainest(each.median)}, {over} of {each.workers} hold more than 20"


def _each(found: Spread) -> str:
    """Write cases for each full-time equivalent."""
    return wording.number(found.cases / found.posts, 1)
