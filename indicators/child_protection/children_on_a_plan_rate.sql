/*
title       = "Rate of children on a child protection plan"
numerator   = "Children subject of a child protection plan at month end"
denominator = "Children aged 0 to 17 living in the authority, latest mid-year estimate"
unit        = "rate"
good        = "none"
why         = "It lets authorities of different sizes be compared. A rate far from neighbours is a question about thresholds, not an answer."
source      = "DfE, Characteristics of children in need, rate per 10,000 children at 31 March; ONS mid-year population estimates"
national    = "safe"
ofsted      = "help_and_protection"
owner       = "Head of safeguarding"
review_by   = 2027-04-01
published   = "plans_by_duration.children_on_a_plan_rate"
differs     = "Ours is at every month end, over the latest estimate whose 30 June has passed. A file that does not mark the plans of another authority counts them with ours."
without     = ["child_protection_plans.other_authority"]
adds_up     = ["numerator = children_on_a_plan.numerator"]
*/
select
    child_id as subject,
    child_id,
    team,
    true as numerator,
    true as denominator
from on_a_plan(month_end())
