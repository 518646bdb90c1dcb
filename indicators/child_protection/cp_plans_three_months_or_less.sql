/*
title       = "Open child protection plans of 3 months or less"
numerator   = "Plans that have run for 3 months or less at month end"
denominator = "Child protection plans open at month end"
unit        = "percent"
good        = "none"
why         = "It shows how much of the work is new. Many new plans mean many first core groups and first reviews to come; few may mean that plans are not ending."
source      = "DfE, Characteristics of children in need, plans at 31 March by length of time; Working Together to Safeguard Children, first review within 3 months"
national    = "safe"
ofsted      = "help_and_protection"
owner       = "Head of safeguarding"
review_by   = 2027-04-01
published   = "plans_by_duration.three_months_or_less"
subjects    = "plans"
differs     = "Ours is at every month end, in calendar months: a plan that began on 31 July has run for 3 months on 31 October. A file that does not mark the plans of another authority counts them with ours."
without     = ["child_protection_plans.other_authority"]
adds_up     = ["denominator = children_on_a_plan.numerator"]
*/
select
    plan_id as subject,
    child_id,
    team,
    start_date >= months_before(month_end(), 3) as numerator,
    true as denominator
from child_protection_plans
where open_on(start_date, end_date, month_end())
    and coalesce(other_authority, 'N') = 'N'
