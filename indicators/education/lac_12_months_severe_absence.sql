/*
title       = "Severe absence of children in care for 12 months or more"
numerator   = "Children who missed half or more of their own possible sessions in the school year to date"
denominator = "Children of school age in care for 12 months or more with a possible session in the school year to date"
unit        = "percent"
good        = "low"
why         = "The published figure is of these children only; this one can stand beside it."
source      = "DfE, Outcomes for children in need, including children looked after, severe absence by academic year"
national    = "together"
ofsted      = "in_care"
owner       = "Head of the virtual school"
review_by   = 2027-04-01
published   = "absence.lac_severe"
looks_back  = { looked_after_children = 17, school_attendance = "school_year" }
differs     = "DfE's words: in care for 12 months or more at 31 March of the school year; before that day, at month end. DfE counts state schools only, and the whole year to July; ours is the year to date, in any school. A child with no start of care among the rows has been in care for longer than they reach back."
adds_up     = ["denominator = lac_12_months_persistent_absence.denominator"]
*/
select
    in_care.child_id as subject,
    in_care.child_id,
    in_care.team,
    attended.missed * 2 >= attended.possible as numerator,
    true as denominator
from looked_after_since(counted_in_march(month_end())) as in_care
join sessions_of_school_year(month_end()) as attended on attended.child_id = in_care.child_id
left join children on children.child_id = in_care.child_id
where coalesce(in_care.since <= months_before(counted_in_march(month_end()), 12), true)
    and of_school_age(children.date_of_birth, month_end())
    and attended.possible > 0
