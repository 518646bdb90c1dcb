/*
title       = "Second or later child protection plans"
numerator   = "Plans of children who had an earlier plan, however long ago and in any authority"
denominator = "Child protection plans that started in the 12 months to month end"
unit        = "percent"
good        = "range"
why         = "Many repeat plans suggest that change did not last; none at all would suggest that children in need of a plan again do not get one."
source      = "DfE, Characteristics of children in need, second or subsequent plans in the year to 31 March (formerly NI 65)"
national    = "safe"
ofsted      = "help_and_protection"
owner       = "Head of safeguarding"
review_by   = 2027-04-01
published   = "subsequent_plans.second_or_later"
looks_back  = 12
subjects    = "plans"
differs     = "DfE counts the year to 31 March; ours is the 12 months to each month end. 10 to 15% was the good band of the former indicator. A file that does not mark the plans of another authority counts them with ours."
without     = ["child_protection_plans.other_authority"]
adds_up     = ["denominator = cp_plans_started_rate.numerator"]
*/
select
    plan_id as subject,
    child_id,
    team,
    previous_plans > 0 as numerator,
    true as denominator
from child_protection_plans
where in_months_to(start_date, 12, month_end())
    and coalesce(other_authority, 'N') = 'N'
