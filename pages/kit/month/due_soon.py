"""What falls due soon: how much of what, in which team, what figures will read if nothing is done, and who it is."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby

import pandas
import streamlit as st

from indicators.engine.catalogue import all_indicators, indicator_called
from indicators.engine.declaration import Indicator
from indicators.figures.breakdown import NOT_KNOWN
from indicators.figures.due_soon import HORIZONS, Due, with_a_day
from indicators.figures.figure import RECORDS, Figure
from pages.kit.frame.address import choice
from pages.kit.frame.cache import due_kept, figures_kept, groups_kept, later_kept
from pages.kit.frame.choices import Choices
from pages.kit.indicator.figures_download import take_away
from pages.kit.parts.download import offer
from pages.kit.parts.fold import folded
from pages.kit.parts.table import draw_table
from pages.words import wording

EVERY = "Every team"
LONGEST = 100
"""Rows of a list that are shown; the file holds all."""


def due_soon(chosen: Choices) -> None:
    """Draw what falls due by team, what figures will read if nothing is done, and the lists."""
    ids = tuple(
        indicator.id
        for indicator in with_a_day(list(all_indicators().values()))
        if chosen.reader.may_see_service(indicator.service)
    )
    everyone = due_kept(chosen.reader, chosen.authority, chosen.month, chosen.revision, ids)
    if not everyone:
        st.markdown(why_nobody(chosen, ids))
        return
    within, team = choose(everyone)
    shown = [due for due in everyone if team in (EVERY, of_team(due))]
    draw_table(summary(shown, chosen.month), "What falls due, by indicator")
    today = readings_of_today(chosen, ids)
    for name, rows in groupby(shown, key=lambda due: due.indicator):
        section(chosen, indicator_called(name), today[name], list(rows), within, team)
    take_away(chosen, "due_soon", ids)


def readings_of_today(chosen: Choices, indicators: tuple[str, ...]) -> dict[str, dict[str, Figure]]:
    """Return each indicator's figure, under no name, and those of its teams."""
    whole = figures_kept(chosen.reader, chosen.authority, (chosen.month,), chosen.revision, indicators)
    teams = groups_kept(chosen.reader, chosen.authority, chosen.month, chosen.revision, indicators, "team")
    readings: dict[str, dict[str, Figure]] = {}
    for figure in (*whole, *teams):
        readings.setdefault(figure.indicator, {})[figure.group] = figure
    return readings


def why_nobody(now: Choices, indicators: tuple[str, ...]) -> str:
    """Say why nobody falls due: nothing does, or there are no records to tell it from."""
    figures = figures_kept(now.reader, now.authority, (now.month,), now.revision, indicators)
    if any(figure.numerator is not None and figure.counted_from == RECORDS for figure in figures):
        return f"Nothing that has a day is late or falls due within {HORIZONS[-1]} days of {wording.day(now.month)}."
    return (
        f"None of the figures that have a day is counted from records in {wording.month(now.month)}, so it cannot be "
        "told what falls due."
    )


def choose(everyone: Sequence[Due]) -> tuple[int, str]:
    """Draw the choice of how many days ahead and of which team; the address carries both."""
    left, right = st.columns([2, 3], vertical_alignment="bottom")
    with left:
        horizons = [f"{horizon} days" for horizon in HORIZONS]
        days = choice(
            st.segmented_control, "Listed: due within", horizons, "within", default=horizons[0], required=True
        )
    with right:
        teams = sorted({of_team(due) for due in everyone})
        team = choice(st.selectbox, "Team", [EVERY, *teams], "team")
    return int(str(days).split()[0]), team


def section(
    chosen: Choices, indicator: Indicator, today: dict[str, Figure], rows: Sequence[Due], within: int, team: str
) -> None:
    """Draw one indicator: the sentence, its teams, and the list of who is late or falls due in so many days."""
    later = later_kept(chosen.reader, chosen.authority, chosen.month, chosen.revision, indicator.id)
    with st.container(border=True, key=f"due_{indicator.id}"):
        st.header(wording.plain(indicator.title), anchor=indicator.id)
        st.markdown(f"**{wording.plain(if_nothing_is_done(today, later, '' if team == EVERY else team))}**")
        st.caption(f"{wording.plain(wording.told(indicator))} {wording.polarity(indicator)}.")
        draw_table(by_team(rows, today, later, team), f"{indicator.title}: what falls due, by team")
        listed = [due for due in rows if due.late or due.due_on <= chosen.month + timedelta(days=within)]
        label = f"Who it is: {wording.number(len(listed))} late or due within {within} days"
        folded(label, f"due_{indicator.id}", lambda: who(indicator, listed, chosen.month))


