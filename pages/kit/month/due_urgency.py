"""What is more urgent: what is late before what is ahead, by measure; and which team holds it."""

from collections.abc import Sequence
from datetime import date, timedelta

from indicators.engine.catalogue import indicator_called
from indicators.figures.breakdown import NOT_KNOWN
from indicators.figures.due_soon import Due

EVERY = "Every team"


def most_urgent_first(rows: dict[str, list[Due]], month: date, within: int) -> list[str]:
    """Return indicators by what is late, the most first; then by what falls due in so many days."""

    def urgency(name: str) -> tuple[int, int, str]:
        late, ahead = (len(part) for part in late_and_ahead(rows[name], month, within))
        return -late, -ahead, indicator_called(name).title

    return sorted(rows, key=urgency)


def late_and_ahead(rows: Sequence[Due], month: date, within: int) -> tuple[list[Due], list[Due]]:
    """Return what is late at a month end, and what falls due in so many days after it."""
    until = month + timedelta(days=within)
    return [due for due in rows if due.late], [due for due in rows if not due.late and due.due_on <= until]


def of_team(due: Due) -> str:
    """Return the team that holds it."""
    return due.team or NOT_KNOWN
