"""Drift: how long child protection plans run, by when they began, and what they end with."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from data.months import months_before
from indicators.studies.plan_cohort import UNKNOWN, Followed
from indicators.studies.survival import Share, share_ended, share_open

MONTH = 365.25 / 12
"""Days in a month, on average."""
LONGEST = 36
"""How many months a curve runs at most."""
FEWEST = 10
"""A share of fewer plans than this still watched says little, so a curve ends there."""


@dataclass(frozen=True)
class Cohort:
    """Hold the plans begun in a year: how many, how many have ended, and the share open after each month."""

    first: date
    last: date
    plans: int
    ended: int
    shares: tuple[Share, ...]


@dataclass(frozen=True)
class Ending:
    """Hold one way in which plans end: how many did, and the share that has after each month, 0 to 1."""

    name: str
    plans: int
    shares: tuple[float, ...]


def begun_from(followed: Followed, first: date, last: date) -> pd.DataFrame:
    """Return the plans begun from one day to another as spells watched from their start."""
    start = followed.plans["start_date"]
    begun = followed.plans.loc[(start >= pd.Timestamp(first)) & (start <= pd.Timestamp(last))]
    return as_spells(begun, followed.month)


def as_spells(plans: pd.DataFrame, month: date) -> pd.DataFrame:
    """Write plans as spells: entry 0, the days they ran to their end or the month end, whether and how they ended."""
    ended = plans["end_date"].notna()
    days = (plans["end_date"].fillna(pd.Timestamp(month)) - plans["start_date"]).dt.days
    # A plan that ended on its first day ran for part of it.
    columns = {"plan_id": plans["plan_id"], "family": plans["family"], "entry": 0.0, "days": days.clip(lower=0.5)}
    return pd.DataFrame({**columns, "ended": ended, "ending": plans["ending"]}).reset_index(drop=True)


def cohorts(followed: Followed) -> list[Cohort]:
    """Return each year's plans, latest first, for as many years up to the month as none of their plans is missing."""
    all_cohorts = []
    last = followed.month
    while (first := months_before(last, 12) + timedelta(days=1)) >= followed.since:
        spells = begun_from(followed, first, last)
        if len(spells) >= FEWEST:
            all_cohorts.append(
                Cohort(first, last, len(spells), spells["ended"].tolist().count(True), _open_by_month(spells))
            )
        last = months_before(last, 12)
    return all_cohorts


def endings(followed: Followed) -> tuple[list[Share], list[Ending]]:
    """Return the share of plans open after each month, and the share that has ended in each way, the commonest first.

    Only plans begun since nothing is missing count. Where an ending is not known, none is told.
    """
    spells = begun_from(followed, followed.since, followed.month)
    counts = Counter(spells["ending"].dropna())
    if len(spells) < FEWEST or not counts or UNKNOWN in counts:
        return [], []
    still_open = _open_by_month(spells)
    commonest = counts.most_common()
    shares = share_ended(spells, [name for name, _ in commonest], [share.days for share in still_open])
    return list(still_open), [Ending(name, plans, tuple(shares[name])) for name, plans in commonest]


def _open_by_month(spells: pd.DataFrame) -> tuple[Share, ...]:
    """Return the share open after 0, 1, 2 … months, for as long as enough plans are watched."""
    days = [round(months * MONTH) for months in range(LONGEST + 1)]
    shares = share_open(spells, days)
    enough = next((place for place, share in enumerate(shares) if share.watched < FEWEST), len(shares))
    return tuple(shares[:enough])
