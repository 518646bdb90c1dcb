/*
title       = "Rate of child protection plans ceased"
numerator   = "Child protection plans that ceased in the 12 months to month end"
denominator = "Children aged 0 to 17 living in the authority, latest mid-year estimate"
unit        = "rate"
good        = "none"
why         = "Plans should end when the child is safe: neither many nor few is good by itself. Read it with repeat plans and with how long the plans had lasted."
source      = "DfE, Characteristics of children in need, children who ceased to be the subject of a plan in the year to 31 March"
national    = "safe"
ofsted      = "help_and_protection"
owner       = "Head of safeguarding"
review_by   = 2027-04-01
published   = "child_protection_plans.ended_rate"
looks_back  = 12
subjects    = "plans"
differs     = "DfE counts the year to 31 March, and prints the number: the rate is worked out here of it and the children of the middle of the year before. Ours is the 12 months to each month end. It counts plans, so a child may appear twice. A file that does not mark the plans of another authority counts them with ours."
without     = ["child_protection_plans.other_authority"]
adds_up     = ["numerator = cp_plans_stepped_down.not_yet_due over 12 months"]
*/
select
    plan_id as subject,
    child_id,
    team,
    true as numerator,
    true as denominator
from child_protection_plans
where in_months_to(end_date, 12, month_end())
    and coalesce(other_authority, 'N') = 'N'
