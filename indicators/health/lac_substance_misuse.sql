/*
title       = "Looked-after children with a substance misuse problem"
numerator   = "Children with whom it was identified in the 12 months to month end"
denominator = "Children looked after at month end for 12 months or more, short breaks left out"
unit        = "percent"
good        = "low"
why         = "Drink and drugs are often how a young person drowns what happened. To find it is to be able to help, so a low share may only mean that nobody asked."
source      = "DfE, Outcomes for children in need, including children looked after, children looked after for 12 months or more at 31 March (OC2), substance misuse"
national    = "homes"
ofsted      = "in_care"
owner       = "Designated nurse and head of looked-after children"
review_by   = 2027-04-01
published   = "health_of_looked_after.substance_misuse"
looks_back  = { looked_after_children = 12, lac_health = 12 }
differs     = "DfE takes the answer of the yearly return; ours takes the day it was identified, at each month end. A child with no start of care among the rows has been in care for longer than the 12 months they hold."
adds_up     = ["denominator = dental_checks_up_to_date.denominator"]
*/
with found as (
    select child_id
    from lac_health
    where kind = 'SUBSTANCE'
        and in_months_to(done_date, 12, month_end())
    group by child_id
)
select
    looked_after.child_id as subject,
    looked_after.child_id,
    looked_after.team,
    found.child_id is not null as numerator,
    true as denominator
from looked_after_since(month_end()) as looked_after
left join found on found.child_id = looked_after.child_id
where coalesce(looked_after.since <= months_before(month_end(), 12), true)
