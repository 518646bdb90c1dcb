/*
title       = "Persistent absence of children on a protection plan"
numerator   = "Children of these who missed 10% or more of their own possible sessions in the school year to date"
denominator = "Children on a child protection plan and not looked after of school age, with a possible session in the school year to date"
unit        = "percent"
good        = "low"
why         = "Nowhere is it commoner than among children on a plan. An average hides who they are."
source      = "DfE, Outcomes for children in need, including children looked after, persistent absence by academic year; Promoting the education of children with a social worker, virtual school head role, 2021"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of the virtual school"
review_by   = 2027-04-01
published   = "absence.plan_persistent"
looks_back  = { child_protection_plans = 5, looked_after_children = 5, school_attendance = "school_year" }
differs     = "DfE's words: on a child protection plan at 31 March of the school year and not looked after that day, who count among looked-after children; before that day, at month end. DfE counts state schools only, and the whole year to July; ours is the year to date, in any school. Whoever has no session on record is in neither number. A file that does not mark the plans of another authority counts them with ours."
without     = ["child_protection_plans.other_authority"]
*/
select
    on_a_plan.child_id as subject,
    on_a_plan.child_id,
    on_a_plan.team,
    attended.missed * 10 >= attended.possible as numerator,
    true as denominator
from on_a_plan(counted_in_march(month_end())) as on_a_plan
join sessions_of_school_year(month_end()) as attended on attended.child_id = on_a_plan.child_id
left join looked_after(counted_in_march(month_end())) as looked_after on looked_after.child_id = on_a_plan.child_id
left join children on children.child_id = on_a_plan.child_id
where looked_after.child_id is null
    and of_school_age(children.date_of_birth, month_end())
    and attended.possible > 0
