/*
title       = "Child protection plans that stepped down to a child in need plan"
numerator   = "Plans of these after which a child in need plan was open a month later"
denominator = "Child protection plans that ended in the 12 months to month end"
unit        = "percent"
good        = "none"
why         = "The founding report asked for a step down from child protection that is planned: help should not end on the day the plan does."
source      = "Local measure of the founding report's step down from child protection; no national figure is published"
national    = "safe"
ofsted      = "help_and_protection"
owner       = "Head of child protection conferences"
review_by   = 2027-04-01
anew_at     = ["family_help"]
looks_back  = { child_protection_plans = 12, cin_plans = 11 }
subjects    = "plans"
beside      = ["cp_step_down_held", "cp_step_down_held_for_a_year"]
without     = ["child_protection_plans.other_authority"]
differs     = "A plan that ended within the last month is not yet due. Children who came into care, came of age or moved away are counted with all others. A file that does not mark the plans of another authority counts them with ours."
adds_up     = ["denominator + not_yet_due = cp_plans_ceased_rate.numerator"]
*/
with ended as (
    select
        plan_id,
        child_id,
        team,
        (end_date + to_months(1))::date as known_on,
        end_date
    from child_protection_plans
    where in_months_to(end_date, 12, month_end())
        and coalesce(other_authority, 'N') = 'N'
),
stepped_down as (
    select distinct ended.*
    from ended
    join cin_plans
        on cin_plans.child_id = ended.child_id
        and open_on(cin_plans.start_date, cin_plans.end_date, ended.known_on)
    where ended.known_on <= month_end()
)
select
    ended.plan_id as subject,
    ended.child_id,
    ended.team,
    stepped_down.plan_id is not null as numerator,
    ended.known_on <= month_end() as denominator
from ended
left join stepped_down on stepped_down.plan_id = ended.plan_id
