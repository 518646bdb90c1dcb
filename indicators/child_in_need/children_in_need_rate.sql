/*
title       = "Rate of children in need"
numerator   = "Children whose case is open at month end"
denominator = "Children aged 0 to 17 living in the authority, latest mid-year estimate"
unit        = "rate"
good        = "none"
why         = "It lets authorities of different sizes be compared. A rate far from neighbours is a question about thresholds, not an answer."
source      = "DfE, Characteristics of children in need, rate of children in need per 10,000 children at 31 March; ONS mid-year population estimates"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of localities"
review_by   = 2027-04-01
published   = "children_in_need.children_in_need_rate"
differs     = "Ours is at every month end, over the latest estimate whose 30 June has passed."
adds_up     = ["numerator = children_in_need.numerator"]
*/
select
    child_id as subject,
    child_id,
    team,
    true as numerator,
    true as denominator
from in_need(month_end())
