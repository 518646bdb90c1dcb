/*
title       = "Overall absence of children on a protection plan"
numerator   = "School sessions missed, with or without leave, in the school year to date"
denominator = "School sessions that children on a child protection plan and not looked after could have attended"
unit        = "percent"
good        = "low"
why         = "School is the one place outside the home that sees the child each day. A day missed is a day on which nobody does."
source      = "DfE, Outcomes for children in need, including children looked after, overall absence by academic year; Promoting the education of children with a social worker, virtual school head role, 2021"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of the virtual school"
review_by   = 2027-04-01
published   = "absence.plan_overall"
looks_back  = { child_protection_plans = 5, looked_after_children = 5, school_attendance = "school_year" }
halves      = ["sessions missed", "possible"]
differs     = "DfE's words: on a child protection plan at 31 March of the school year and not looked after that day, who count among looked-after children; before that day, at month end. DfE counts state schools only, and the whole year to July; ours is the year to date, in any school. Whoever has no session on record is in neither number. A file that does not mark the plans of another authority counts them with ours."
without     = ["child_protection_plans.other_authority"]
*/
select
    on_a_plan.child_id as subject,
    on_a_plan.child_id,
    on_a_plan.team,
    attended.missed as numerator,
    attended.possible as denominator
from on_a_plan(counted_in_march(month_end())) as on_a_plan
join sessions_of_school_year(month_end()) as attended on attended.child_id = on_a_plan.child_id
left join looked_after(counted_in_march(month_end())) as looked_after on looked_after.child_id = on_a_plan.child_id
left join children on children.child_id = on_a_plan.child_id
where looked_after.child_id is null
    and of_school_age(children.date_of_birth, month_end())
    and attended.possible > 0
