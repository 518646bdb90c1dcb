"""What is read again and again of a month – its alerts and what changed – worked out once, on publishing, and kept.

It is kept for whoever may see all of an authority; for anybody else it is worked out of what they may see.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter

from data.access import Act, Reader
from data.ledger.history import months_held, revision
from data.ledger.stored_answers import keep_answer, kept_answer
from data.steps import Listener, silent
from data.store.store import Store
from indicators.change.what_changed import Changed, what_changed
from indicators.engine.catalogue import all_indicators
from indicators.engine.declaration import Indicator
from indicators.variation.alerts import Alerts, alerts, alerts_by_team

Answer = TypeVar("Answer")
WHOLE, TEAMS, CHANGED = "alerts", "alerts by team", "what changed"


def alerts_read(
    store: Store,
    reader: Reader,
    indicators: Sequence[Indicator],
    authority: str,
    months: Sequence[date],
    by_team: bool = False,
) -> Alerts:
    """Return the alerts of the last of all months up to it, of the whole or of each team, the strongest first."""

    def work_out(measures: Sequence[Indicator]) -> Alerts:
        return (alerts_by_team if by_team else alerts)(store, reader, measures, authority, months)

    question = TEAMS if by_team else WHOLE
    return _read(store, reader, indicators, authority, months[-1], question, Alerts, work_out).of(indicators)


def changed_read(
    store: Store, reader: Reader, indicators: Sequence[Indicator], authority: str, month: date
) -> list[Changed]:
    """Return what became of indicators since the month before, in their order.

    Raises:
        Mendable: where the reader may not see rows of extracts.
    """
    reader.must(Act.ROWS)

    def work_out(measures: Sequence[Indicator]) -> list[Changed]:
        return what_changed(store, reader, measures, authority, month)

    changes = _read(store, reader, indicators, authority, month, CHANGED, list[Changed], work_out)
    of = {change.indicator.id: change for change in changes}
    return [of[indicator.id] for indicator in indicators if indicator.id in of]


def read_ahead(store: Store, reader: Reader, authority: str, progress: Listener = silent) -> None:
    """Work out what will be read of the latest month of an authority, and keep it, saying each step.

    Raises:
        Mendable: where the reader may not see rows of extracts.
    """
    reader.must(Act.ROWS)
    indicators, months = list(all_indicators().values()), months_held(store, reader, authority)
    if not months:
        return
    if store.decide is not None:
        progress("Deciding what may be told", 0.0)
        store.decide(store, authority, months, False, None)
        store.decide(store, authority, months[-1:], True, None)
    progress("Looking for what calls for attention", 0.1)
    alerts_read(store, reader, indicators, authority, months)
    progress("Looking at each team", 0.3)
    alerts_read(store, reader, indicators, authority, months, by_team=True)
    progress("Setting two months side by side", 0.8)
    changed_read(store, reader, indicators, authority, months[-1])
    progress("Read", 1.0)


def _read(
    store: Store,
    reader: Reader,
    indicators: Sequence[Indicator],
    authority: str,
    month: date,
    question: str,
    kind: type[Answer],
    work_out: Callable[[Sequence[Indicator]], Answer],
) -> Answer:
    """Return the answer that is kept, or work it out; it is kept where it was asked of every indicator."""
    if not reader.sees_all_of(authority):
        return work_out(indicators)
    stored = kept_answer(store, reader, authority, month, question)
    if stored is not None:
        return _adapter(kind).validate_json(stored)
    at, answer = revision(store, reader), work_out(indicators)
    if len(indicators) == len(all_indicators()):
        keep_answer(store, reader, authority, month, question, _adapter(kind).dump_json(answer).decode(), at)
    return answer


@cache
def _adapter(kind: Any) -> TypeAdapter:
    """Return what writes an answer down and reads it again."""
    return TypeAdapter(kind)
