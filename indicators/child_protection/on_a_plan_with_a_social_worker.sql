/*
title       = "Children on a plan with an allocated social worker"
numerator   = "Children on a plan whose case a social worker in post holds at month end"
denominator = "Children subject of a child protection plan at month end"
unit        = "percent"
good        = "high"
why         = "Every plan needs a lead social worker who knows the child and sees to it that the plan is carried out."
source      = "Working Together to Safeguard Children, the lead social worker of a child on a plan; no national figure is published"
national    = "safe"
ofsted      = "help_and_protection"
owner       = "Head of safeguarding"
review_by   = 2027-04-01
never       = "A child on a protection plan without an allocated social worker"
limit       = "statutory"
differs     = "The social workers extract holds registered social workers only, so a case with anybody else counts as not allocated. A file that does not mark the plans of another authority counts them with ours."
without     = ["child_protection_plans.other_authority"]
adds_up     = ["denominator = children_on_a_plan.numerator"]
*/
with allocated as (
    select distinct cases_held.child_id
    from cases_held(month_end()) as cases_held
    join social_workers on social_workers.worker_id = cases_held.worker_id
    where open_on(social_workers.start_date, social_workers.end_date, month_end())
)
select
    on_a_plan.child_id as subject,
    on_a_plan.child_id,
    on_a_plan.team,
    allocated.child_id is not null as numerator,
    true as denominator
from on_a_plan(month_end()) as on_a_plan
left join allocated on allocated.child_id = on_a_plan.child_id
