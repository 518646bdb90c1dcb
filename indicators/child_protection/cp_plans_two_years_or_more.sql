/*
title       = "Open child protection plans of 2 years or more"
numerator   = "Plans that have run for more than 729 days at month end"
denominator = "Child protection plans open at month end"
unit        = "percent"
good        = "low"
why         = "A long plan can mean that a child has lived with harm while change drifted."
source      = "DfE, Characteristics of children in need, plans at 31 March by length of time"
national    = "safe"
ofsted      = "help_and_protection"
owner       = "Head of safeguarding"
review_by   = 2027-04-01
beside      = ["cp_plans_two_years_or_more_at_ceasing"]
published   = "plans_by_duration.two_years_or_more"
subjects    = "plans"
differs     = "This is the stock of open plans. Ending long plans lowers it and raises the share of long plans at ceasing: read both. A file that does not mark the plans of another authority counts them with ours."
without     = ["child_protection_plans.other_authority"]
adds_up     = ["denominator = children_on_a_plan.numerator", "numerator + cp_plans_one_to_two_years.numerator + cp_plans_six_months_to_a_year.numerator + cp_plans_three_months_or_less.numerator + cp_plans_three_to_six_months.numerator = children_on_a_plan.numerator"]
*/
select
    plan_id as subject,
    child_id,
    team,
    date_diff('day', start_date, month_end()) > 729 as numerator,
    true as denominator
from child_protection_plans
where open_on(start_date, end_date, month_end())
    and coalesce(other_authority, 'N') = 'N'
