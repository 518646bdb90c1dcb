/*
title       = "Children who left care by adoption"
numerator   = "Children of these who were adopted (E11, E12)"
denominator = "Children who ceased to be looked after in the 12 months to month end, short breaks left out"
unit        = "percent"
good        = "none"
why         = "Adoption gives a family for life to the few children for whom it is right. Few are adopted in a year, so look at several."
source      = "DfE, Children looked after in England, SSDA903, children who ceased to be looked after in the year to 31 March by reason; Adoption and Children Act 2002"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of permanence"
review_by   = 2027-04-01
published   = "ceased.adopted"
looks_back  = 12
differs     = "DfE counts the year to 31 March; ours is the 12 months to each month end. A child who ceased more than once is counted once, by the last time. It is small, and moves with the courts."
*/
select
    child_id as subject,
    child_id,
    min(team) as team,
    latest_ended(reason_ended, start_date, end_date) in ('E11', 'E12') as numerator,
    true as denominator
from looked_after_children
where in_months_to(end_date, 12, month_end())
    and reason_ended <> 'X1'
    and not_short_break(legal_status)
group by child_id
