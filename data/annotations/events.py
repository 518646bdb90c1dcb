"""Events: what happened on a day that a reader of the figures must know, by whom it is said and why it matters."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from data.access import Act, Reader
from data.annotations.text_limits import sentence
from data.errors import Mendable
from data.ledger.audit_log import record
from data.ledger.clock import now
from data.ledger.deeds import Deed
from data.ledger.numbers import next_number
from data.store.attachment import Cursor
from data.store.store import Store

PRACTICE, RECORDING, RULE, AROUND = "practice", "recording", "rule", "around"
FAMILY_HELP = "family_help"
KINDS = {
    PRACTICE: "A change in what we do",
    RECORDING: "A change in what is recorded",
    RULE: "A change of rule or definition",
    AROUND: "Something that happened around us",
    FAMILY_HELP: "Family Help goes live",
}
LONGEST_TITLE = 40
STANDING_EVENTS = """
    select
        events.authority, events.happened_on, events.kind, events.title, events.told, events.about,
        events.begins_anew, events.author, events.event, events.kept_at, events.kept_by
    from office.events as events
    left join office.events_taken_back as gone on gone.event = events.event
    where events.authority = $authority and gone.event is null
    order by events.happened_on, events.event
"""


@dataclass(frozen=True)
class Event:
    """Hold what happened on a day: a short title, what it was and why it matters, and who says so.

    `about` names the indicators or services it concerns; with none it concerns all. `begins_anew` names the indicators
    whose limits are drawn anew from its month on. `number` and `kept_…` are given on keeping it.
    """

    authority: str
    day: date
    kind: str
    title: str
    told: str
    about: tuple[str, ...]
    begins_anew: tuple[str, ...]
    author: str
    number: int = 0
    kept_at: datetime | None = None
    kept_by: str = ""

    def concerns(self, indicator: str, service: str) -> bool:
        """Tell whether it is about an indicator, by name or by its service."""
        return not self.about or bool({indicator, service} & {*self.about, *self.begins_anew})

    def to_json(self) -> dict:
        """Return the shape that is printed."""
        return {
            "event": self.number,
            "authority": self.authority,
            "day": f"{self.day:%Y-%m-%d}",
            "kind": self.kind,
            "title": self.title,
            "told": self.told,
            "about": list(self.about),
            "begins_anew": list(self.begins_anew),
            "author": self.author,
            "kept_at": f"{self.kept_at:%Y-%m-%dT%H:%M:%SZ}" if self.kept_at else None,
            "kept_by": self.kept_by,
        }


def keep_event(store: Store, reader: Reader, event: Event) -> tuple[Event, bool]:
    """Keep an event; return it, and whether it is new. The same again changes nothing.

    Raises:
        Mendable: where it has no title, reason or author, or lies in the future.
    """
    reader.must(Act.ANNOTATE)
    reader.must_see_authority(event.authority)
    tidied = _tidied(event)
    for earlier in events(store, reader, tidied.authority):
        if replace(earlier, number=0, kept_at=None, kept_by="") == tidied:
            return earlier, False
    with store.change() as cursor:
        number = next_number(cursor, "office_event")
        numbered = replace(tidied, number=number, kept_at=now(), kept_by=reader.who)
        enter_event(cursor, numbered)
        record(cursor, reader, Deed.EVENT)
    return numbered, True


def enter_event(cursor: Cursor, event: Event) -> None:
    """Write an event that has its number into the store."""
    entry = [event.number, event.authority, event.day, event.kind, event.title, event.told]
    entry += ["\n".join(event.about), "\n".join(event.begins_anew), event.author, event.kept_at, event.kept_by]
    cursor.execute(f"insert into store.office.events values ({', '.join('?' * len(entry))})", entry)


def take_back(store: Store, reader: Reader, authority: str, number: int, why: str) -> Event:
    """Draw an event no longer; it is kept, with the reason. Return it.

    Raises:
        Mendable: where no such event stands, or no reason is given.
    """
    reader.must(Act.ANNOTATE)
    reader.must_see_authority(authority)
    gone = event_numbered(events(store, reader, authority), number)
    reason = sentence(why, "Say why the event is taken back, for whoever looks for it.")
    with store.change() as cursor:
        entry = [number, reason, now(), reader.who]
        cursor.execute("insert into store.office.events_taken_back values (?, ?, ?, ?)", entry)
        record(cursor, reader, Deed.EVENT)
    return gone


def events(store: Store, reader: Reader, authority: str) -> list[Event]:
    """Return the events that stand for an authority, the oldest first."""
    rows = store.ask(reader, STANDING_EVENTS, authority=authority)
    return [_event(row) for row in rows.itertuples(index=False, name=None)]


def event_numbered(events: Sequence[Event], number: int) -> Event:
    """Return the event of a number.

    Raises:
        Mendable: where there is none.
    """
    for event in events:
        if event.number == number:
            return event
    raise Mendable(f"There is no event {number}. List them with: python cli.py events")


def _tidied(event: Event) -> Event:
    """Return an event that may be kept."""
    if event.kind not in KINDS:
        raise Mendable(f'"{event.kind}" is no kind of event. Use one of {", ".join(KINDS)}.')
    if event.day > now().date():
        raise Mendable(f"{event.day} has not come yet. Keep an event once it has happened.")
    title = sentence(event.title, "Give the event a title, such as Saturday clinics.", LONGEST_TITLE)
    account = sentence(event.told, "Say what happened and why it matters to the figures.")
    author = sentence(event.author, "Say who says so, such as Head of safeguarding.")
    about, anew = (tuple(sorted(set(names))) for names in (event.about, event.begins_anew))
    return replace(event, title=title, told=account, author=author, about=about, begins_anew=anew)


def _event(row: tuple) -> Event:
    """Make an event of a row."""
    authority, day, kind, title, account, about, anew, author, number, kept_at, kept_by = row
    about, anew = (tuple(line for line in lines.split("\n") if line) for lines in (about, anew))
    moment = kept_at.to_pydatetime()
    return Event(authority, day.date(), kind, title, account, about, anew, author, int(number), moment, kept_by)
