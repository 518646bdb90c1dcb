/*
title       = "Looked-after children with a dental check in the year"
numerator   = "Children whose teeth were checked in the 12 months to month end"
denominator = "Children looked after at month end for 12 months or more, short breaks left out"
unit        = "percent"
good        = "high"
why         = "Neglected teeth hurt, and a child in care may have nobody who remembers the dentist."
source      = "DfE, Outcomes for children in need, including children looked after, children looked after for 12 months or more at 31 March (OC2), teeth checked by a dentist"
national    = "homes"
ofsted      = "in_care"
owner       = "Designated nurse and head of looked-after children"
review_by   = 2027-04-01
published   = "health_of_looked_after.dental_checks"
looks_back  = { looked_after_children = 12, lac_health = 12 }
differs     = "DfE takes the answer of the yearly return; ours takes the day it was done, at each month end. A child with no start of care among the rows has been in care for longer than the 12 months they hold."
*/
with done as (
    select child_id, max(done_date) as last_done
    from lac_health
    where kind = 'DENTAL'
        and done_date <= month_end()
    group by child_id
)
select
    looked_after.child_id as subject,
    looked_after.child_id,
    looked_after.team,
    coalesce(in_months_to(done.last_done, 12, month_end()), false) as numerator,
    true as denominator,
    (done.last_done + to_months(12))::date as due_on
from looked_after_since(month_end()) as looked_after
left join done on done.child_id = looked_after.child_id
where coalesce(looked_after.since <= months_before(month_end(), 12), true)
