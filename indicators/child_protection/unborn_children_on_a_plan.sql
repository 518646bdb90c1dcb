/*
title       = "Unborn children on a plan"
numerator   = "Children on a plan whose expected date of birth lies after month end"
denominator = "Children subject of a child protection plan at month end"
unit        = "percent"
good        = "none"
why         = "A plan before birth gives time to make a baby safe. None at all would suggest that risk is seen only after birth."
source      = "DfE, Characteristics of children in need, unborn children among those on a plan at 31 March; Working Together to Safeguard Children, pre-birth conferences"
owner       = "Head of safeguarding"
review_by   = 2027-04-01
differs     = "Ours is at every month end. An expected date that has passed without being brought up to date counts as born; a child whose date of birth is not known is taken as born. A file that does not mark the plans of another authority counts them with ours."
without     = ["child_protection_plans.other_authority"]
adds_up     = ["denominator = children_on_a_plan.numerator"]
*/
select
    child_protection_plans.child_id as subject,
    child_protection_plans.child_id,
    min(child_protection_plans.team) as team,
    bool_or(coalesce(children.date_of_birth > month_end(), false)) as numerator,
    true as denominator
from child_protection_plans
left join children on children.child_id = child_protection_plans.child_id
where open_on(child_protection_plans.start_date, child_protection_plans.end_date, month_end())
    and coalesce(child_protection_plans.other_authority, 'N') = 'N'
group by child_protection_plans.child_id
