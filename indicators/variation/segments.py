"""Segments: where the limits of a series begin anew, which they do only at an event that asks for it."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.access import Reader
from data.annotations.events import Event, keep_event
from data.errors import Mendable
from data.store.store import Store
from indicators.engine.catalogue import SERVICES, all_indicators, indicator_called
from indicators.engine.declaration import Indicator
from indicators.figures.figure import Figure


@dataclass(frozen=True)
class Segment:
    """Hold the place at which a segment of a series begins, and the event that begins it, if one does."""

    begins: int = 0
    event: Event | None = None


def segments_of(indicator: Indicator, figures: Sequence[Figure], events: Sequence[Event]) -> list[Segment]:
    """Return the segments of a series, the oldest first: each but the first begins at an event that asks for it."""
    found = {0: Segment()}
    for each in sorted(events, key=lambda event: (event.day, event.number)):
        place = place_of(each, figures) if indicator.id in each.begins_anew else None
        if place is not None:
            found[place] = Segment(place, each)
    return list(found.values())


def latest_segment(indicator: Indicator, figures: Sequence[Figure], events: Sequence[Event]) -> Segment:
    """Return the latest segment of a series, by which it is judged."""
    return segments_of(indicator, figures, events)[-1]


def place_of(event: Event, figures: Sequence[Figure]) -> int | None:
    """Return the place of the month in which an event fell; None before the first month or after the last."""
    places = [place for place, each in enumerate(figures) if each.month >= event.day]
    return places[0] if places and event.day >= figures[0].month.replace(day=1) else None


def about(events: Sequence[Event], indicator: Indicator) -> list[Event]:
    """Return the events that concern an indicator."""
    return [each for each in events if each.concerns(indicator.id, indicator.service)]


def named_by(event: Event, asked: Sequence[str] = ()) -> list[Indicator]:
    """Return the indicators asked for, by id, or else those that an event names.

    Raises:
        Mendable: where it names none, or one is asked for that there is not.
    """
    named = asked or [each for each in dict.fromkeys([*event.about, *event.begins_anew]) if each not in SERVICES]
    if not named:
        raise Mendable(f"Event {event.number} names no figure. Say which: --indicator with an indicator's id.")
    return [indicator_called(each) for each in named]


def annotate(store: Store, reader: Reader, event: Event) -> tuple[Event, bool]:
    """Keep an event about indicators and services that there are; return it, and whether it is new.

    Raises:
        Mendable: where it names another, or cannot be kept.
    """
    for each in event.begins_anew:
        if each in SERVICES:
            raise Mendable(
                f'"{each}" is a service. Limits begin anew for one figure at a time: name each, such as '
                f"{next(known.id for known in all_indicators().values() if known.service == each)}."
            )
        indicator_called(each)
    for each in event.about:
        if each not in SERVICES:
            indicator_called(each)
    return keep_event(store, reader, event)
