/*
title       = "Children on a plan whose record shows supervision in the last month"
numerator   = "Children of these with supervision entered in their record in the month to month end"
denominator = "Children on a child protection plan at month end, and at the month end before"
unit        = "percent"
good        = "high"
why         = "Supervision that is not on the child's record cannot be seen to have changed anything. The founding inspection did not doubt that it took place."
source      = "Local measure of the founding report; no national figure is published"
national    = "workforce"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
looks_back  = { case_supervision = 1 }
beside      = ["supervision_with_reflection"]
without     = ["child_protection_plans.other_authority"]
differs     = "A child whose plan began in the month is not yet due. A file that does not mark the plans of another authority counts them with ours."
adds_up     = ["denominator + not_yet_due = children_on_a_plan.numerator"]
*/
with discussed as (
    select distinct child_id
    from case_supervision
    where in_months_to(supervision_date, 1, month_end())
)
select
    on_a_plan.child_id as subject,
    on_a_plan.child_id,
    on_a_plan.team,
    on_a_plan.since <= months_before(month_end(), 1) and discussed.child_id is not null as numerator,
    on_a_plan.since <= months_before(month_end(), 1) as denominator
from on_a_plan(month_end()) as on_a_plan
left join discussed on discussed.child_id = on_a_plan.child_id
