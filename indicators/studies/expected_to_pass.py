"""How many of today's open plans are expected to pass 15 and 24 months, with an interval.

A plan's chance of lasting is what became of plans of its age in the last 12 months: each was watched from the age it
had when those months began, or from its start, until it ended or the months did (Nelson and Aalen). That asks for one
month's file and no more, and leaves practice of years ago out. The interval holds two kinds of chance:

* those twelve months might have gone otherwise: families are drawn anew from among them, with replacement;
* what will become of each plan: brothers and sisters stay or leave together as far as their chances allow, families
  apart, and the number that pass is counted out exactly (Poisson-binomial, by family).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

import numpy as np
import pandas as pd

from data.months import months_before
from indicators.studies.drift import FEWEST, as_spells
from indicators.studies.plan_cohort import WINDOW, Followed
from indicators.studies.survival import Hazard, hazard, watched

THRESHOLDS = (15, 24)
AHEAD = ((0, 3), (3, 6), (0, 6))
"""The next quarter, the one after it, and both."""
LEVEL = 0.9
"""The interval holds the number nine times in ten."""
DRAWS = 60
SEED = 2012


@dataclass(frozen=True)
class Passing:
    """Hold how many open plans are expected to pass so many months after one month end and by another.

    `could` is how many would if none ended first. `expected` is None where too few plans that old were seen.
    """

    months: int
    after: date
    by: date
    could: int
    expected: float | None
    low: int | None
    high: int | None


def expected_to_pass(followed: Followed, draws: int = DRAWS) -> list[Passing]:
    """Return how many of the plans open at the month end are expected to pass each threshold in each time ahead.

    Where fewer than FEWEST plans were seen in the last 12 months, nothing is expected.
    """
    spells = seen_in_window(followed)
    if len(spells) < FEWEST:
        return []
    as_seen, drawn_anew = hazard(spells), _drawn_anew(spells, draws)
    ahead = [(months_before(followed.month, -begin), months_before(followed.month, -end)) for begin, end in AHEAD]
    passing = []
    for months, (after, by) in product(THRESHOLDS, ahead):
        nearing = _nearing(followed, months, after, by)
        could = len(nearing)
        if could and min(watched(spells, days) for days in (min(nearing["age"]), max(nearing["passes"]))) < FEWEST:
            passing.append(Passing(months, after, by, could, None, None, None))
        else:
            expected = float(_chances(as_seen, nearing).sum())
            passing.append(Passing(months, after, by, could, expected, *_interval(nearing, drawn_anew)))
    return passing


def seen_in_window(followed: Followed) -> pd.DataFrame:
    """Return the plans open in the last 12 months as spells, each watched from the age it had when they began."""
    begins = pd.Timestamp(max(months_before(followed.month, WINDOW), followed.since - timedelta(days=1)))
    plans = followed.plans
    seen = plans.loc[plans["end_date"].isna() | (plans["end_date"] > begins)]
    spells = as_spells(seen, followed.month)
    spells["entry"] = (begins - seen["start_date"]).dt.days.clip(lower=0).to_numpy(dtype=float)
    return spells.loc[spells["days"] > spells["entry"]].reset_index(drop=True)


def _nearing(followed: Followed, months: int, after: date, by: date) -> pd.DataFrame:
    """Return the open plans that will pass so many months after one month end and by another, if they last.

    Columns family, age and passes: how many days each has run, and will have on the day it passes.
    """
    plans = followed.plans.loc[followed.plans["end_date"].isna()]
    start = plans["start_date"]
    first, last = (pd.Timestamp(months_before(end, months)) for end in (after, by))
    nearing = plans.loc[(start > first) & (start <= last)]
    start = nearing["start_date"]
    age = (pd.Timestamp(followed.month) - start).dt.days
    passes = (start + pd.DateOffset(months=months) - start).dt.days
    return pd.DataFrame({"family": nearing["family"], "age": age, "passes": passes})


def _chances(added: Hazard, nearing: pd.DataFrame) -> np.ndarray:
    """Return the chance of each plan to be open still on the day it passes."""
    return np.exp(added(nearing["age"].to_numpy()) - added(nearing["passes"].to_numpy()))


def _interval(nearing: pd.DataFrame, drawn_anew: Sequence[Hazard]) -> tuple[int, int]:
    """Return between which numbers those that pass will lie, nine times in ten."""
    families = nearing["family"].to_numpy()
    likely = np.mean([how_many(_chances(added, nearing), families) for added in drawn_anew], axis=0).cumsum()
    low, high = (int(np.searchsorted(likely, edge)) for edge in ((1 - LEVEL) / 2, (1 + LEVEL) / 2))
    return low, high


def how_many(chance: np.ndarray, families: np.ndarray) -> np.ndarray:
    """Return how likely it is that 0, 1, 2 … plans pass, where the plans of a family pass together.

    Together means by one throw of the dice: as many of a family pass as have a chance above what was thrown.
    """
    likely = np.array([1.0])
    for family in np.unique(families):
        steps = np.sort(chance[families == family])[::-1]
        at_least = np.concatenate([[1.0], steps, [0.0]])
        likely = np.convolve(likely, at_least[:-1] - at_least[1:])
    return likely


def _drawn_anew(spells: pd.DataFrame, draws: int) -> list[Hazard]:
    """Return the hazards as they would be, had other families been seen: families drawn with replacement."""
    dice = np.random.default_rng(SEED)
    numbered, families = pd.factorize(spells["family"])
    even = np.full(len(families), 1 / len(families))
    drawn = (dice.multinomial(len(families), even)[numbered].astype(float) for _ in range(draws))
    return [hazard(spells, weights) for weights in drawn]
