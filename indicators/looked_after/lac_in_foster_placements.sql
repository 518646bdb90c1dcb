/*
title       = "Looked-after children in foster placements"
numerator   = "Children in a foster placement (U1 to U6) at month end"
denominator = "Children looked after at month end, short breaks left out"
unit        = "percent"
good        = "none"
why         = "Most children do best in a family. Whether this child does is a matter of the care plan, so no share is the right one."
source      = "DfE, Children looked after in England, SSDA903, placement at 31 March; Children Act 1989, section 22C"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
published   = "placements.foster_placements"
beside      = ["three_or_more_placements"]
differs     = "Ours is at every month end. A child in a temporary placement (T0 to T4) stands under that, and not where the child will go back to."
adds_up     = ["denominator = children_looked_after.numerator"]
*/
select
    child_id as subject,
    child_id,
    min(team) as team,
    bool_or(placement in ('U1', 'U2', 'U3', 'U4', 'U5', 'U6')) as numerator,
    true as denominator
from looked_after_children
where open_on(start_date, end_date, month_end())
    and not_short_break(legal_status)
group by child_id
