"""The plan that a page shows, with what became of each figure; kept by reader, month and the store's revision."""

from datetime import date

import streamlit as st

from data.access import Act, Reader
from data.annotations.action_plan.items import Item, Plan
from data.annotations.action_plan.reading import versions
from data.ledger.clock import now
from indicators.studies.plan_entry import plan_seen
from pages.kit.frame.choices import Choices
from pages.kit.frame.series import series_of
from pages.kit.frame.session import current_store
from pages.words.plan.followed_plan import FollowedPlan, figures_named, follow


def plan_shown(chosen: Choices) -> FollowedPlan:
    """Return the plan of the month chosen: as it stands today with the latest month, else as known at its end."""
    today = now().date()
    plan, day = _plan_kept(chosen.reader, chosen.authority, chosen.month, chosen.latest, chosen.revision, today)
    return follow(plan, day, series_of(chosen, figures_named(plan)))


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
