/*
title       = "Rate of children who ceased to be looked after"
numerator   = "Children who ceased to be looked after in the 12 months to month end, short breaks left out"
denominator = "Children aged 0 to 17 living in the authority, latest mid-year estimate"
unit        = "rate"
good        = "none"
why         = "Children leave care for home, for a new family or as adults. How many do is no merit by itself: read it with how they left and whether they came back."
source      = "DfE, Children looked after in England, SSDA903, children who ceased to be looked after in the year to 31 March"
national    = "together"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
published   = "looked_after.ceased_rate"
looks_back  = 12
differs     = "DfE counts the year to 31 March; ours is the 12 months to each month end. A child who ceased more than once is counted once, as with DfE."
adds_up     = ["numerator = adopted_on_leaving_care.denominator"]
*/
select
    child_id as subject,
    child_id,
    min(team) as team,
    true as numerator,
    true as denominator
from looked_after_children
where in_months_to(end_date, 12, month_end())
    and reason_ended <> 'X1'
    and not_short_break(legal_status)
group by child_id
