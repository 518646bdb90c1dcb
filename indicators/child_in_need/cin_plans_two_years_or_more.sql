/*
title       = "Child in need plans of 2 years or more"
numerator   = "Plans that have run for 2 years or more at month end"
denominator = "Child in need plans open at month end"
unit        = "percent"
good        = "low"
why         = "After two years a plan by agreement has either done its work or shown that it cannot."
source      = "Local measure; DfE publishes how long all cases of children in need have been open"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of localities"
review_by   = 2027-04-01
subjects    = "plans"
differs     = "Disabled children are counted with all others."
adds_up     = ["denominator = cin_plans_open.numerator"]
*/
select
    plan_id as subject,
    child_id,
    team,
    start_date <= months_before(month_end(), 24) as numerator,
    true as denominator
from cin_plans
where open_on(start_date, end_date, month_end())
