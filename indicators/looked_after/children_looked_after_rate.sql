/*
title       = "Rate of children looked after"
numerator   = "Children looked after at month end, short breaks left out"
denominator = "Children aged 0 to 17 living in the authority, latest mid-year estimate"
unit        = "rate"
good        = "none"
why         = "It lets authorities of different sizes be compared. A rate far from neighbours is a question about thresholds and early help, not an answer."
source      = "DfE, Children looked after in England, SSDA903, rate per 10,000 children at 31 March; ONS mid-year population estimates"
national    = "together"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
published   = "looked_after.looked_after_rate"
differs     = "Ours is at every month end, over the latest estimate whose 30 June has passed."
adds_up     = ["numerator = children_looked_after.numerator"]
*/
select
    child_id as subject,
    child_id,
    team,
    true as numerator,
    true as denominator
from looked_after(month_end())
