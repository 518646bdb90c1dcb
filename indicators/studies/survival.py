"""The one room that knows lifelines: how long spells last, told from spells that have and have not ended.

A spell is a row of days: `entry`, how long it had run when we first could see it end (0 where from its start), `days`,
how long it had run when last seen, `ended`, whether it ended then, and `ending`, how. lifelines takes seconds to start,
so only a question of this kind pays for it.
"""

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
    """Return, for each ending, the share of spells that have ended so after so many days, as Aalen and Johansen do.

    Endings compete: the shares and the share still open come to 1. Of spells as long as each other, those that end
    do so before the others are lost to view. It is put together of `share_open`'s own steps, since lifelines' fitter
    of this kind draws lots between them.
    """
    from lifelines import KaplanMeierFitter

    fitted = KaplanMeierFitter().fit(spells["days"], spells["ended"], entry=_entry(spells))
    table = fitted.event_table
    # Who is seen from a day on is watched from the next, as lifelines counts for the share still open.
    days, watched_then = table.index, (table["at_risk"] - table["entrance"]).to_numpy()
    open_before = np.concatenate([[1.0], fitted.survival_function_.reindex(days).to_numpy()[:-1, 0]])
    ended = spells.loc[spells["ended"]]
    places = np.searchsorted(days.to_numpy(), lengths, side="right") - 1
    shares = {}
    for ending in endings:
        ends = ended.loc[ended["ending"] == ending, "days"].value_counts().reindex(days, fill_value=0).to_numpy()
        steps = np.divide(open_before * ends, watched_then, out=np.zeros(len(days)), where=ends > 0)
        shares[ending] = [float(share) for share in steps.cumsum()[places]]
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
