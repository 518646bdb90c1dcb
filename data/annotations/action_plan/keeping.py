"""Items of a plan are kept: each as a new version upon the one that its writer saw, all of them or none."""

from collections.abc import Sequence
from dataclasses import replace

from data.access import Act, Reader
from data.annotations.action_plan.items import (
    Action,
    Item,
    Plan,
    Recommendation,
    Source,
    Written,
    content,
    stamped,
)
from data.annotations.action_plan.layout import LAYOUTS, enter, items_of
from data.annotations.action_plan.tidying import tidied
from data.errors import Mendable
from data.ledger.about import About
from data.ledger.audit_log import record
from data.ledger.clock import now
from data.ledger.deeds import Deed
from data.ledger.numbers import next_number
from data.store.attachment import Cursor
from data.store.store import Store


def keep_items(store: Store, reader: Reader, authority: str, items: Sequence[Item]) -> list[Item]:
    """Keep versions of items, all of them or none; return those that say something new, as they were kept.

    Each names, in `written.version`, the version that its writer saw: 0 for an item that is new.

    Raises:
        Mendable: where an item says too little; or somebody changed it since its writer saw it, who and when.
    """
    reader.must(Act.ANNOTATE)
    reader.must_see_authority(authority)
    with store.change() as cursor:
        plan = standing(cursor, authority)
        versions = []
        for item in sorted(items, key=lambda item: list(LAYOUTS).index(type(item))):
            if item.authority != authority:
                raise Mendable(f"{item.authority} has a plan of its own. Keep it there.")
            version = _kept(cursor, reader, item, plan)
            if version is not None:
                versions.append(version)
                plan = with_item(plan, version)
        if versions:
            record(cursor, reader, Deed.PLAN, About(authority, rows=len(versions)))
    return versions


def standing(cursor: Cursor, authority: str) -> Plan:
    """Return the plan as it stands for a writer; what was taken back is among its actions."""
    items = {kind: _standing(cursor, authority, kind) for kind in LAYOUTS}
    return Plan(*(tuple(items[kind]) for kind in (Source, Recommendation, Action)))  # type: ignore[arg-type]


def with_item(plan: Plan, item: Item) -> Plan:
    """Return a plan with a version of an item in the place of the one before it."""
    fields = {Source: "sources", Recommendation: "recommendations", Action: "actions"}
    field = fields[type(item)]
    rest = [version for version in getattr(plan, field) if version.key != item.key]
    return replace(plan, **{field: (*rest, item)})


def _kept(cursor: Cursor, reader: Reader, item: Item, plan: Plan) -> Item | None:
    """Keep one item and return it, or None where it says nothing new."""
    latest = plan.latest(item)
    if latest is not None and content(latest) == content(item):
        return None
    version = tidied(item, plan)
    if latest is not None and content(latest) == content(version):
        return None
    stands = latest.written if latest else Written()
    if item.written.version != stands.version:
        raise _overwritten(item, stands)
    number = next_number(cursor, LAYOUTS[type(item)].number)
    version = stamped(version, Written(number, stands.version + 1, now(), reader.who))
    enter(cursor, version)
    return version


def _overwritten(item: Item, stands: Written) -> Mendable:
    """Say who changed an item while somebody else was writing on it."""
    if stands.at is None:
        return Mendable(f"{item.name} is not in the plan any more. Keep it as a new one.")
    return Mendable(
        f"{item.name} was written by {stands.by} on {stands.at:%d %B %Y at %H:%M} UTC, after you saw it (it is version "
        f"{stands.version} now). Nothing of either is lost: look at what stands, and keep yours upon it if it is right."
    )


def _standing(cursor: Cursor, authority: str, kind: type[Item]) -> list[Item]:
    """Return the last version of each item of a kind, as a writer reads it."""
    layout = LAYOUTS[kind]
    chosen = (
        f"from store.office.{layout.table} where authority = $authority "
        f"qualify row_number() over (partition by {layout.key} order by version desc) = 1"
    )
    given = {"authority": authority}
    rows = cursor.execute(f"select * {chosen}", given).df()
    parts = None
    if layout.parts:
        which = f"where {layout.number} in (select {layout.number} {chosen}) order by place"
        parts = cursor.execute(f"select * from store.office.{layout.parts[1]} {which}", given).df()
    return items_of(kind, rows, parts)
