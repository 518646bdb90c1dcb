/*
title       = "Looked-after children in children's homes"
numerator   = "Children in a children's home or secure children's home (K1, K2) at month end"
denominator = "Children looked after at month end, short breaks left out"
unit        = "percent"
good        = "none"
why         = "A home can be right for a child whom no family can hold. It is scarce, costly and often far away, so the share is watched."
source      = "DfE, Children looked after in England, SSDA903, placement at 31 March; Children's Homes (England) Regulations 2015"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
published   = "placements.childrens_homes"
differs     = "Ours is at every month end. DfE publishes secure homes and children's homes together, as ours are counted, and supported accommodation apart."
adds_up     = ["denominator = children_looked_after.numerator"]
*/
select
    child_id as subject,
    child_id,
    min(team) as team,
    bool_or(placement in ('K1', 'K2')) as numerator,
    true as denominator
from looked_after_children
where open_on(start_date, end_date, month_end())
    and not_short_break(legal_status)
group by child_id
