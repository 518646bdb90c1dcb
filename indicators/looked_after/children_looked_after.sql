/*
title       = "Children looked after"
numerator   = "Children looked after at month end, short breaks left out"
unit        = "count"
good        = "none"
why         = "It is the size of the corporate family. Neither more nor fewer is better by itself."
source      = "DfE, Children looked after in England, SSDA903, at 31 March"
national    = "together"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
stock       = "looked_after_children.placement"
published   = "looked_after.looked_after"
differs     = "Ours is at every month end."
*/
select
    child_id as subject,
    child_id,
    team,
    true as numerator,
    true as denominator
from looked_after(month_end())
