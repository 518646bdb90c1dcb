/*
title       = "Children in need for 2 years or more"
numerator   = "Children whose case has been open for 2 years or more at month end"
denominator = "Children whose case is open at month end"
unit        = "percent"
good        = "none"
why         = "Disabled children and looked-after children are rightly helped for years; for others so long a case may have drifted."
source      = "DfE, Characteristics of children in need, children in need at 31 March by how long their case has been open"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of localities"
review_by   = 2027-04-01
differs     = "DfE counts at 31 March; ours is at every month end."
adds_up     = ["denominator = children_in_need.numerator"]
*/
select
    child_id as subject,
    child_id,
    team,
    since <= months_before(month_end(), 24) as numerator,
    true as denominator
from in_need(month_end())
