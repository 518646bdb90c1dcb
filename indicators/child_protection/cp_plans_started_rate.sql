/*
title       = "Rate of child protection plans started"
numerator   = "Child protection plans that started in the 12 months to month end"
denominator = "Children aged 0 to 17 living in the authority, latest mid-year estimate"
unit        = "rate"
good        = "none"
why         = "It is how often the authority decides that a child is at risk of significant harm. Read it with the plans that ceased: the two together move the number on a plan."
source      = "DfE, Characteristics of children in need, children who became the subject of a plan in the year to 31 March; Working Together to Safeguard Children, initial child protection conferences"
national    = "safe"
ofsted      = "help_and_protection"
owner       = "Head of safeguarding"
review_by   = 2027-04-01
published   = "subsequent_plans.plans_started_rate"
looks_back  = 12
subjects    = "plans"
differs     = "DfE counts the year to 31 March; ours is the 12 months to each month end. It counts plans, so a child may appear twice. A file that does not mark the plans of another authority counts them with ours."
without     = ["child_protection_plans.other_authority"]
*/
select
    plan_id as subject,
    child_id,
    team,
    true as numerator,
    true as denominator
from child_protection_plans
where in_months_to(start_date, 12, month_end())
    and coalesce(other_authority, 'N') = 'N'
