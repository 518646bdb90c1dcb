/*
title       = "Children on a plan who are looked after too"
numerator   = "Children on a plan who are also looked after at month end, short breaks left out"
denominator = "Children subject of a child protection plan at month end"
unit        = "percent"
good        = "none"
why         = "A child who is safe in care rarely needs a plan as well. It can be right for some weeks, until the review or the court; for longer it doubles visits, meetings and plans."
source      = "Working Together to Safeguard Children, children looked after and child protection plans; Care Planning, Placement and Case Review (England) Regulations 2010"
national    = "safe"
ofsted      = "help_and_protection"
owner       = "Head of safeguarding"
review_by   = 2027-04-01
differs     = "Ours is at every month end; no national figure is published. A file that does not mark the plans of another authority counts them with ours."
without     = ["child_protection_plans.other_authority"]
adds_up     = ["denominator = children_on_a_plan.numerator"]
*/
select
    on_a_plan.child_id as subject,
    on_a_plan.child_id,
    on_a_plan.team,
    looked_after.child_id is not null as numerator,
    true as denominator
from on_a_plan(month_end()) as on_a_plan
left join looked_after(month_end()) as looked_after on looked_after.child_id = on_a_plan.child_id
