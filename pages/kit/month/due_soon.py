"""What falls due soon: a calendar by team, each measure with what it will read if nothing is done, and who it is."""

from collections.abc import Sequence
from itertools import groupby

import streamlit as st

from data.access import Act
from indicators.engine.catalogue import all_indicators
from indicators.figures.due_soon import HORIZONS, Due, with_a_day
from indicators.figures.figure import RECORDS
from pages.kit.frame.address import choice
from pages.kit.frame.cache import due_kept, figures_kept
from pages.kit.frame.choices import Choices
from pages.kit.indicator.figures_download import take_away
from pages.kit.month.due_calendar import draw_calendar
from pages.kit.month.due_lists import draw_lists
from pages.kit.month.due_measures import draw_measures
from pages.kit.month.due_urgency import EVERY, most_urgent_first, of_team
from pages.words import wording
from pages.words.due_soon import in_a_sentence


def due_soon(chosen: Choices) -> None:
    """Draw what falls due by team and week, then each measure by urgency, and the list of who it is."""
    ids = tuple(
        indicator.id
        for indicator in with_a_day(list(all_indicators().values()))
        if chosen.reader.teams_with(Act.LISTS, indicator.service)
    )
    everyone = due_kept(chosen.reader, chosen.authority, chosen.month, chosen.revision, ids)
    if not everyone:
        st.markdown(why_nobody(chosen, ids))
        return
    spot = st.empty()
    within, team = choose(everyone)
    shown = [due for due in everyone if team in (EVERY, of_team(due))]
    spot.markdown(f"**{wording.plain(in_a_sentence(shown, chosen.month, within))}**")
    draw_calendar(shown, chosen.month)
    rows = {name: list(group) for name, group in groupby(shown, key=lambda due: due.indicator)}
    urgent = most_urgent_first(rows, chosen.month, within)
    draw_measures(chosen, rows, urgent, within, "" if team == EVERY else team)
    draw_lists(chosen.month, rows, urgent, within)
    take_away(chosen, "due_soon", ids)


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
        days = choice(st.segmented_control, "Due within", horizons, "within", default=horizons[0], required=True)
    with right:
        teams = sorted({of_team(due) for due in everyone})
        team = choice(st.selectbox, "Team", [EVERY, *teams], "team")
    return int(str(days).split()[0]), team
