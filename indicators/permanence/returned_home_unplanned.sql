/*
title       = "Children who left care for home without a plan"
numerator   = "Children of these who returned home and it was not part of the care plan (E4B)"
denominator = "Children who ceased to be looked after in the 12 months to month end, short breaks left out"
unit        = "percent"
good        = "low"
why         = "A return that nobody planned is the one most likely to break down, and the child comes back into care."
source      = "DfE, Children looked after in England, SSDA903, children who ceased to be looked after in the year to 31 March by reason; Care Planning, Placement and Case Review (England) Regulations 2010, ceasing to look after a child"
national    = "together"
ofsted      = "in_care"
owner       = "Head of permanence"
review_by   = 2027-04-01
published   = "ceased.returned_home_unplanned"
beside      = ["ceased_to_be_looked_after_rate"]
looks_back  = 12
differs     = "DfE counts the year to 31 March; ours is the 12 months to each month end. A child who ceased more than once is counted once, by the last time. It is a share of all who ceased, as DfE prints it, and not of returns home alone."
adds_up     = ["denominator = adopted_on_leaving_care.denominator"]
*/
select
    child_id as subject,
    child_id,
    min(team) as team,
    latest_ended(reason_ended, start_date, end_date) = 'E4B' as numerator,
    true as denominator
from looked_after_children
where in_months_to(end_date, 12, month_end())
    and reason_ended <> 'X1'
    and not_short_break(legal_status)
group by child_id
