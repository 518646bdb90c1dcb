"""What a lake answered, kept until anything on it has moved: that nothing has PostgreSQL says sooner."""

import threading
from collections import OrderedDict
from collections.abc import Hashable

import pandas as pd

MOMENT = "select max(snapshot_id)::text from ducklake_snapshot"
"""Moves with everything that is kept on a lake."""
AWAY = (
    "PostgreSQL, which keeps the catalogue of this store, does not answer. What is shown is as it stood when it last "
    "did; what was not looked at before cannot be shown. It goes on by itself; where it lasts, tell whoever looks "
    "after the server."
)
MOST, LARGEST = 400, 20_000
"""So many answers are kept, each of so many cells at most."""


class Answers:
    """Hold answers, each with the moment of the lake that it is of, or an earlier one; the oldest goes first."""

    def __init__(self):
        """Begin without any."""
        self._kept: OrderedDict[Hashable, tuple[str, pd.DataFrame]] = OrderedDict()
        self._lock = threading.Lock()

    def kept(self, question: Hashable, moment: str | None = None) -> pd.DataFrame | None:
        """Return the answer to a question at a moment, or whenever it was asked last; None where it was not."""
        with self._lock:
            if question not in self._kept:
                return None
            self._kept.move_to_end(question)
            then, answer = self._kept[question]
        return answer.copy() if moment in (None, then) else None

    def keep(self, question: Hashable, moment: str, answer: pd.DataFrame) -> None:
        """Keep an answer that was asked for after a moment was told."""
        if answer.size > LARGEST:
            return
        with self._lock:
            self._kept[question] = (moment, answer.copy())
            self._kept.move_to_end(question)
            if len(self._kept) > MOST:
                self._kept.popitem(last=False)
