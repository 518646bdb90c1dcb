/*
title       = "Open child protection plans of 15 months or more"
numerator   = "Plans that have run for 15 months or more at month end"
denominator = "Child protection plans open at month end"
unit        = "percent"
good        = "low"
why         = "A plan that has been through three reviews without change may be drifting. There is still time to act before it has lasted two years."
source      = "Local watch-list; reviews at 3 months and then at most every 6 months as in Working Together to Safeguard Children. No national figure is published"
national    = "safe"
ofsted      = "help_and_protection"
owner       = "Head of safeguarding"
review_by   = 2027-04-01
subjects    = "plans"
differs     = "Calendar months, while plans of 2 years or more are counted in days as DfE does. A file that does not mark the plans of another authority counts them with ours."
without     = ["child_protection_plans.other_authority"]
adds_up     = ["denominator = children_on_a_plan.numerator"]
*/
select
    plan_id as subject,
    child_id,
    team,
    start_date <= months_before(month_end(), 15) as numerator,
    true as denominator
from child_protection_plans
where open_on(start_date, end_date, month_end())
    and coalesce(other_authority, 'N') = 'N'
