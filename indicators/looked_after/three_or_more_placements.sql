/*
title       = "Looked-after children with three or more placements in a year"
numerator   = "Children who had three or more placements in the 12 months to month end"
denominator = "Children looked after at month end, short breaks left out"
unit        = "percent"
good        = "low"
why         = "Each move costs a child a home, and often a school and friends."
source      = "DfE, Children looked after in England, placement stability in the year to 31 March (formerly NI 62)"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
published   = "placement_stability.three_or_more"
looks_back  = 12
differs     = "Ours is the 12 months to each month end. The placement open when the year began counts as one; a move with the same carer, a temporary placement (T0 to T4) and one that ended the day it began do not."
adds_up     = ["denominator = children_looked_after.numerator"]
*/
with ours as (
    select *
    from looked_after_children
    where start_date <= month_end()
        and not_short_break(legal_status)
),
-- A placement runs from the episode that began it to the next that does: other episodes change only the legal status
-- or keep the carer.
begun as (
    select
        *,
        count(*) filter (where reason_started in ('S', 'P', 'B'))
            over (partition by child_id order by start_date, coalesce(end_date, date '9999-12-31')) as placement_number
    from ours
),
placements as (
    select
        child_id,
        placement_number,
        min(start_date) as start_date,
        max(coalesce(end_date, date '9999-12-31')) as end_date,
        arg_min(placement, (start_date, coalesce(end_date, date '9999-12-31'), placement)) as placement
    from begun
    group by child_id, placement_number
),
in_the_year as (
    select child_id, count(*) as placements
    from placements
    where end_date > months_before(month_end(), 12)
        and end_date > start_date
        and placement not in ('T0', 'T1', 'T2', 'T3', 'T4')
    group by child_id
)
select
    looked_after.child_id as subject,
    looked_after.child_id,
    looked_after.team,
    coalesce(in_the_year.placements, 0) >= 3 as numerator,
    true as denominator
from looked_after(month_end()) as looked_after
left join in_the_year on in_the_year.child_id = looked_after.child_id
