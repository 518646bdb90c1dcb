/*
title       = "Looked-after children placed more than 20 miles away"
numerator   = "Children placed outside the authority and more than 20 miles from home"
denominator = "Children looked after at month end, short breaks left out"
unit        = "percent"
good        = "low"
why         = "A child far from home is far from family, friends and school, and from the worker who should see them."
source      = "DfE, Children looked after in England, SSDA903, children placed more than 20 miles from home and outside the authority at 31 March"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
published   = "placements.over_20_miles_outside"
looks_back  = 0
differs     = "Ours is at every month end. A distance of 999.9, which the return gives where it cannot be known, stands in neither number. A child whose distance is not on record stands below and not above, such as most who came to the country alone."
adds_up     = ["denominator = children_looked_after.numerator"]
*/
select
    child_id as subject,
    child_id,
    min(team) as team,
    coalesce(bool_or(distance > 20 and placement_location = 'OUT'), false) as numerator,
    true as denominator
from looked_after_children
where open_on(start_date, end_date, month_end())
    and distance is distinct from 999.9
    and not_short_break(legal_status)
group by child_id
