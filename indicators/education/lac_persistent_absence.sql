/*
title       = "Persistent absence of looked-after children"
numerator   = "Looked-after children who missed 10% or more of their own possible sessions in the school year to date"
denominator = "Looked-after children of school age with a possible session in the school year to date"
unit        = "percent"
good        = "low"
why         = "One session in ten is a fortnight each term. An average hides the children who miss most."
source      = "DfE, Outcomes for children in need, including children looked after, persistent absence by academic year"
national    = "together"
ofsted      = "in_care"
owner       = "Head of the virtual school"
review_by   = 2027-04-01
twin        = "lac_12_months_persistent_absence"
looks_back  = { school_attendance = "school_year" }
differs     = "DfE counts children in care for 12 months or more at 31 March in state schools; ours counts all children aged 5 to 15 at the start of the school year who are looked after at month end, so the two must not be compared as they stand. It is unsteady before the first half term, while few sessions were possible."
adds_up     = ["denominator = lac_moved_school.denominator"]
*/
select
    looked_after.child_id as subject,
    looked_after.child_id,
    looked_after.team,
    attended.missed * 10 >= attended.possible as numerator,
    true as denominator
from looked_after_of_school_age(month_end()) as looked_after
join sessions_of_school_year(month_end()) as attended on attended.child_id = looked_after.child_id
where attended.possible > 0
