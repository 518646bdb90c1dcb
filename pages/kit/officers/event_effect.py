"""Before and after an event on a page: what is found, the line with both means, and how to read it rightly."""

from dataclasses import replace
from datetime import date

import streamlit as st

from data.access import Reader
from data.annotations.events import Event, event_numbered, events
from indicators.engine.catalogue import all_indicators, indicator_called
from indicators.engine.declaration import Indicator
from indicators.figures.breakdown import NOT_KNOWN
from indicators.studies.before_and_after import Effect
from indicators.studies.difference_in_differences import can_be_compared
from indicators.studies.event_effect import effect
from indicators.variation.segments import named_or_anew, place_of
from pages.charts.alt_text import in_breath
from pages.charts.judged import Judged
from pages.charts.month_line import MonthLine
from pages.charts.of_series.month_line_of import points
from pages.charts.of_series.plate_of import plate_of
from pages.charts.paper.large_control_chart import large_control_chart
from pages.charts.said import Said
from pages.kit.frame.address import choice
from pages.kit.frame.cache import events_kept
from pages.kit.frame.choices import Choices
from pages.kit.frame.origin_of import origin_of
from pages.kit.frame.series import series_of
from pages.kit.frame.session import current_store
from pages.kit.indicator.groups import groups_of
from pages.kit.indicator.trend import table
from pages.kit.parts.fold import folded, folded_table
from pages.kit.parts.picture_download import offer_chart
from pages.words import wording
from pages.words.event_effect import caveats, distances, finding, sides
from pages.words.series import Series
from pages.words.series_events import named

EVERYWHERE = "The whole authority"


@st.cache_data(max_entries=100, show_spinner="Reading before and after…")
def effect_kept(
    reader: Reader,
    authority: str,
    months: tuple[date, ...],
    revision: int,  # noqa: ARG001 - part of the key
    indicator: str,
    event: int,
    team: str,
) -> Effect:
    """Return a figure before and after an event, by its number; of a team, beside all others."""
    chosen_event = event_numbered(events(current_store(), reader, authority), event)
    return effect(current_store(), reader, indicator_called(indicator), authority, months, chosen_event, team)


def before_and_after(chosen: Choices) -> None:
    """Draw the choice of an event and of a figure, and the reading before and after it; nothing where none stands."""
    by_title = {named(event): event for event in events_kept(chosen.reader, chosen.authority, chosen.revision)}
    if not by_title:
        return
    st.header("Before and after", anchor="effect")
    left, right = st.columns(2)
    with left:
        title = choice(st.selectbox, "Event", by_title, "event")
    figures = {indicator.title: indicator.id for indicator in concerned(by_title[title])}
    with right:
        of = choice(st.selectbox, "Figure", figures, "of")
    team = _where(chosen, indicator_called(figures[of]))
    arguments = (figures[of], by_title[title].number, team)
    effect = effect_kept(chosen.reader, chosen.authority, chosen.months, chosen.revision, *arguments)
    (series,) = series_of(chosen, [figures[of]])
    with st.container(border=True, key="effect_reading"):
        st.markdown("  \n".join([f"**{finding(effect)}**", *sides(effect)]))
        if series.known and not team:
            _draw(chosen, series, effect)
        first, *others = caveats(effect)
        st.markdown(first)
        if under := "\n".join(f"* {caveat}" for caveat in others):
            folded("How else to read it", "effect_caveats", lambda: st.markdown(under))
        rows = (lambda: distances(effect)) if team else (lambda: table(series))
        folded_table("by month", "months_effect", rows, f"{of}, by month, newest first")


def _where(chosen: Choices, indicator: Indicator) -> str:
    """Draw the choice of the team in which it happened, where teams can be set beside each other; nothing for all."""
    if not can_be_compared(indicator):
        return ""
    groups = groups_of(chosen, [indicator.id], "team")[indicator.id]
    teams = [EVERYWHERE, *sorted(figure.group for figure in groups if figure.group != NOT_KNOWN)]
    team = choice(st.selectbox, "Where it happened", teams, "where")
    return "" if team == EVERYWHERE else team


def concerned(event: Event) -> list[Indicator]:
    """Return the figures an event concerns: those it names first, then those of the services it names, or all."""
    by_name = [name for name in named_or_anew(event) if name in all_indicators()]
    rest = [indicator for indicator in all_indicators().values() if event.concerns(indicator.id, indicator.service)]
    return [indicator_called(name) for name in by_name] + [
        indicator for indicator in rest if indicator.id not in by_name
    ]


def _draw(chosen: Choices, series: Series, effect: Effect) -> None:
    """Draw the months with the mean of either side, and offer them to be taken away."""
    from pages.charts import screen

    last, unit = series.known[-1], series.indicator.unit
    label = wording.value(unit, last.value)
    alt = in_breath(f"{series.indicator.title} by month.", finding(effect), f"{'; '.join(sides(effect))}.")
    ending = "%" if unit == "percent" else ""
    line = MonthLine(points(series), alt, ending, label, means(series, effect), _mark(series, effect))
    screen.draw_line(line, "effect_line")
    if effect.before:
        st.caption("Grey lines: the mean of the months on either side.")
    plate = replace(
        plate_of(series, origin_of(chosen, series.now)), finding=finding(effect), notes=tuple(sides(effect))
    )
    name = f"{series.indicator.id}_{effect.event.day:%Y-%m-%d}_before_and_after"
    offer_chart(name, lambda: large_control_chart(line), plate, alt, lambda: table(series))


def means(series: Series, effect: Effect) -> Judged:
    """Return the mean of either side at its months, to be drawn as a line."""
    mean = {figure.month: side.mean for side in (effect.before, effect.after) if side for figure in side.figures}
    return Judged(centre=tuple(mean.get(figure.month) for figure in series.figures))


def _mark(series: Series, effect: Effect) -> Said:
    """Return the mark of the event."""
    place = place_of(effect.event, series.figures)
    return Said() if place is None else Said(events=((place, effect.event.title),))
