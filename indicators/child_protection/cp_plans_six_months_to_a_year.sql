/*
title       = "Open child protection plans of 6 months to a year"
numerator   = "Plans that have run for more than 6 months and less than a year at month end"
denominator = "Child protection plans open at month end"
unit        = "percent"
good        = "none"
why         = "Within the year most plans should have made the child safe, or led to another step. Those that near it are worth a look before it is over."
source      = "DfE, Characteristics of children in need, plans at 31 March by length of time"
national    = "safe"
ofsted      = "help_and_protection"
owner       = "Head of safeguarding"
review_by   = 2027-04-01
published   = "plans_by_duration.six_months_to_a_year"
subjects    = "plans"
differs     = "Ours is at every month end. Months are those of the calendar: a plan that began on 31 October has run for a year on the next 31 October, and is counted among those of 1 to 2 years. A file that does not mark the plans of another authority counts them with ours."
without     = ["child_protection_plans.other_authority"]
adds_up     = ["denominator = children_on_a_plan.numerator"]
*/
select
    plan_id as subject,
    child_id,
    team,
    start_date < months_before(month_end(), 6) and start_date > months_before(month_end(), 12) as numerator,
    true as denominator
from child_protection_plans
where open_on(start_date, end_date, month_end())
    and coalesce(other_authority, 'N') = 'N'
