"""What goes into the action plan, and what of it is told to whom: figures that there are, texts that tell nobody."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from data.access import Act, Reader
from data.annotations.action_plan.items import Action, Item, Plan, Recommendation
from data.annotations.action_plan.keeping import keep_items
from data.annotations.action_plan.reading import plan_known
from data.errors import Mendable
from data.ledger.clock import FOR_EVER, end_of, now
from data.store.store import Store
from indicators.engine.catalogue import indicator_called
from indicators.figures.public_texts import must_tell_nobody, what_tells

KEPT_BACK = "Kept back: it may tell of somebody."


def enter_items(store: Store, reader: Reader, authority: str, items: Sequence[Item]) -> list[Item]:
    """Keep versions of items of a plan, all of them or none; return those that say something new.

    A figure that an action named before may be one that is no more; whatever is named anew there must be.

    Raises:
        Mendable: naming the item and what is wrong in it; or who changed it since its writer saw it.
    """
    reader.must(Act.ANNOTATE)
    reader.must_see_authority(authority)
    stands = plan_known(store, reader, authority)
    for item in items:
        _must_name_figures(item, stands)
    if what_tells(store, reader, "\n".join(text for item in items for text in _texts(item)), authority, None):
        for item in items:
            _must_tell_nobody(store, reader, item)
    return keep_items(store, reader, authority, items)


def plan_told(store: Store, reader: Reader, authority: str, moment: datetime = FOR_EVER) -> Plan:
    """Return a plan as it was known at a moment (UTC), as its reader may read it.

    Of a text that may tell of somebody, whoever may see no small figure is told that it is kept back.
    """
    plan = plan_known(store, reader, authority, moment)
    if reader.may_somewhere(Act.EXACT):
        return plan
    texts = [item.title for item in plan.items] + [action.partner for action in plan.actions]
    if not what_tells(store, reader, "\n".join(texts), authority, None):
        return plan
    return Plan(
        tuple(replace(source, title=_told(store, reader, authority, source.title)) for source in plan.sources),
        tuple(replace(advice, title=_told(store, reader, authority, advice.title)) for advice in plan.recommendations),
        tuple(
            replace(
                action,
                title=_told(store, reader, authority, action.title),
                partner=_told(store, reader, authority, action.partner),
            )
            for action in plan.actions
        ),
    )


def plan_seen(store: Store, reader: Reader, authority: str, month: date, latest: date) -> tuple[Plan, date]:
    """Return a plan as it is shown for a month, and the day it is of, as its reader may read it.

    With the latest month it is the plan as it stands today; with an earlier one, as it was known at the month's end.
    The invented borough has no today: its plan is of the month's end.
    """
    if month < latest:
        return plan_told(store, reader, authority, end_of(month)), month
    return plan_told(store, reader, authority), month if store.invented else now().date()


def _told(store: Store, reader: Reader, authority: str, text: str) -> str:
    """Return a text, or that it is kept back."""
    return KEPT_BACK if text and what_tells(store, reader, text, authority, None) else text


def must_be_fit(store: Store, reader: Reader, item: Item, stands: Plan) -> None:
    """Refuse an item that names a figure that there is not, or whose words tell of a child.

    Raises:
        Mendable: naming the item, and what is wrong in it.
    """
    _must_name_figures(item, stands)
    _must_tell_nobody(store, reader, item)


def _must_name_figures(action: Item, stands: Plan) -> None:
    """Refuse a figure that is none, unless the action named it before."""
    if not isinstance(action, Action):
        return
    earlier = stands.latest(action)
    ids = {move.indicator for move in earlier.moves} if isinstance(earlier, Action) else set()
    for move in action.moves:
        if move.indicator not in ids:
            try:
                indicator_called(move.indicator)
            except Mendable as why:
                raise Mendable(f"{action.name}: {why}") from why


def _must_tell_nobody(store: Store, reader: Reader, item: Item) -> None:
    """Refuse an item whose words tell of a child."""
    try:
        must_tell_nobody(store, reader, "\n".join(_texts(item)), item.authority, None)
    except Mendable as why:
        raise Mendable(f"{item.name}: {why}") from why


def _texts(item: Item) -> list[str]:
    """Return what somebody wrote in an item."""
    if isinstance(item, Action):
        return [item.title, item.owner, item.partner, item.evidence or "", item.taken_back]
    return (
        [item.title]
        if isinstance(item, Recommendation)
        else [item.title, *(judgement.area for judgement in item.judgements)]
    )
