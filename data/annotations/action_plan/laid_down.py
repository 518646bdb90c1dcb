"""The plan as known at a month end, laid among the rows of that month: so its figures are measured as all are."""

from datetime import date
from hashlib import sha256

import pandas as pd

from data.access import Reader
from data.ledger.clock import end_of
from data.ledger.delivery import Incoming
from data.months import months_before
from data.store.store import Store

EXTRACT = "action_plan"
FILE = "the action plan of the office"
YEAR = 12


def plan_of_month(store: Store, reader: Reader, authority: str, month: date) -> Incoming | None:
    """Return the actions known at a month end that were open, due or done in the year to it; None where none was known.

    What was written later, even of a day before, was not known then and is not in it.
    """
    rows = store.ask(
        reader,
        """
        with known as (
            select *
            from office.plan_actions
            where authority = $authority and written_at < $moment
            qualify row_number() over (partition by action order by version desc) = 1
        )
        select
            known.action as action_id, known.recommendation, known.agreed as agreed_date, known.due as due_date,
            known.progress, known.completed as completed_date,
            case when known.evidence is null then null when known.evidence = '' then 'N' else 'Y' end as evidence,
            nullif(known.team, '') as team, moves.indicator
        from known
        left join office.plan_moves as moves on moves.plan_action = known.plan_action and moves.place = 0
        where known.taken_back = '' and known.agreed <= $month
            and (known.completed is null or known.completed > $year_before or known.due > $year_before)
        order by known.action
        """,
        authority=authority,
        moment=end_of(month),
        month=month,
        year_before=months_before(month, YEAR),
    )
    if rows.empty:
        return None
    rows.index = pd.RangeIndex(2, len(rows) + 2)
    content = sha256(rows.to_csv().encode()).hexdigest()
    return Incoming(EXTRACT, rows, FILE, "", content, 0, findings=pd.DataFrame())
