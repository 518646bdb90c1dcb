/*
title       = "Rate of children who started to be looked after"
numerator   = "Children who started to be looked after in the 12 months to month end, short breaks left out"
denominator = "Children aged 0 to 17 living in the authority, latest mid-year estimate"
unit        = "rate"
good        = "none"
why         = "It is how often home was no longer enough. Read it with the number who ceased: the two together move the number in care."
source      = "DfE, Children looked after in England, SSDA903, children who started to be looked after in the year to 31 March; Children Act 1989, sections 20 and 31"
national    = "together"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
published   = "looked_after.started_rate"
looks_back  = 12
differs     = "DfE counts the year to 31 March; ours is the 12 months to each month end. A child who started more than once is counted once, as with DfE."
adds_up     = ["numerator = lac_second_period_in_a_year.denominator"]
*/
select
    child_id as subject,
    child_id,
    min(team) as team,
    true as numerator,
    true as denominator
from looked_after_children
where in_months_to(start_date, 12, month_end())
    and reason_started = 'S'
    and not_short_break(legal_status)
group by child_id
