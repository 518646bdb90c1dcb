/*
title       = "Overall absence of other children in need"
numerator   = "School sessions missed, with or without leave, in the school year to date"
denominator = "School sessions that children in need, neither on a child protection plan nor looked after, could have attended"
unit        = "percent"
good        = "low"
why         = "Children in need miss far more school than other children, and most of what a plan wants for them depends on it."
source      = "DfE, Outcomes for children in need, including children looked after, overall absence by academic year; Promoting the education of children with a social worker, virtual school head role, 2021"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of the virtual school"
review_by   = 2027-04-01
published   = "absence.need_overall"
looks_back  = { child_protection_plans = 5, looked_after_children = 5, referrals = 5, school_attendance = "school_year" }
halves      = ["sessions missed", "possible"]
differs     = "DfE's words: in need at 31 March of the school year, and that day neither looked after nor on a child protection plan, who are counted first; before that day, at month end. DfE counts state schools only, and the whole year to July; ours is the year to date, in any school. Whoever has no session on record is in neither number. A file that does not mark the plans of another authority leaves them out with ours."
without     = ["child_protection_plans.other_authority"]
*/
select
    in_need.child_id as subject,
    in_need.child_id,
    in_need.team,
    attended.missed as numerator,
    attended.possible as denominator
from in_need(counted_in_march(month_end())) as in_need
join sessions_of_school_year(month_end()) as attended on attended.child_id = in_need.child_id
left join on_a_plan(counted_in_march(month_end())) as on_a_plan on on_a_plan.child_id = in_need.child_id
left join looked_after(counted_in_march(month_end())) as looked_after on looked_after.child_id = in_need.child_id
left join children on children.child_id = in_need.child_id
where looked_after.child_id is null
    and on_a_plan.child_id is null
    and of_school_age(children.date_of_birth, month_end())
    and attended.possible > 0
