/*
title       = "Steps down from child protection that held for a year"
numerator   = "Plans of these after which no section 47 enquiry began in the 12 months after they ended"
denominator = "Child protection plans that stepped down to a child in need plan and whose 12 months since ended in the 12 months to month end"
unit        = "percent"
good        = "high"
why         = "Six months show whether a plan ended too early. A year shows whether the family stands by itself."
source      = "Local measure of the founding report's step down from child protection; no national figure is published"
national    = "safe"
ofsted      = "help_and_protection"
owner       = "Head of child protection conferences"
review_by   = 2027-04-01
outcome     = true
looks_back  = { child_protection_plans = 24, cin_plans = 23, section_47_enquiries = 23 }
beside      = ["cp_step_down_held", "cp_plans_stepped_down"]
subjects    = "plans"
without     = ["child_protection_plans.other_authority"]
differs     = "Counted as the steps down that held for six months are, and of plans that ended one to two years ago: it tells of decisions made before theirs. One that ended within the last 12 months is not yet due, whether or not an enquiry has begun. A child who came into care without an enquiry is not seen. A file that does not mark the plans of another authority counts them with ours."
adds_up     = ["not_yet_due = cp_plans_stepped_down.numerator"]
*/
with ended as (
    select
        plan_id,
        child_id,
        team,
        (end_date + to_months(1))::date as known_on,
        (end_date + to_months(12))::date as due_on
    from child_protection_plans
    where in_months_to(end_date, 24, month_end())
        and coalesce(other_authority, 'N') = 'N'
),
stepped_down as (
    select distinct ended.*
    from ended
    join cin_plans
        on cin_plans.child_id = ended.child_id
        and open_on(cin_plans.start_date, cin_plans.end_date, ended.known_on)
    where ended.known_on <= month_end()
),
back as (
    select distinct stepped_down.plan_id
    from stepped_down
    join section_47_enquiries as enquiries
        on enquiries.child_id = stepped_down.child_id
        and enquiries.start_date between stepped_down.known_on and stepped_down.due_on
)
select
    stepped_down.plan_id as subject,
    stepped_down.child_id,
    stepped_down.team,
    stepped_down.due_on <= month_end() and back.plan_id is null as numerator,
    stepped_down.due_on <= month_end() as denominator,
    stepped_down.due_on
from stepped_down
left join back on back.plan_id = stepped_down.plan_id
