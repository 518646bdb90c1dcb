/*
title       = "Child protection plans of 2 years or more when they ceased"
numerator   = "Plans that had run for more than 729 days, the day of ceasing included"
denominator = "Child protection plans that ceased in the 12 months to month end"
unit        = "percent"
good        = "low"
why         = "It shows how many children waited long for change. It rises in the months when long plans are cleared, and that is no setback."
source      = "DfE, plans ceasing in the year that lasted 2 years or more (formerly NI 64)"
national    = "safe"
ofsted      = "help_and_protection"
owner       = "Head of safeguarding"
review_by   = 2027-04-01
published   = "plans_ending.two_years_or_more"
beside      = ["cp_plans_fifteen_months_or_more"]
looks_back  = 12
subjects    = "plans"
differs     = "DfE counts the year to 31 March; ours is the 12 months to each month end. It counts plans, so a child may appear twice. A file that does not mark the plans of another authority counts them with ours."
without     = ["child_protection_plans.other_authority"]
adds_up     = ["denominator = cp_plans_ceased_rate.numerator"]
*/
select
    plan_id as subject,
    child_id,
    team,
    date_diff('day', start_date, end_date) + 1 > 729 as numerator,
    true as denominator
from child_protection_plans
where in_months_to(end_date, 12, month_end())
    and coalesce(other_authority, 'N') = 'N'
