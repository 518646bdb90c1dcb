/*
title       = "Looked-after children placed with their own parents"
numerator   = "Children placed with their own parents or a person with parental responsibility (P1) at month end"
denominator = "Children looked after at month end, short breaks left out"
unit        = "percent"
good        = "none"
why         = "It can be the way home, under an order that lets the authority step in. Where it lasts, the order may no longer be needed."
source      = "DfE, Children looked after in England, SSDA903, placement at 31 March; Care Planning, Placement and Case Review (England) Regulations 2010, part 4"
national    = "together"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
published   = "placements.with_parents"
differs     = "Ours is at every month end."
adds_up     = ["denominator = children_looked_after.numerator"]
*/
select
    child_id as subject,
    child_id,
    min(team) as team,
    bool_or(placement = 'P1') as numerator,
    true as denominator
from looked_after_children
where open_on(start_date, end_date, month_end())
    and not_short_break(legal_status)
group by child_id
