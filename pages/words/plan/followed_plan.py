"""A plan with what became of each figure that its actions should move, as page, sheets, report and command tell it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from data.annotations.action_plan.items import Plan
from indicators.engine.catalogue import all_indicators
from indicators.studies.action_plan import Followed, followed
from pages.words.plan.sources import recommended
from pages.words.series import Series


@dataclass(frozen=True)
class FollowedPlan:
    """Hold a plan as of a day: its actions, the most urgent first, and the series of their figures by id."""

    plan: Plan
    day: date
    actions: tuple[Followed, ...]
    series: dict[str, Series]

    def recommended(self, number: str) -> str:
        """Return the words of a recommendation; nothing where only its number is known."""
        return recommended(self.plan).get(number, "")

    def of_partner(self, partner: str) -> list[Followed]:
        """Return the actions that a partner has a part in; of no partner, all."""
        return [followed for followed in self.actions if partner in ("", followed.action.partner)]

    @property
    def partners(self) -> list[str]:
        """Return the partners of the plan."""
        return sorted({followed.action.partner for followed in self.actions if followed.action.partner})


@dataclass(frozen=True)
class InGroups:
    """Hold actions as they are shown: those that ask for a word, those that are open, and those that are done."""

    urgent: tuple[Followed, ...]
    open: tuple[Followed, ...]
    done: tuple[Followed, ...]


def in_groups(actions: Sequence[Followed]) -> InGroups:
    """Put actions in the groups in which they are shown, in their order."""
    urgent = tuple(action for action in actions if action.overdue or action.unevidenced)
    rest = [action for action in actions if action not in urgent]
    return InGroups(
        urgent,
        tuple(action for action in rest if not action.is_done),
        tuple(action for action in rest if action.is_done),
    )


def figures_named(plan: Plan) -> list[str]:
    """Return the indicators that the actions of a plan name, by id, of those that there are."""
    return sorted({move.indicator for action in plan.actions for move in action.moves} & all_indicators().keys())


def follow(plan: Plan, day: date, series: Sequence[Series]) -> FollowedPlan:
    """Return a plan with what became of its figures as on a day."""
    of_figures = {line.indicator.id: (line.indicator, line.figures, line.events) for line in series}
    actions = tuple(followed(plan.actions, of_figures, day))
    return FollowedPlan(plan, day, actions, {line.indicator.id: line for line in series})
