"""Segments: where the limits of a series begin anew, which they do only at an event that asks for it.

An officer names whose limits begin anew; and a definition may ask it of every event of a kind, by `anew_at`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from data.access import Act, Reader
from data.annotations.events import Event, keep_event
from data.errors import Mendable
from data.months import months_before
from data.store.store import Store
from indicators.engine.catalogue import SERVICES, all_indicators, indicator_called
from indicators.engine.declaration import Indicator
from indicators.figures.figure import Figure
from indicators.figures.public_texts import must_tell_nobody


@dataclass(frozen=True)
class Segment:
    """Hold the place at which a segment of a series begins, and the event that begins it, if one does."""

    begins: int = 0
    event: Event | None = None


def segments_of(indicator: Indicator, figures: Sequence[Figure], events: Sequence[Event]) -> list[Segment]:
    """Return the segments of a series, the oldest first: each but the first begins at an event that asks for it."""
    segments = {0: Segment()}
    for event in sorted(events, key=lambda event: (event.day, event.number)):
        place = place_of(event, figures) if begins_anew(indicator, event) else None
        if place is not None:
            segments[place] = Segment(place, event)
    return list(segments.values())


def begins_anew(indicator: Indicator, event: Event) -> bool:
    """Tell whether limits begin anew at an event: it names the indicator, or this asks it of all events of the kind."""
    return indicator.id in event.begins_anew or event.kind in indicator.argument.anew_at


def anew_at(event: Event) -> list[str]:
    """Return the ids of those whose limits begin anew at an event."""
    declared = (each.id for each in all_indicators().values() if begins_anew(each, event))
    return sorted({*event.begins_anew, *declared})


def named_or_anew(event: Event) -> list[str]:
    """Return the ids that an event is about, services' among them, and of those whose limits begin anew at it."""
    return list(dict.fromkeys((*event.about, *anew_at(event))))


def latest_segment(indicator: Indicator, figures: Sequence[Figure], events: Sequence[Event]) -> Segment:
    """Return the latest segment of a series, by which it is judged."""
    return segments_of(indicator, figures, events)[-1]


def place_of(event: Event, figures: Sequence[Figure]) -> int | None:
    """Return the place of the month in which an event fell; None before the first month or after the last."""
    places = [place for place, figure in enumerate(figures) if figure.month >= event.day]
    return places[0] if places and event.day >= figures[0].month.replace(day=1) else None


def about(events: Sequence[Event], indicator: Indicator) -> list[Event]:
    """Return the events that concern an indicator."""
    return [
        event for event in events if event.concerns(indicator.id, indicator.service) or begins_anew(indicator, event)
    ]


def named_by(event: Event, names: Sequence[str] = ()) -> list[Indicator]:
    """Return the indicators asked for, by id, or else those that an event names.

    Raises:
        Mendable: where it names none, or one is asked for that there is not.
    """
    ids = names or [name for name in named_or_anew(event) if name not in SERVICES]
    if not ids:
        raise Mendable(f"Event {event.number} names no figure. Say which: --indicator with an indicator's id.")
    return [indicator_called(name) for name in ids]


def annotate(store: Store, reader: Reader, event: Event) -> tuple[Event, bool]:
    """Keep an event about indicators and services that there are; return it, and whether it is new.

    Raises:
        Mendable: where it names another, tells of a child, or cannot be kept.
    """
    reader.must(Act.ANNOTATE)
    for name in event.begins_anew:
        if name in SERVICES:
            raise Mendable(
                f'"{name}" is a service. Limits begin anew for one figure at a time: name each, such as '
                f"{next(indicator.id for indicator in all_indicators().values() if indicator.service == name)}."
            )
        indicator_called(name)
    for name in event.about:
        if name not in SERVICES:
            indicator_called(name)
    measures = [indicator_called(name) for name in event.about if name not in SERVICES]
    for text in (event.title, event.told, event.author):
        must_tell_nobody(store, reader, text, event.authority, months_before(event.day, 0), measures)
    return keep_event(store, reader, event)
