/*
title       = "Looked-after children convicted or cautioned"
numerator   = "Children convicted, or given a youth caution or youth conditional caution, in the 12 months to month end"
denominator = "Children aged 10 to 17 at month end and looked after for 12 months or more, short breaks left out"
unit        = "percent"
good        = "low"
why         = "Most children in care never offend. Those who do are often charged for what a parent would have dealt with at home."
source      = "DfE, Outcomes for children in need, including children looked after, children looked after for 12 months or more at 31 March (OC2), convictions; National protocol on reducing unnecessary criminalisation of looked-after children and care leavers, 2018"
national    = "safe"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
published   = "health_of_looked_after.convicted"
looks_back  = { looked_after_children = 12, lac_health = 12 }
differs     = "DfE takes the answer of the yearly return; ours takes the day it was given, at each month end. A child with no start of care among the rows has been in care for longer than they reach back. A child whose date of birth is not known is in neither number."
*/
with convicted as (
    select child_id
    from lac_health
    where kind = 'CONVICTED'
        and in_months_to(done_date, 12, month_end())
    group by child_id
)
select
    looked_after.child_id as subject,
    looked_after.child_id,
    looked_after.team,
    convicted.child_id is not null as numerator,
    true as denominator
from looked_after_since(month_end()) as looked_after
join children on children.child_id = looked_after.child_id
left join convicted on convicted.child_id = looked_after.child_id
where coalesce(looked_after.since <= months_before(month_end(), 12), true)
    and age_on(children.date_of_birth, month_end()) between 10 and 17
