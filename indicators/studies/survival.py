"""The one room that knows lifelines: how long spells last, told from spells that have and have not ended.

A spell is a row of days: `entry`, how long it had run when we first could see it end (0 where from its start), `days`,
how long it had run when last seen, `ended`, whether it ended then, and `ending`, how. lifelines takes seconds to start,
so only a question of this kind pays for it.
"""

import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

Hazard = Callable[[np.ndarray], np.ndarray]


@dataclass(frozen=True)
class Share:
    """Hold the share of spells, 0 to 1, after so many days, with its 95% interval and how many were still watched."""

    days: int
    share: float
    low: float
    high: float
    watched: int


def share_open(spells: pd.DataFrame, lengths: Sequence[int]) -> list[Share]:
    """Return the share of spells still open after so many days, by Kaplan and Meier.

    A spell that ends on a day is closed on that day. The interval is lifelines' own, of the log of the log.
    """
    from lifelines import KaplanMeierFitter

    fitted = KaplanMeierFitter().fit(spells["days"], spells["ended"], entry=_entry(spells))
    bounds = fitted.confidence_interval_.to_numpy()
    places = np.searchsorted(fitted.survival_function_.index.to_numpy(), lengths, side="right") - 1
    shares = fitted.survival_function_.to_numpy()[places, 0]
    return [
        Share(days, float(share), float(bounds[place].min()), float(bounds[place].max()), watched(spells, days))
        for days, share, place in zip(lengths, shares, places, strict=True)
    ]


def share_ended(spells: pd.DataFrame, endings: Sequence[str], lengths: Sequence[int]) -> dict[str, list[float]]:
    """Return, for each ending, the share of spells that have ended so after so many days, by Aalen and Johansen.

    Endings compete: the shares and the share still open come to 1.
    """
    from lifelines import AalenJohansenFitter

    places = {ending: place for place, ending in enumerate(endings, 1)}
    numbers = [places.get(ending, 0) for ending in spells["ending"]]
    shares = {}
    for ending, place in places.items():
        with warnings.catch_warnings():
            # Plans that end on one day are set apart by a hair's breadth, the same each time.
            warnings.filterwarnings("ignore", message="Tied event times")
            fitter = AalenJohansenFitter(seed=1, calculate_variance=False)
            fitter.fit(spells["days"], numbers, place, entry=_entry(spells))
        # A day's endings may have been set just after it: they belong to the day.
        shares[ending] = [float(share) for share in fitter.predict([days + 0.5 for days in lengths])]
    return shares


def hazard(spells: pd.DataFrame, weights: np.ndarray | None = None) -> Hazard:
    """Return the hazard of ending, added up from nought to as many days as it is asked for, by Nelson and Aalen.

    The chance that a spell open after a days is still open after b is exp(hazard(a) - hazard(b)).
    """
    from lifelines import NelsonAalenFitter

    taken = np.ones(len(spells), dtype=bool) if weights is None else weights > 0
    seen = spells.loc[taken]
    weighed = None if weights is None else weights[taken]
    fitter = NelsonAalenFitter(nelson_aalen_smoothing=False)
    added = fitter.fit(seen["days"], seen["ended"], entry=_entry(seen), weights=weighed).cumulative_hazard_
    steps, heights = added.index.to_numpy(), added.to_numpy()[:, 0]
    return lambda days: heights[np.searchsorted(steps, days, side="right") - 1]


def watched(spells: pd.DataFrame, days: float) -> int:
    """Return how many spells were under watch after so many days: seen by then, and not yet over or out of sight."""
    return int(np.count_nonzero((spells["entry"] < max(days, 0.5)) & (spells["days"] >= days)))


def _entry(spells: pd.DataFrame) -> np.ndarray | None:
    """Return from when each spell was seen, or nothing where all were from their start."""
    entry = spells["entry"].to_numpy(dtype=float)
    return entry if np.any(entry > 0) else None
