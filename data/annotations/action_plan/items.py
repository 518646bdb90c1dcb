"""What an action plan is made of: sources, recommendations and actions, each kept version by version."""

from dataclasses import astuple, dataclass, replace
from datetime import date, datetime

INSPECTION, OBJECTIVE = "inspection", "objective"
KINDS = {INSPECTION: "An inspection", OBJECTIVE: "A strategic objective"}
NO_OVERALL = "no overall grade"
"""What an inspection says that judges areas alone, as Ofsted's of children's services do since April 2026."""
GRADES = ("outstanding", "good", "requires improvement", "inadequate")
UP, DOWN, HOLD, BETTER = "up", "down", "hold", "better"
DIRECTIONS = {UP: "Up", DOWN: "Down", HOLD: "As it is", BETTER: "The good way"}
"""Which way an action should move a figure; the last is what a monthly file said, which named the figure alone."""
DONE = "DONE"
ATTACHED = "Attached, as the monthly file said"
"""The evidence of an action that came from a monthly file, which said no more."""


@dataclass(frozen=True)
class Written:
    """Hold which version of an item something is, its number in the store, who wrote it and when (UTC)."""

    number: int = 0
    version: int = 0
    at: datetime | None = None
    by: str = ""


UNWRITTEN = Written()


@dataclass(frozen=True)
class Judgement:
    """Hold what an inspection said of one area."""

    area: str
    grade: str


@dataclass(frozen=True)
class Move:
    """Hold a figure that an action should move: the indicator's id, which way, by which month end, and how far.

    `expected` is in the unit of the indicator; None where no number was named.
    """

    indicator: str
    direction: str
    by: date | None = None
    expected: float | None = None


@dataclass(frozen=True)
class Source:
    """Hold what a plan answers: an inspection, with its judgements by area, or a strategic objective.

    `overall` is a grade or NO_OVERALL for an inspection, and empty for an objective.
    """

    authority: str
    source: str
    kind: str
    title: str
    day: date | None
    overall: str = ""
    judgements: tuple[Judgement, ...] = ()
    written: Written = UNWRITTEN

    @property
    def name(self) -> str:
        """Return what it is called in a sentence."""
        return f"Source {self.source}"

    @property
    def key(self) -> str:
        """Return its identifier."""
        return self.source


@dataclass(frozen=True)
class Recommendation:
    """Hold what was recommended, by its number, such as 4.13; `title` is empty where only the number is known."""

    authority: str
    recommendation: str
    source: str
    title: str
    written: Written = UNWRITTEN

    @property
    def name(self) -> str:
        """Return what it is called in a sentence."""
        return f"Recommendation {self.recommendation}"

    @property
    def key(self) -> str:
        """Return its identifier."""
        return self.recommendation


@dataclass(frozen=True)
class Action:
    """Hold one action: what is to be done, whose it is, by when, how far it has come, and the figures it should move.

    `evidence` is None where nothing was said of it, and empty where there is none. `taken_back` is why an action is no
    longer one of the plan.
    """

    authority: str
    action: str
    recommendation: str
    title: str
    owner: str
    partner: str
    team: str
    agreed: date
    due: date
    progress: str
    completed: date | None = None
    evidence: str | None = None
    taken_back: str = ""
    moves: tuple[Move, ...] = ()
    written: Written = UNWRITTEN

    @property
    def name(self) -> str:
        """Return what it is called in a sentence."""
        return f"Action {self.action}"

    @property
    def key(self) -> str:
        """Return its identifier."""
        return self.action

    def is_done(self, month: date) -> bool:
        """Tell whether it was done by a month end."""
        return self.completed is not None and self.completed <= month

    def overdue(self, month: date) -> bool:
        """Tell whether it was due by a month end and not done."""
        return self.due <= month and not self.is_done(month)

    def unevidenced(self, month: date) -> bool:
        """Tell whether it was done by a month end and nothing shows that it was."""
        return self.is_done(month) and not self.evidence


Item = Source | Recommendation | Action
"""What has versions: its authority and its number say which item it is, and `written` which version."""


@dataclass(frozen=True)
class Plan:
    """Hold a plan as it was known at a moment; what was taken back is not among its actions."""

    sources: tuple[Source, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    actions: tuple[Action, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """Return everything in it, what is answered first."""
        return *self.sources, *self.recommendations, *self.actions

    def latest(self, item: Item) -> Item | None:
        """Return the item that is of the same kind and number, or None."""
        alike = (version for version in self.items if type(version) is type(item) and version.key == item.key)
        return next(alike, None)


def content(item: Item) -> tuple:
    """Return all that a version says, without who wrote it and when."""
    return astuple(stamped(item, UNWRITTEN))


def stamped(item: Item, written: Written) -> Item:
    """Return the same as a version that was written."""
    return replace(item, written=written)


def in_order(number: str) -> tuple:
    """Return what numbers are sorted by: 4.9 stands before 4.13, and 4.09 beside 4.9."""
    parts = tuple((int(part), "") if part.isdecimal() else (0, part) for part in number.split("."))
    return parts, number
