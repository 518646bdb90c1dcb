"""The ledger of restatements: what was reported first, what each later publication made of it, and why."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from data.access import Reader
from data.store.store import Store
from indicators.change.moved_figures import moved
from indicators.change.restatement_causes import Cause, causes
from indicators.change.stated_over_time import Stated, stated_each_time
from indicators.engine.declaration import Indicator
from indicators.figures.figure import Figure
from indicators.figures.measured_figures import let_in
from indicators.figures.verdicts import told_to


@dataclass(frozen=True)
class Step:
    """Hold one step of a figure: when (UTC), what it was from then on, and why it was no longer what it had been."""

    at: datetime
    figure: Figure
    causes: tuple[Cause, ...]


@dataclass(frozen=True)
class Restatement:
    """Hold a figure that did not stay as it was first reported: the first, since when (UTC), and every step after."""

    first: Figure
    first_at: datetime
    steps: tuple[Step, ...]

    @property
    def now(self) -> Figure:
        """Return the figure as it is known now."""
        return self.steps[-1].figure

    @property
    def causes(self) -> tuple[Cause, ...]:
        """Return the causes of all its steps, the same ones added up."""
        many: Counter[str] = Counter()
        for cause in (cause for step in self.steps for cause in step.causes):
            many[cause.what] += cause.subjects or 0
        return tuple(Cause(kind, subjects or None) for kind, subjects in many.items())

    def to_json(self) -> dict:
        """Return the shape that is printed."""
        return {
            "indicator": self.first.indicator,
            "authority": self.first.authority,
            "month": f"{self.first.month:%Y-%m}",
            "reported_at": f"{self.first_at:%Y-%m-%dT%H:%M:%SZ}",
            "reported": self.first.to_json(),
            "known_now": self.now.to_json(),
            "steps": [
                {
                    "at": f"{step.at:%Y-%m-%dT%H:%M:%SZ}",
                    "figure": step.figure.to_json(),
                    "causes": [vars(cause) for cause in step.causes],
                }
                for step in self.steps
            ],
        }


def restatements(
    store: Store, reader: Reader, indicators: Sequence[Indicator], authority: str, months: Sequence[date]
) -> list[Restatement]:
    """Return every figure of months that did not stay as it was first reported, by indicator and month."""
    let_in(reader, authority)
    walks = [_walk(stated) for stated in stated_each_time(store, reader, indicators, authority, months)]
    steps = [step for walk in walks for step in walk]
    because = iter(causes(store, reader, steps))
    return [_restatement(store, reader, walk, [next(because) for _ in walk]) for walk in walks if walk]


def _walk(stated: Sequence[Stated]) -> list[tuple[Stated, Stated]]:
    """Return the steps of a figure from the first one that was reported on: those in which it moved."""
    reported = next(
        (place for place, statement in enumerate(stated) if statement.figure.numerator is not None), len(stated)
    )
    steps, earlier = [], stated[reported] if reported < len(stated) else None
    for later in stated[reported + 1 :]:
        if earlier is not None and moved([earlier.figure], [later.figure]):
            steps.append((earlier, later))
        earlier = later
    return steps


def _restatement(
    store: Store, reader: Reader, walk: Sequence[tuple[Stated, Stated]], because: Sequence[tuple[Cause, ...]]
) -> Restatement:
    """Make a restatement of its steps, as the reader may see them."""
    first = walk[0][0]
    seen = [told_to(store, reader, [stated.figure])[0] for stated in (first, *(later for _, later in walk))]
    steps = zip(walk, seen[1:], because, strict=True)
    return Restatement(seen[0], first.at, tuple(Step(later.at, figure, why) for (_, later), figure, why in steps))
