"""What happened: the events that fall in the months of a series, in words, and whose limits begin anew there."""

from datetime import date

from data.annotations.events import KINDS, Event
from indicators.variation.segments import place_of
from pages.words import wording
from pages.words.series import Series


def fell_within(series: Series) -> list[tuple[int, Event]]:
    """Return the events that fall in the months of a series, each with the place of its month."""
    placed = ((place_of(event, series.figures), event) for event in series.events)
    return [(place, event) for place, event in placed if place is not None]


def named(event: Event) -> str:
    """Name an event for choosing: Saturday clinics, 6 Sep 2025."""
    return f"{event.title}, {wording.day(event.day)}"


def in_full(event: Event) -> str:
    """Write an event: its title, its day, what it was, and who says so."""
    said_by = f"({KINDS[event.kind]}; {wording.plain(event.author)}.)"
    return f"**{wording.plain(named(event))}**: {wording.plain(event.told)} {said_by}"


def anew(series: Series) -> str:
    """Say at which event the limits of a series begin anew; nothing where at none."""
    event = series.segment.event
    if event is None:
        return ""
    of = wording.month(series.figures[series.segment.begins].month)
    asked = (
        f"{wording.plain(event.author)} asked" if series.indicator.id in event.begins_anew else "the definition asks"
    )
    return (
        f"The average and the limits begin anew with {of}, at “{wording.plain(event.title)}”, as {asked}: what came "
        "before is no measure of what comes after."
    )


def by_month(series: Series) -> dict[date, str]:
    """Return the titles of the events of each month that has any."""
    by_date: dict[date, list[str]] = {}
    for place, event in fell_within(series):
        by_date.setdefault(series.figures[place].month, []).append(wording.plain(event.title))
    return {month: "; ".join(titles) for month, titles in by_date.items()}
