/*
title       = "Looked-after children placed outside the authority"
numerator   = "Children whose placement lies outside the boundary of the authority"
denominator = "Children looked after at month end, short breaks left out"
unit        = "percent"
good        = "none"
why         = "In a small borough the next street may lie outside it. Where it is more, schools and doctors are others, and so is the police."
source      = "DfE, Children looked after in England, SSDA903, placement location at 31 March; Care Planning, Placement and Case Review (England) Regulations 2010, regulation 11"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
looks_back  = 0
differs     = "Ours is at every month end. A child whose placement location is not on record stands below and not above."
adds_up     = ["denominator = children_looked_after.numerator"]
*/
select
    child_id as subject,
    child_id,
    min(team) as team,
    coalesce(bool_or(placement_location = 'OUT'), false) as numerator,
    true as denominator
from looked_after_children
where open_on(start_date, end_date, month_end())
    and not_short_break(legal_status)
group by child_id
