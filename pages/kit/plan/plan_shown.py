"""The plan that a page shows, with what became of each figure; kept by reader, month and the store's revision."""

from datetime import date

import streamlit as st

from data.access import Act, Reader
from data.annotations.action_plan.items import Plan
from data.annotations.action_plan.reading import versions
from data.ledger.clock import now
from indicators.studies.plan_entry import plan_seen
from pages.kit.frame.choices import Choices
from pages.kit.frame.series import series_of
from pages.kit.frame.session import current_store
from pages.words.plan.changes import rows
from pages.words.plan.followed_plan import FollowedPlan, figures_named, follow


def plan_shown(chosen: Choices) -> FollowedPlan:
    """Return the plan of the month chosen: as it stands today with the latest month, else as known at its end."""
    today = now().date()
    plan, day = _plan_kept(chosen.reader, chosen.authority, chosen.month, chosen.latest, chosen.revision, today)
    return follow(plan, day, series_of(chosen, figures_named(plan)))


def every_change(chosen: Choices) -> list[dict[str, str]]:
    """Return every change as a row of words, the newest first, for whoever may know who wrote it; else none."""
    if not chosen.reader.may_somewhere(Act.EXACT):
        return []
    return _changes_kept(chosen.reader, chosen.authority, chosen.revision)


@st.cache_data(max_entries=20, show_spinner=False)
def _changes_kept(reader: Reader, authority: str, revision: int) -> list[dict[str, str]]:  # noqa: ARG001 - part of the key
    """Return every change of a plan as a row of words, read once."""
    return rows(versions(current_store(), reader, authority))


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
