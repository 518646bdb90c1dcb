/*
title       = "Open child protection plans of 3 to 6 months"
numerator   = "Plans that have run for more than 3 and up to 6 months at month end"
denominator = "Child protection plans open at month end"
unit        = "percent"
good        = "none"
why         = "These have had their first review and are on the way to the second: what was agreed should have begun to show."
source      = "DfE, Characteristics of children in need, plans at 31 March by length of time"
national    = "safe"
ofsted      = "help_and_protection"
owner       = "Head of safeguarding"
review_by   = 2027-04-01
published   = "plans_by_duration.three_to_six_months"
subjects    = "plans"
differs     = "Ours is at every month end. Months are those of the calendar: a plan that began on 30 April has run for 6 months on 31 October, and is counted here. A file that does not mark the plans of another authority counts them with ours."
without     = ["child_protection_plans.other_authority"]
adds_up     = ["denominator = children_on_a_plan.numerator"]
*/
select
    plan_id as subject,
    child_id,
    team,
    start_date < months_before(month_end(), 3) and start_date >= months_before(month_end(), 6) as numerator,
    true as denominator
from child_protection_plans
where open_on(start_date, end_date, month_end())
    and coalesce(other_authority, 'N') = 'N'
