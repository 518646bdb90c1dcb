"""Deciding on demand: what a store that is opened for people is handed, so that nothing undecided is told."""

from collections.abc import Sequence
from datetime import date

from data.store.rehearsal import Readable


def decide_on_demand(
    store: Readable, authority: str, months: Sequence[date], with_parts: bool, known_on: date | None
) -> None:
    """Decide what the public may be told of months, where nobody asked before; only then is the solver loaded."""
    from indicators.disclosure.decision import decide

    decide(store, authority, months, with_parts, known_on)
