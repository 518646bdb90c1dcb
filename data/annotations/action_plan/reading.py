"""The plan as it was known at a moment, and every version that there ever was."""

from datetime import datetime
from functools import partial
from typing import cast

from data.access import Act, Reader
from data.annotations.action_plan.items import Action, Item, Plan, Recommendation, Source, in_order
from data.annotations.action_plan.layout import LAYOUTS, items_of
from data.annotations.action_plan.namelessness import nameless
from data.ledger.clock import FOR_EVER
from data.store.store import Store


def plan_known(store: Store, reader: Reader, authority: str, moment: datetime = FOR_EVER) -> Plan:
    """Return the plan of an authority as it was known just before a moment (UTC), in the order of its numbers.

    Whoever may see no small figure sees no owner, no evidence in words and nobody who wrote.
    """
    read = partial(_latest, store, reader, authority, moment)
    actions = [action for action in cast(list[Action], read(Action)) if not action.taken_back]
    return Plan(
        tuple(cast(list[Source], read(Source))),
        tuple(cast(list[Recommendation], read(Recommendation))),
        tuple(sorted(actions, key=lambda action: (in_order(action.recommendation), action.agreed, action.action))),
    )


def versions(store: Store, reader: Reader, authority: str) -> list[Item]:
    """Return every version of every item of a plan, the oldest first; what was taken back is among them."""
    everything = [item for kind in LAYOUTS for item in _read(store, reader, authority, FOR_EVER, kind, "")]
    return sorted(everything, key=lambda item: (item.written.at, item.written.number))


def _latest(store: Store, reader: Reader, authority: str, moment: datetime, kind: type[Item]) -> list[Item]:
    """Return the last version of each item of one kind that was written before a moment, by its number."""
    last = f"qualify row_number() over (partition by {LAYOUTS[kind].key} order by version desc) = 1"
    return sorted(_read(store, reader, authority, moment, kind, last), key=lambda item: in_order(item.key))


def _read(store: Store, reader: Reader, authority: str, moment: datetime, kind: type[Item], which: str) -> list[Item]:
    """Return the versions of one kind that were written before a moment, as its reader may see them."""
    layout, given = LAYOUTS[kind], {"authority": authority, "moment": moment}
    chosen = f"from office.{layout.table} where authority = $authority and written_at < $moment {which}"
    rows = store.ask(reader, f"select * {chosen} order by {layout.number}", **given)
    parts = None
    if layout.parts:
        question = f"select * from office.{layout.parts[1]} where {layout.number} in (select {layout.number} {chosen})"
        parts = store.ask(reader, f"{question} order by {layout.number}, place", **given)
    versions = items_of(kind, rows, parts)
    return versions if reader.may_somewhere(Act.EXACT) else [nameless(item) for item in versions]
