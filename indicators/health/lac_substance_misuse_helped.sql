/*
title       = "Looked-after children helped with substance misuse"
numerator   = "Children of these who received help with it"
denominator = "Children looked after at month end for 12 months or more with whom substance misuse was identified in the 12 months to month end"
unit        = "percent"
good        = "high"
why         = "To find the problem is only the beginning."
source      = "DfE, Outcomes for children in need, including children looked after, children looked after for 12 months or more at 31 March (OC2), substance misuse"
national    = "homes"
ofsted      = "in_care"
owner       = "Designated nurse and head of looked-after children"
review_by   = 2027-04-01
looks_back  = { looked_after_children = 12, lac_health = 12 }
differs     = "DfE takes the answer of the yearly return; ours takes the day it was identified, at each month end. Where it was identified twice, help received for either counts. DfE also counts those who were offered help and refused it. A child with no start of care among the rows has been in care for longer than the 12 months they hold."
adds_up     = ["denominator = lac_substance_misuse.numerator"]
*/
with found as (
    select child_id, bool_or(coalesce(intervention_received = 'Y', false)) as received
    from lac_health
    where kind = 'SUBSTANCE'
        and in_months_to(done_date, 12, month_end())
    group by child_id
)
select
    looked_after.child_id as subject,
    looked_after.child_id,
    looked_after.team,
    found.received as numerator,
    true as denominator
from looked_after_since(month_end()) as looked_after
join found on found.child_id = looked_after.child_id
where coalesce(looked_after.since <= months_before(month_end(), 12), true)
