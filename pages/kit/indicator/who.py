"""Who it is: how many are counted, are not, wait or fall due, each with the way to the list for who may see it."""

from datetime import timedelta

import streamlit as st

from data.access import EVERY, Act
from indicators.comparison.published_figure import measure_of
from indicators.figures.due_soon import HORIZONS, Due, with_a_day
from indicators.figures.figure import RECORDS, Figure
from pages.kit.frame import contents
from pages.kit.frame.cache import due_kept
from pages.kit.frame.choices import Choices
from pages.words import wording
from pages.words.series import Series
from pages.words.series_events import fell_within, named


def who_it_is(chosen: Choices, series: Series) -> None:
    """Draw how many are behind the figure and lead to their lists; then to what is said elsewhere of the indicator."""
    indicator, figure = series.indicator, series.now
    teams = chosen.reader.teams_with(Act.LISTS, indicator.service)
    if figure.counted_from == RECORDS and teams and (figure.numerator is not None or EVERY not in teams):
        st.markdown("**Who it is**")
        label = how_many(figure) if EVERY in teams else f"Those of {wording.listed(list(teams))}"
        contents.link("behind", label, figure=indicator.title)
        if with_a_day([indicator]):
            due = due_kept(chosen.reader, chosen.authority, chosen.month, chosen.revision, (indicator.id,))
            contents.link("due_soon", late_and_due(due))
    st.markdown("**Elsewhere**")
    contents.link(indicator.service)
    if measure_of(indicator) is not None:
        contents.link("benchmarking", "Compared with others", indicator=indicator.title)
    for _, event in fell_within(series):
        address = {"event": named(event), "of": indicator.title}
        contents.link("targets_and_events", f"Before and after: {wording.plain(event.title)}", **address)


def how_many(figure: Figure) -> str:
    """Say how many are counted and how many are not: 308 counted, 45 not, 13 not yet due."""
    parts = [f"{wording.plainest(figure.numerator or 0)} counted"]
    if figure.unit == "percent":
        parts.append(f"{wording.plainest((figure.denominator or 0) - (figure.numerator or 0))} not")
    return wording.listed([*parts, *([f"{figure.not_yet_due} not yet due"] if figure.not_yet_due else [])])


def late_and_due(due: list[Due]) -> str:
    """Say how many are late and how many more fall due within 30 days."""
    late = sum(subject.late for subject in due)
    soon = [subject for subject in due if not subject.late]
    ahead = sum(subject.due_on <= subject.month + timedelta(days=HORIZONS[0]) for subject in soon)
    return f"{late} late, {ahead} due within {HORIZONS[0]} days"
