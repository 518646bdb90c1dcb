/*
title       = "Children on a plan with an allocated social worker"
numerator   = "Children on a plan whose case a social worker in post holds at month end"
denominator = "Children subject of a child protection plan at month end"
unit        = "percent"
good        = "high"
why         = "Every plan needs a lead social worker who knows the child and sees to it that the plan is carried out."
source      = "Working Together to Safeguard Children, the lead social worker of a child on a plan; no national figure is published"
owner       = "Head of safeguarding"
review_by   = 2027-04-01
never       = "A child on a protection plan without an allocated social worker"
limit       = "statutory"
differs     = "The social workers extract holds registered social workers only, so a case with anybody else counts as not allocated. A file that does not mark the plans of another authority counts them with ours."
without     = ["child_protection_plans.other_authority"]
adds_up     = ["denominator = children_on_a_plan.numerator"]
*/
with allocated as (
    select distinct case_allocations.child_id
    from case_allocations
    join social_workers on social_workers.worker_id = case_allocations.worker_id
    where case_allocations.allocated_as = 'CASE'
        and open_on(case_allocations.start_date, case_allocations.end_date, month_end())
        and open_on(social_workers.start_date, social_workers.end_date, month_end())
)
select
    child_protection_plans.child_id as subject,
    child_protection_plans.child_id,
    min(child_protection_plans.team) as team,
    bool_or(allocated.child_id is not null) as numerator,
    true as denominator
from child_protection_plans
left join allocated on allocated.child_id = child_protection_plans.child_id
where open_on(child_protection_plans.start_date, child_protection_plans.end_date, month_end())
    and coalesce(child_protection_plans.other_authority, 'N') = 'N'
group by child_protection_plans.child_id
