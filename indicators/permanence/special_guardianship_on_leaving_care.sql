/*
title       = "Children who left care on special guardianship orders"
numerator   = "Children of these who left on a special guardianship order (E45 to E48, and E43 and E44 of earlier years)"
denominator = "Children who ceased to be looked after in the 12 months to month end, short breaks left out"
unit        = "percent"
good        = "none"
why         = "It gives a child a lasting home, mostly with relatives, without ending the tie to the parents."
source      = "DfE, Children looked after in England, SSDA903, children who ceased to be looked after in the year to 31 March by reason; Children Act 1989, section 14A"
national    = "family_network"
ofsted      = "in_care"
owner       = "Head of permanence"
review_by   = 2027-04-01
published   = "ceased.special_guardianship"
looks_back  = 12
differs     = "DfE counts the year to 31 March; ours is the 12 months to each month end. A child who ceased more than once is counted once, by the last time."
adds_up     = ["denominator = adopted_on_leaving_care.denominator"]
*/
select
    child_id as subject,
    child_id,
    min(team) as team,
    latest_ended(reason_ended, start_date, end_date) in ('E43', 'E44', 'E45', 'E46', 'E47', 'E48') as numerator,
    true as denominator
from looked_after_children
where in_months_to(end_date, 12, month_end())
    and reason_ended <> 'X1'
    and not_short_break(legal_status)
group by child_id
