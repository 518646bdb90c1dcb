"""How long police protection, an emergency order and a short break may last."""

from collections.abc import Iterator

from validation.rules.question import Between
from validation.rules.severity import QUERY

SHORT_ORDERS = (
    ("L1", "police protection", 3, "361"),
    ("L2", "an emergency protection order", 21, "362"),
)

# Episodes of one legal status on end are one run of it, wherever the child lived.
ONE_RUN = """
with marked as (
    select
        *,
        coalesce(lead(legal_status) over in_order = legal_status and lead(start_date) over in_order = end_date, false)
            as goes_on,
        coalesce(lag(legal_status) over in_order = legal_status and lag(end_date) over in_order = start_date, false)
            as went_on
    from looked_after_children
    window in_order as (partition by child_id order by start_date)
),
runs as (
    select *, max(start_date) filter (not went_on) over (partition by child_id order by start_date) as run_start
    from marked
)
"""


def _short_orders() -> Iterator[Between]:
    for status, words, days, number in SHORT_ORDERS:
        yield Between(
            f"looked_after_children.legal_status.{status}_too_long",
            QUERY,
            f"{status}, {words}, began on {{run_start}} and lasted longer than {days} days, the most it can. Record "
            "the legal status that followed.",
            f"""{ONE_RUN}
select row_number as row, run_start
from runs
where legal_status = '{status}'
    and not goes_on
    and coalesce(end_date, month_end()) - run_start > {days}
""",
            number,
        )


RULES = (
    *_short_orders(),
    # DfE would not take these. But some places record each break and others the agreement, under either of V3 and V4,
    # and short breaks are left out of every count: so the breaks recorded one by one are queried.
    Between(
        id="looked_after_children.end_date.break_over_17_days",
        severity=QUERY,
        dfe_rule="365",
        sentence="a short break (V3) from {start_date} lasted longer than 17 days, the most one may last. Correct the "
        "dates, or the legal status if the child was looked after.",
        sql="""
select row_number as row, start_date
from looked_after_children
where legal_status = 'V3' and coalesce(end_date, month_end()) - start_date > 17
""",
    ),
    Between(
        id="looked_after_children.end_date.breaks_over_75_days",
        severity=QUERY,
        dfe_rule="367",
        sentence="{child_id} had more than 75 days of short breaks (V3) in 12 months, the most allowed. "
        "Correct the dates, or the legal status if the child was looked after.",
        sql="""
with breaks as (
    select row_number, child_id, start_date, coalesce(end_date, month_end()) as until
    from looked_after_children
    where legal_status = 'V3'
)
select latest.row_number as row, latest.child_id
from breaks as latest
join breaks as earlier on latest.child_id = earlier.child_id and in_months_to(earlier.until, 12, latest.until)
group by latest.row_number, latest.child_id
having sum(earlier.until - earlier.start_date) > 75
""",
    ),
)
