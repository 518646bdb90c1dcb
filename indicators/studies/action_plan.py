"""The action plan, action by action, and what became of the figure that each should move."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from data.access import Reader
from data.annotations.events import Event
from data.ledger.history import published_rows
from data.store.store import Store
from indicators.engine.declaration import Indicator
from indicators.figures.figure import Figure
from indicators.variation.judgement import CANNOT_TELL, judge
from indicators.variation.segments import latest_segment

BEFORE = "changing before"
"""The figure does what it did before the action was agreed, so that the action is not why."""


@dataclass(frozen=True)
class Action:
    """Hold one action as it stands at a month end; `indicator` is the id of the figure it should move, or nothing."""

    action: str
    recommendation: str
    team: str
    agreed: date
    due: date
    progress: str
    done: date | None
    evidence: bool | None
    indicator: str

    def overdue(self, month: date) -> bool:
        """Tell whether it was due by a month end and not done."""
        return self.due <= month and not self.is_done(month)

    def is_done(self, month: date) -> bool:
        """Tell whether it was done by a month end."""
        return self.done is not None and self.done <= month


@dataclass(frozen=True)
class Moved:
    """Hold what became of a figure since an action was agreed: then, now, and whether that is more than chance."""

    then: Figure
    now: Figure
    answer: str

    def to_json(self) -> dict:
        """Return the shape that others rely on."""
        return {"then": self.then.to_json(), "now": self.now.to_json(), "changing": self.answer}


def actions_of(store: Store, reader: Reader, authority: str, month: date) -> list[Action] | None:
    """Return the actions that stand for a month by recommendation and day; None where none were published."""
    rows = published_rows(store, reader, authority, month, "action_plan")
    if rows is None:
        return None
    actions = map(_action, rows.to_dict("records"))
    return sorted(actions, key=lambda action: (_in_order(action.recommendation), action.recommendation, action.agreed))


def moved_since(
    indicator: Indicator, figures: Sequence[Figure], agreed: date, events: Sequence[Event] = ()
) -> Moved | None:
    """Say what became of a figure since a day, from its series; None where no month end lies before that day.

    Its limits begin anew at the last of the events that asks for it.
    """
    earlier = [figure for figure in figures if figure.month < agreed]
    if not earlier:
        return None
    then, latest = earlier[-1], figures[-1]
    if then.value is None or latest.value is None:
        return Moved(then, latest, CANNOT_TELL)
    judgement = judge(indicator, figures, latest_segment(indicator, figures, events).begins)
    if judgement.signal is None:
        return Moved(then, latest, judgement.changing)
    first = figures[judgement.signal.first].month
    return Moved(then, latest, judgement.changing if first >= agreed else BEFORE)


def to_json(action: Action, moved: Moved | None, month: date) -> dict:
    """Return an action as others rely on it."""
    return {
        "action": action.action,
        "recommendation": action.recommendation,
        "team": action.team,
        "agreed": f"{action.agreed}",
        "due": f"{action.due}",
        "progress": action.progress,
        "done": f"{action.done}" if action.done else None,
        "overdue": action.overdue(month),
        "evidence": action.evidence,
        "indicator": action.indicator or None,
        "moved": moved.to_json() if moved else None,
    }


def _action(row: Mapping[Any, Any]) -> Action:
    """Make an action of a row as published."""
    return Action(
        row["action_id"],
        row["recommendation"],
        row["team"] if isinstance(row["team"], str) else "",
        row["agreed_date"].date(),
        row["due_date"].date(),
        row["progress"],
        None if pd.isna(row["completed_date"]) else row["completed_date"].date(),
        row["evidence"] == "Y" if isinstance(row["evidence"], str) else None,
        row["indicator"] if isinstance(row["indicator"], str) else "",
    )


def _in_order(recommendation: str) -> tuple:
    """Put 4.9 before 4.13; 4.09 stands as high as 4.9."""
    return tuple((int(part), "") if part.isdecimal() else (0, part) for part in recommendation.split("."))
