/*
title       = "Looked-after children in supported accommodation"
numerator   = "Young people in supported or semi-independent accommodation (K3, before it H5) at month end"
denominator = "Children looked after at month end, short breaks left out"
unit        = "percent"
good        = "none"
why         = "It gives support and not care, to young people of 16 and 17 who are ready for it. A rising share may mean that they are given it for want of a home."
source      = "DfE, Children looked after in England, SSDA903, placement at 31 March; Supported Accommodation (England) Regulations 2023"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
published   = "placements.supported_accommodation"
differs     = "Ours is at every month end, out of children of all ages. H5 and K3 stand for the same kind of place before and after registration with Ofsted began."
adds_up     = ["denominator = children_looked_after.numerator"]
*/
select
    child_id as subject,
    child_id,
    min(team) as team,
    bool_or(placement in ('K3', 'H5')) as numerator,
    true as denominator
from looked_after_children
where open_on(start_date, end_date, month_end())
    and not_short_break(legal_status)
group by child_id
