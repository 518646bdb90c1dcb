/*
title       = "Child in need plans that ended in a protection plan"
numerator   = "Plans followed by a child protection plan within a month of ending"
denominator = "Child in need plans that ended in the 12 months to month end"
unit        = "percent"
good        = "none"
why         = "Some children must be stepped up: it is right when harm shows. A rise asks whether help came too late or was too little."
source      = "Local measure; no national figure is published"
national    = "safe"
ofsted      = "help_and_protection"
owner       = "Head of localities"
review_by   = 2027-04-01
anew_at     = ["family_help"]
looks_back  = 12
subjects    = "plans"
differs     = "A plan that ended within the last month is not yet due, since a protection plan may still follow. A file that does not mark the plans of another authority counts them with ours."
without     = ["child_protection_plans.other_authority"]
*/
with ended as (
    select *, (end_date + to_months(1))::date as known_on
    from cin_plans
    where in_months_to(end_date, 12, month_end())
),
stepped_up as (
    select distinct ended.plan_id
    from ended
    join child_protection_plans as protection
        on protection.child_id = ended.child_id
        and protection.start_date between ended.end_date and ended.known_on
    where coalesce(protection.other_authority, 'N') = 'N'
)
select
    ended.plan_id as subject,
    ended.child_id,
    ended.team,
    ended.known_on <= month_end() and stepped_up.plan_id is not null as numerator,
    ended.known_on <= month_end() as denominator
from ended
left join stepped_up on stepped_up.plan_id = ended.plan_id
