"""Events: kept, taken back and listed."""

from typing import Annotated

import typer

from data.annotations.events import KINDS, Event
from data.ledger.history import authorities_held, months_held
from data.months import day_named, months_before
from pages.terminal.parts.app import app
from pages.terminal.parts.arguments import authority_read, month_or_latest
from pages.terminal.parts.options import AMonth, AsJson, Authority, StoreAt
from pages.terminal.parts.records import say
from pages.terminal.parts.store_access import needs_store, store_for
from pages.terminal.parts.task import asker, tell, working

event = typer.Typer(rich_markup_mode=None, help="Keep what happened, to be drawn on the charts; or take it back.")
app.add_typer(event, name="event")


@event.command()
def add(
    title: Annotated[str, typer.Argument(help="A few words, such as 'Saturday clinics'")],
    on: Annotated[str, typer.Option(help="The day, such as 2025-09-06")],
    told: Annotated[str, typer.Option(help="What happened, and why it matters to the figures")],
    author: Annotated[str, typer.Option(help="Who says so, such as 'Head of safeguarding'")],
    kind: Annotated[str, typer.Option(help=f"One of {', '.join(KINDS)}")] = "practice",
    about: Annotated[
        list[str] | None, typer.Option(help="An indicator's id or a service; repeatable; without one, all figures")
    ] = None,
    anew: Annotated[
        list[str] | None, typer.Option(help="An indicator's id whose limits begin anew from its month on; repeatable")
    ] = None,
    authority: Authority = None,
    store_path: StoreAt = None,
):
    """Keep what happened on a day. Name no child."""
    from indicators.engine.catalogue import SERVICES, indicator_called
    from indicators.figures.public_texts import objections
    from indicators.variation.segments import annotate
    from pages.words.commentary import pointed_out

    needs_store(store_path)
    day = day_named(on)
    with store_for(store_path, authority) as (store, wanted_code):
        code = authority_read(wanted_code, authorities_held(store, asker()))
        draft = Event(code, day, kind, title, told, tuple(about or ()), tuple(anew or ()), author)
        event, new = annotate(store, asker(), draft)
        measures = [indicator_called(name) for name in draft.about if name not in SERVICES]
        places = objections(store, asker(), f"{title} {told}", code, months_before(day, 0), measures)
    for sentence in pointed_out(places):
        tell(f"{sentence} Then take the event back, and keep it anew.", err=True)
    tell(f"Event {event.number}, {event.title}, {'kept' if new else 'held already; nothing changed'}.")


@event.command()
def take_back(
    number: int,
    why: Annotated[str, typer.Option(help="Why it is taken back")],
    authority: Authority = None,
    store_path: StoreAt = None,
):
    """Draw an event no longer; it is kept, with the reason."""
    from data.annotations.events import take_back as taken

    needs_store(store_path)
    with store_for(store_path, authority) as (store, wanted_code):
        code = authority_read(wanted_code, authorities_held(store, asker()))
        gone = taken(store, asker(), code, number, why)
    tell(f"Event {number}, {gone.title}, is drawn no longer.")


@app.command()
def events(authority: Authority = None, store_path: StoreAt = None, as_json: AsJson = False):
    """List the events that stand, the oldest first."""
    from data.annotations.events import events as kept
    from indicators.variation.segments import anew_at

    with store_for(store_path, authority) as (store, wanted_code):
        all_events = kept(store, asker(), authority_read(wanted_code, authorities_held(store, asker())))
    say(
        [event.to_json() | {"begins_anew": anew_at(event)} for event in all_events],
        as_json,
        "event",
        "day",
        "kind",
        "title",
        "author",
    )


@app.command()
def effect(
    number: Annotated[int, typer.Argument(metavar="EVENT", help="The number of an event, as events lists it")],
    indicator: Annotated[
        list[str] | None, typer.Option(help="An indicator's id; else those that the event names")
    ] = None,
    team: Annotated[str, typer.Option(help="Where it happened: this team is set beside all others")] = "",
    month: AMonth = None,
    authority: Authority = None,
    store_path: StoreAt = None,
    as_json: AsJson = False,
):
    """Read figures before and after an event: how far they moved, how sure that is, and what must be known of it."""
    from data.annotations.events import event_numbered
    from data.annotations.events import events as kept
    from indicators.studies.event_effect import effect as read
    from indicators.variation.segments import named_by
    from pages.words.event_effect import caveats, finding, sides

    with store_for(store_path, authority) as (store, wanted_code), working("Reading before and after"):
        code = authority_read(wanted_code, authorities_held(store, asker()))
        event, all_months = event_numbered(kept(store, asker(), code), number), months_held(store, asker(), code)
        last = month_or_latest(all_months, month)
        months = [*(day for day in all_months if day < last), last]
        effects = [
            read(store, asker(), measure, code, months, event, team) for measure in named_by(event, indicator or ())
        ]
    if as_json:
        say([effect.to_json() | {"finding": finding(effect), "caveats": caveats(effect)} for effect in effects], True)
        return
    for effect in effects:
        tell("\n".join([f"{effect.indicator.title}: {finding(effect)}", *sides(effect), *caveats(effect), ""]))