def who(indicator: Indicator, listed: Sequence[Due], month: date) -> None:
    """Draw the list of who is late or falls due, and offer the whole of it."""
    draw_table([row(due) for due in listed[:LONGEST]], f"{indicator.title}: who is late or falls due")
    if len(listed) > LONGEST:
        st.caption(f"The first {LONGEST} of {wording.number(len(listed))}. The file has them all.")
    name = f"due_{indicator.id}_{month:%Y-%m}"
    offer(name, lambda: pandas.DataFrame([due.to_json() for due in listed]), "the list")


def if_nothing_is_done(today: dict[str, Figure], later: Sequence[Figure], team: str) -> str:
    """Say what the figure of a team, or the whole, will read at the next month end if nothing more is recorded."""
    soon = {figure.group: figure for figure in reversed(later)}
    current, then = today.get(team), soon.get(team)
    if current is None or then is None or then.value is None:
        return "What this will read at the next month end cannot be told: there will be nothing to count."
    reads, will_read = (wording.value(figure.unit, figure.value) for figure in (current, then))
    team_name = team or "this"
    sentence = (
        f"If nothing is done, {team_name} will read {will_read} on {wording.day(then.month)}, and reads {reads} now."
    )
    return sentence + ("" if team else _moves_furthest(today, soon))


def _moves_furthest(today: dict[str, Figure], soon: dict[str, Figure]) -> str:
    """Say which team's figure moves furthest; nothing where there is one team, or none moves."""
    apart = {
        name: abs(figure.value - today[name].value)  # type: ignore[operator] - both are there
        for name, figure in soon.items()
        if name and figure.value is not None and name in today and today[name].value is not None
    }
    if len(apart) < 2 or not max(apart.values()):
        return ""
    name = max(apart, key=lambda group: apart[group])
    reads, will_read = (wording.value(figures[name].unit, figures[name].value) for figures in (today, soon))
    return f" {name} moves furthest, from {reads} to {will_read}."


def summary(rows: Sequence[Due], month: date) -> list[dict[str, str]]:
    """Return how many are late, and how many fall due within so many days, of each indicator."""
    return [
        {"What": f"[{wording.plain(indicator_called(name).title)}](#{name})", **how_many(list(group), month)}
        for name, group in groupby(rows, key=lambda due: due.indicator)
    ]


def by_team(rows: Sequence[Due], today: dict[str, Figure], later: Sequence[Figure], team: str) -> list[dict[str, str]]:
    """Return the same for each team, with what its figure reads and will read; the whole stands last."""
    month = today[""].month
    lines = []
    for name in sorted({figure.group for figure in later if figure.group} | {of_team(due) for due in rows}):
        if team in (EVERY, name):
            own = [due for due in rows if of_team(due) == name]
            lines.append(
                {"Team": wording.unbroken(wording.plain(name)), **how_many(own, month), **_reads(today, later, name)}
            )
    if team == EVERY:
        lines.append({"Team": f"**{wording.unbroken(EVERY)}**", **how_many(rows, month), **_reads(today, later, "")})
    return lines


def how_many(rows: Sequence[Due], month: date) -> dict[str, str]:
    """Count who is late already and who falls due within 30, 60 and 90 days, each with those of the days before."""
    ahead = {
        f"Due in {days} days": sum(not due.late and due.due_on <= month + timedelta(days=days) for due in rows)
        for days in HORIZONS
    }
    return {name: wording.number(count) for name, count in {"Late already": sum(r.late for r in rows), **ahead}.items()}


def _reads(today: dict[str, Figure], later: Sequence[Figure], team: str) -> dict[str, str]:
    """Return what a team's figure reads now and will read at the month ends to come."""
    current = today.get(team)
    cells = {"Now": wording.value(current.unit, current.value) if current else wording.NONE}
    for month in dict.fromkeys(figure.month for figure in later):
        figure = next((figure for figure in later if figure.group == team and figure.month == month), None)
        cells[wording.day(month)] = wording.value(figure.unit, figure.value) if figure else wording.NONE
    return cells


def row(due: Due) -> dict[str, str]:
    """Return one line of the list: who, of which team, when it falls or fell due."""
    cells = {"Child": wording.plain(due.child_id or wording.NONE)}
    if due.subject != due.child_id:
        cells["Record"] = wording.plain(due.subject)
    days = (due.due_on - due.month).days
    state = f"Late, by {wording.counted(-days, 'days')}" if due.late else f"In {wording.counted(max(days, 0), 'days')}"
    return {
        **cells,
        "Team": wording.plain(of_team(due)),
        "Due on": wording.day(due.due_on),
        f"On {wording.day(due.month)}": state,
    }


def of_team(due: Due) -> str:
    """Return the team that holds it."""
    return due.team or NOT_KNOWN
