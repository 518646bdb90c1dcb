/*
title       = "Child protection plans that ceased within 3 months"
numerator   = "Plans that ceased before they had run for 3 months"
denominator = "Child protection plans that ceased in the 12 months to month end"
unit        = "percent"
good        = "range"
why         = "Many such plans suggest that the plan was not needed, or ended before change was tested: the first review is due only at 3 months. Some are right, as where a child comes into care."
source      = "DfE, Characteristics of children in need, plans ceasing in the year by length of time; Working Together to Safeguard Children, first review within 3 months"
national    = "safe"
ofsted      = "help_and_protection"
owner       = "Head of safeguarding"
review_by   = 2027-04-01
looks_back  = 12
subjects    = "plans"
differs     = "DfE counts the year to 31 March; ours is the 12 months to each month end. No good range is published: compare with neighbours. It counts plans, so a child may appear twice. A file that does not mark the plans of another authority counts them with ours."
without     = ["child_protection_plans.other_authority"]
adds_up     = ["denominator = cp_plans_ceased_rate.numerator"]
*/
select
    plan_id as subject,
    child_id,
    team,
    end_date < start_date + to_months(3) as numerator,
    true as denominator
from child_protection_plans
where in_months_to(end_date, 12, month_end())
    and coalesce(other_authority, 'N') = 'N'
