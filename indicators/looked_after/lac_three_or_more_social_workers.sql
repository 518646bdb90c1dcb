/*
title       = "Looked-after children with three or more social workers in a year"
numerator   = "Children whose case three or more different workers held in the 12 months to month end"
denominator = "Children looked after at month end, short breaks left out"
unit        = "percent"
good        = "low"
why         = "Each new worker asks a child to tell it all again, and to trust again."
source      = "DfE, Children looked after in England, children with three or more social workers in the year to 31 March"
national    = "workforce"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
published   = "social_worker_changes.three_or_more"
looks_back  = { case_allocations = 12 }
differs     = "DfE takes the workers from the return; ours come from case allocations, in the 12 months to each month end, workers before the child came into care included. Either counts a worker once, who comes back to the child. DfE has published it since 2024. Workers outside the social workers extract count too."
adds_up     = ["denominator = children_looked_after.numerator"]
*/
with held as (
    select child_id, count(distinct worker_id) as workers
    from cases()
    where start_date <= month_end()
        and (end_date is null or end_date > months_before(month_end(), 12))
    group by child_id
)
select
    looked_after.child_id as subject,
    looked_after.child_id,
    looked_after.team,
    coalesce(held.workers, 0) >= 3 as numerator,
    true as denominator
from looked_after(month_end()) as looked_after
left join held on held.child_id = looked_after.child_id
