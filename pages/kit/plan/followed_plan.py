"""The plan that a page shows, with what became of each figure; kept by reader, month and the store's revision."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from data.access import Act, Reader
from data.annotations.action_plan.items import Item, Plan
from data.annotations.action_plan.reading import versions
from data.ledger.clock import now
from indicators.engine.catalogue import all_indicators
from indicators.studies.action_plan import Followed, followed
from indicators.studies.plan_entry import plan_seen
from pages.kit.frame.choices import Choices
from pages.kit.frame.series import series_of
from pages.kit.frame.session import current_store
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


def followed_plan(chosen: Choices) -> FollowedPlan:
    """Return the plan of the month chosen: as it stands today with the latest month, else as known at its end."""
    plan, day = _plan_kept(chosen.reader, chosen.authority, chosen.month, chosen.latest, chosen.revision, now().date())
    names = {move.indicator for action in plan.actions for move in action.moves} & all_indicators().keys()
    series = {line.indicator.id: line for line in series_of(chosen, sorted(names))}
    of_figures = {name: (line.indicator, line.figures, line.events) for name, line in series.items()}
    return FollowedPlan(plan, day, tuple(followed(plan.actions, of_figures, day)), series)


def every_version(chosen: Choices) -> list[Item]:
    """Return every version of every item, the oldest first, for whoever may know who wrote it; else none."""
    if not chosen.reader.may_somewhere(Act.EXACT):
        return []
    return versions(current_store(), chosen.reader, chosen.authority)


@st.cache_data(max_entries=100, show_spinner=False)
def _plan_kept(
    reader: Reader,
    authority: str,
    month: date,
    latest: date,
    revision: int,  # noqa: ARG001 - part of the key
    today: date,  # noqa: ARG001 - part of the key
) -> tuple[Plan, date]:
    """Return a plan and the day it is of, read once."""
    return plan_seen(current_store(), reader, authority, month, latest)
