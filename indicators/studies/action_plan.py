"""The action plan, action by action, and what became of each figure that an action should move since it began."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from data.annotations.action_plan.items import BETTER, DOWN, HOLD, UP, Action, Move
from data.annotations.events import Event
from indicators.engine.declaration import Indicator
from indicators.figures.figure import Figure
from indicators.variation import signals
from indicators.variation.judgement import CANNOT_TELL, Judgement, judge
from indicators.variation.segments import latest_segment

ON_COURSE = "on course"
"""The figure has moved the way that was wanted, by more than chance, since the action began; or stayed as it was to."""
BEFORE = "moved before it began"
"""It moved so before the action began, so that the action is not why."""
UNMOVED = "closed, figure unmoved"
STILL = "not moved yet"
NOT_YET = "too early to judge"
WRONG_WAY = "moved the wrong way"
NOT_TOLD = "cannot be judged"
GONE = "figure renamed or retired"
COURSES = (WRONG_WAY, UNMOVED, GONE, BEFORE, STILL, NOT_TOLD, NOT_YET, ON_COURSE)
"""What may have become of a figure since an action began; what most asks for a word at a meeting stands first."""
YEAR = 366
"""Days, whatever the year's length."""
NEEDED = signals.RUN
"""So many months since it began before no signal says anything: fewer could not make a run."""


@dataclass(frozen=True)
class Course:
    """Hold what became of one figure that an action should move, from the month end before it began to now.

    `indicator` is None where there is none of that name any more. `late` tells that it should have moved by now.
    """

    move: Move
    indicator: Indicator | None
    outcome: str
    start: Figure | None = None
    latest: Figure | None = None
    months: int = 0
    late: bool = False

    def to_json(self) -> dict:
        """Return the shape that others rely on."""
        return {
            "indicator": self.move.indicator,
            "direction": self.move.direction,
            "by": f"{self.move.by:%Y-%m}" if self.move.by else None,
            "expected": self.move.expected,
            "course": self.outcome,
            "months_since": self.months,
            "late": self.late,
            "then": self.start.to_json() if self.start else None,
            "now": self.latest.to_json() if self.latest else None,
        }


@dataclass(frozen=True)
class Followed:
    """Hold an action with what became of its figures, as on a day."""

    action: Action
    day: date
    courses: tuple[Course, ...]

    @property
    def overdue(self) -> bool:
        """Tell whether it was due by the day and is not done."""
        return self.action.overdue(self.day)

    @property
    def leading(self) -> Course | None:
        """Return what became of its figure: of several, of what most asks for a word; None where it names none."""
        return min(self.courses, key=lambda course: COURSES.index(course.outcome), default=None)

    @property
    def outcome(self) -> str:
        """Return what became of the figure that most asks for a word; empty where it names none."""
        return self.leading.outcome if self.leading else ""

    @property
    def unevidenced(self) -> bool:
        """Tell whether it was done in the last year and nothing shows that it was; of older ones nobody asks again."""
        return self.done_within(YEAR) and self.action.unevidenced(self.day)

    def done_within(self, days: int) -> bool:
        """Tell whether it was done, and no more than so many days before the day."""
        completed = self.action.completed
        return completed is not None and (self.day - completed).days <= days

    @property
    def is_done(self) -> bool:
        """Tell whether it was done by the day."""
        return self.action.is_done(self.day)

    @property
    def urgency(self) -> tuple:
        """Return what actions are sorted by: overdue ones, those without evidence, what is open, and what is done."""
        done = self.is_done
        rank = 0 if self.overdue else 1 if self.unevidenced else 3 if done else 2
        ends = self.action.completed if done and self.action.completed else self.action.due
        return rank, -ends.toordinal() if done else ends.toordinal(), self.action.action

    def to_json(self) -> dict:
        """Return the shape that others rely on."""
        action = self.action
        return {
            "action": action.action,
            "version": action.written.version,
            "recommendation": action.recommendation,
            "title": action.title,
            "owner": action.owner,
            "partner": action.partner,
            "team": action.team,
            "agreed": f"{action.agreed}",
            "due": f"{action.due}",
            "progress": action.progress,
            "done": f"{action.completed}" if action.completed else None,
            "overdue": self.overdue,
            "evidence": action.evidence,
            "figures": [course.to_json() for course in self.courses],
        }


def followed(
    actions: Sequence[Action],
    series: Mapping[str, tuple[Indicator, Sequence[Figure], Sequence[Event]]],
    day: date,
) -> list[Followed]:
    """Return actions with what became of their figures as on a day, the most urgent first.

    `series` gives, by id, each indicator that there is, its figures up to the month, oldest first, and its events.
    """
    plan = [
        Followed(action, day, tuple(_course(action, move, series.get(move.indicator), day) for move in action.moves))
        for action in actions
    ]
    return sorted(plan, key=lambda followed: followed.urgency)


def _course(
    action: Action, move: Move, series: tuple[Indicator, Sequence[Figure], Sequence[Event]] | None, day: date
) -> Course:
    """Say what became of one figure."""
    if series is None:
        return Course(move, None, GONE)
    indicator, figures, events = series
    earlier = [figure for figure in figures if figure.month < action.agreed]
    since = [figure for figure in figures if figure.month >= action.agreed and figure.value is not None]
    start, latest = (earlier[-1] if earlier else None), figures[-1]
    outcome = _became(action, move, indicator, figures, events, day)
    late = move.by is not None and move.by <= day and outcome != ON_COURSE
    return Course(move, indicator, outcome, start, latest, len(since), late)


def _became(
    action: Action,
    move: Move,
    indicator: Indicator,
    figures: Sequence[Figure],
    events: Sequence[Event],
    day: date,
) -> str:
    """Say what became of a figure since an action began, by process control."""
    way = _way(move, indicator)
    if not way or figures[-1].value is None or figures[0].month >= action.agreed:
        return NOT_TOLD
    judgement = judge(indicator, figures, latest_segment(indicator, figures, events).begins)
    if judgement.changing == CANNOT_TELL:
        return NOT_TOLD
    if moved := _moved(judgement, figures, way, action.agreed):
        return moved
    since = sum(figure.month >= action.agreed and figure.value is not None for figure in figures)
    if since < NEEDED:
        return NOT_YET
    if way == HOLD:
        return ON_COURSE
    return UNMOVED if action.is_done(day) else STILL


def _moved(judgement: Judgement, figures: Sequence[Figure], wanted: str, agreed: date) -> str:
    """Say of a figure that is changing whether it does as wanted, and since when; nothing where it is not to be told.

    What went the other way before the action began is what it began upon.
    """
    signal = judgement.signal
    if signal is None:
        return ""
    if figures[signal.first].month >= agreed:
        return ON_COURSE if signal.way == wanted else WRONG_WAY
    return BEFORE if signal.way == wanted else ""


def _way(move: Move, indicator: Indicator) -> str:
    """Return which way a figure should move; nothing where neither way is good and none was named."""
    if move.direction == BETTER:
        return {"high": UP, "low": DOWN}.get(indicator.argument.good, "")
    return move.direction
