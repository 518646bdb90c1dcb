/*
title       = "Unborn children on a plan"
numerator   = "Children on a plan whose expected date of birth lies after month end"
denominator = "Children subject of a child protection plan at month end"
unit        = "percent"
good        = "none"
why         = "A plan before birth gives time to make a baby safe. None at all would suggest that risk is seen only after birth."
source      = "DfE, Characteristics of children in need, unborn children among those on a plan at 31 March; Working Together to Safeguard Children, pre-birth conferences"
national    = "safe"
ofsted      = "help_and_protection"
owner       = "Head of safeguarding"
review_by   = 2027-04-01
differs     = "Ours is at every month end. An expected date that has passed without being brought up to date counts as born; a child whose date of birth is not known is taken as born. A file that does not mark the plans of another authority counts them with ours."
without     = ["child_protection_plans.other_authority"]
adds_up     = ["denominator = children_on_a_plan.numerator"]
*/
select
    on_a_plan.child_id as subject,
    on_a_plan.child_id,
    on_a_plan.team,
    coalesce(children.date_of_birth > month_end(), false) as numerator,
    true as denominator
from on_a_plan(month_end()) as on_a_plan
left join children on children.child_id = on_a_plan.child_id
