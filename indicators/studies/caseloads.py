"""Caseloads as they are spread over social workers: nobody is named, and an average does not hide its tail."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum

import numpy as np
import pandas as pd

from data.access import EVERY, Act, Reader
from data.codes import CASE_TYPE
from data.ledger.clock import end_of
from data.store.store import Store
from indicators.engine.catalogue import indicator_called
from indicators.engine.rounding import exact
from indicators.figures.measured_figures import let_in

LIMITS = (16, 18, 20)
FEWEST = 3
"""The spread of fewer workers than this would tell one worker's caseload."""
EVEN = dict.fromkeys(CASE_TYPE.meanings, 1.0)
"""Every type of case counts as one: there is no national weighting."""


@dataclass(frozen=True)
class Spread:
    """Hold how cases are spread over a group of social workers; nothing but the totals where they are too few.

    `over` holds how many workers hold more than each of LIMITS. `sessions` are their one-to-one supervisions in the
    month, None where supervision was not published.
    """

    group: str
    workers: int
    cases: float
    posts: float
    median: float | None
    ninetieth: float | None
    over: tuple[int, ...]
    sessions: int | None


def caseloads(store: Store, reader: Reader, authority: str, months: Sequence[date]) -> pd.DataFrame:
    """Return a row for each month and case-holding social worker, without who it is.

    Columns month, team, service, newly_qualified, fte, sessions, and how many cases of each type of CASE_TYPE. Who
    counts is as in the average caseload: in post, with an FTE above 0, holding at least one case. Whoever may see
    those of some teams is given the workers of these.
    """
    teams = reader.must_of_some_team(Act.TEAMS, indicator_called("average_caseload").service)
    let_in(reader, authority)
    rows = store.ask(reader, HELD, authority=authority, months=list(months), moment=end_of(None))
    return rows if EVERY in teams else rows.loc[rows["team"].isin(teams)].reset_index(drop=True)


def cases_of(rows: pd.DataFrame, weights: Mapping[str, float]) -> np.ndarray:
    """Return how many cases each worker holds, each weighed by its type."""
    return rows[list(weights)].to_numpy(dtype=float) @ np.array(list(weights.values()))


def spread(group: str, rows: pd.DataFrame, weights: Mapping[str, float]) -> Spread:
    """Return how cases are spread over the workers of a group; a percentile may lie between two workers."""
    cases = cases_of(rows, weights)
    few = len(rows) < FEWEST
    median, ninetieth = (None, None) if few else (float(quantile) for quantile in np.quantile(cases, (0.5, 0.9)))
    over = () if few else tuple(int(np.count_nonzero(cases > limit)) for limit in LIMITS)
    counts = rows["sessions"].to_numpy(dtype=float)
    sessions = None if np.isnan(counts).any() else int(counts.sum())
    posts = exact(fsum(rows["fte"]))
    return Spread(group, len(rows), fsum(cases), posts, median, ninetieth, over, sessions)


def spreads(rows: pd.DataFrame, by: str, weights: Mapping[str, float]) -> list[Spread]:
    """Return the spread of each group of a column, in order of its name."""
    return [spread(str(group), part, weights) for group, part in rows.groupby(by, dropna=False, sort=True)]


HELD = f"""
    with known as (
        select load, month, extract
        from loads_known($moment)
        where authority = $authority and list_contains($months, month)
    ),
    cases as (
        select
            known.month,
            allocations.worker_id,
            allocations.child_id,
            latest(allocations.case_type, allocations.start_date, allocations.allocation_id) as case_type
        from known
        join uploaded.case_allocations as allocations on allocations.load = known.load
        where known.extract = 'case_allocations' and allocations.allocated_as = 'CASE'
            and open_on(allocations.start_date, allocations.end_date, known.month)
        group by known.month, allocations.worker_id, allocations.child_id
    ),
    held as (
        select
            month,
            worker_id,
            {", ".join(f"count(*) filter (where case_type = '{kind}') as {kind}" for kind in CASE_TYPE.meanings)}
        from cases
        group by month, worker_id
    ),
    supervised as (
        select known.month, sessions.worker_id, count(*) as sessions
        from known
        join uploaded.supervision as sessions on sessions.load = known.load
        where known.extract = 'supervision' and sessions.kind = 'ONE'
            and in_months_to(sessions.supervision_date, 1, known.month)
        group by known.month, sessions.worker_id
    )
    select
        known.month,
        workers.team,
        coalesce(workers.service, 'Not known') as service,
        coalesce(workers.newly_qualified = 'Y', false) as newly_qualified,
        workers.fte,
        case when supervision.load is not null then coalesce(supervised.sessions, 0) end as sessions,
        held.* exclude (month, worker_id)
    from known
    join uploaded.social_workers as workers on workers.load = known.load
    join held on held.month = known.month and held.worker_id = workers.worker_id
    left join supervised on supervised.month = known.month and supervised.worker_id = workers.worker_id
    left join known as supervision on supervision.extract = 'supervision' and supervision.month = known.month
    where known.extract = 'social_workers' and workers.fte > 0
        and open_on(workers.start_date, workers.end_date, known.month)
    order by known.month, workers.team, workers.worker_id
"""
