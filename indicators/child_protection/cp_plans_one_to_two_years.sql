/*
title       = "Open child protection plans of 1 to 2 years"
numerator   = "Plans that have run for a year or more at month end, and for less than 2 years"
denominator = "Child protection plans open at month end"
unit        = "percent"
good        = "none"
why         = "What has not changed in a year seldom changes by waiting. From here come the plans of 2 years or more."
source      = "DfE, Characteristics of children in need, plans at 31 March by length of time"
national    = "safe"
ofsted      = "help_and_protection"
owner       = "Head of safeguarding"
review_by   = 2027-04-01
published   = "plans_by_duration.one_to_two_years"
subjects    = "plans"
differs     = "Ours is at every month end. 2 years are 730 days, as in the figure of plans of 2 years or more. A file that does not mark the plans of another authority counts them with ours."
without     = ["child_protection_plans.other_authority"]
adds_up     = ["denominator = children_on_a_plan.numerator"]
*/
select
    plan_id as subject,
    child_id,
    team,
    start_date <= months_before(month_end(), 12) and date_diff('day', start_date, month_end()) <= 729 as numerator,
    true as denominator
from child_protection_plans
where open_on(start_date, end_date, month_end())
    and coalesce(other_authority, 'N') = 'N'
