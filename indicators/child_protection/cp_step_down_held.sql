/*
title       = "Steps down from child protection that held for six months"
numerator   = "Plans of these after which no section 47 enquiry began in the six months after they ended"
denominator = "Child protection plans that stepped down to a child in need plan and whose six months since ended in the 12 months to month end"
unit        = "percent"
good        = "high"
why         = "A plan that ends too early comes back. Fewer and shorter plans are good only where this stays."
source      = "Local measure of the founding report's step down from child protection; no national figure is published"
national    = "safe"
ofsted      = "help_and_protection"
owner       = "Head of child protection conferences"
review_by   = 2027-04-01
outcome     = true
looks_back  = { child_protection_plans = 12, cin_plans = 11, section_47_enquiries = 11 }
subjects    = "plans"
without     = ["child_protection_plans.other_authority"]
differs     = "A plan stepped down where a child in need plan was open a month after it ended; enquiries count from then on. One that ended within the last six months is not yet due. The file of plans reaches back 12 months, so it is asked of plans that ended six to twelve months ago; a child who came into care without an enquiry is not seen. A file that does not mark the plans of another authority counts them with ours."
adds_up     = ["denominator + not_yet_due = cp_plans_stepped_down.numerator"]
*/
with ended as (
    select
        plan_id,
        child_id,
        team,
        (end_date + to_months(1))::date as known_on,
        (end_date + to_months(6))::date as due_on
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
