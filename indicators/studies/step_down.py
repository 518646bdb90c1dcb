"""Cases held on after a plan: children in need whose child protection plan ended, and what closing their cases does."""

from dataclasses import dataclass
from datetime import date
from math import fsum

import numpy as np
import pandas as pd

from data.access import Act, Reader
from data.ledger.clock import end_of
from data.months import months_before
from data.store.store import Store
from indicators.engine.catalogue import indicator_called
from indicators.engine.rounding import exact
from indicators.figures.disclosure import RECOGNISABLE
from indicators.figures.measured_figures import let_in
from indicators.studies.what_it_takes import Caseload

WITHIN = 12
"""Plans that ended longer ago than these months are not in a month's extract."""


@dataclass(frozen=True)
class Closed:
    """Hold how many stepped-down cases would be closed, and the caseload that would be left."""

    cases: int
    left: Caseload


def held_cases(store: Store, reader: Reader, authority: str, month: date) -> pd.DataFrame:
    """Return a row for each case of the average caseload, without whose it is.

    Columns worker (a number that says only which cases are together), fte, stepped_down_on. Empty where child
    protection plans, social workers or case allocations were not published for the month.
    """
    reader.must_of(Act.EXACT, indicator_called("average_caseload").service)
    let_in(reader, authority)
    return store.ask(reader, HELD, authority=authority, months=[month], moment=end_of(None))


def closing(rows: pd.DataFrame, month: date, months_ago: int) -> Closed:
    """Return what closing the cases would do whose plan ended so many months before a month end, or longer ago.

    Whoever would be left without a case no longer counts among those who hold one, as in the average itself.
    """
    until = pd.Timestamp(months_before(month, months_ago))
    closes = (rows["stepped_down_on"] <= until).to_numpy(dtype=bool)
    left = rows.loc[~closes]
    posts = exact(fsum(left.drop_duplicates("worker")["fte"]))
    return Closed(int(np.count_nonzero(closes)), Caseload(float(len(left)), posts))


def may_be_told(reader: Reader, how_many: int) -> bool:
    """Tell whether a reader may see so small a number of cases: each is a child."""
    return reader.sees_small_numbers or not 0 < how_many <= RECOGNISABLE


HELD = """
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
    plans as (
        select
            plans.child_id,
            max(plans.end_date) filter (where plans.end_date <= known.month) as ended_on,
            bool_or(open_on(plans.start_date, plans.end_date, known.month)) as on_a_plan
        from known
        join uploaded.child_protection_plans as plans on plans.load = known.load
        where known.extract = 'child_protection_plans'
        group by plans.child_id
    )
    select
        dense_rank() over (order by workers.worker_id) as worker,
        workers.fte,
        case when cases.case_type = 'CIN' and not plans.on_a_plan then plans.ended_on end as stepped_down_on
    from known
    join uploaded.social_workers as workers on workers.load = known.load
    join known as published on published.month = known.month and published.extract = 'child_protection_plans'
    join cases on cases.month = known.month and cases.worker_id = workers.worker_id
    left join plans on plans.child_id = cases.child_id
    where known.extract = 'social_workers' and workers.fte > 0
        and open_on(workers.start_date, workers.end_date, known.month)
    order by worker, stepped_down_on
"""
