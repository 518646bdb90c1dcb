/*
title       = "Unauthorised absence of looked-after children"
numerator   = "School sessions missed without leave in the school year to date"
denominator = "School sessions the same children could have attended"
unit        = "percent"
good        = "low"
why         = "Missing school without leave is often the first sign that a placement or a school is not holding."
source      = "DfE, Outcomes for children in need, including children looked after, unauthorised absence by academic year"
national    = "together"
ofsted      = "in_care"
owner       = "Head of the virtual school"
review_by   = 2027-04-01
twin        = "lac_12_months_unauthorised_absence"
looks_back  = { school_attendance = "school_year" }
halves      = ["sessions missed without leave", "possible"]
differs     = "DfE counts children in care for 12 months or more at 31 March in state schools; ours counts all children aged 5 to 15 at the start of the school year who are looked after at month end, so the two must not be compared as they stand."
adds_up     = ["denominator = lac_overall_absence.denominator"]
*/
select
    looked_after.child_id as subject,
    looked_after.child_id,
    looked_after.team,
    attended.unauthorised as numerator,
    attended.possible as denominator
from looked_after_of_school_age(month_end()) as looked_after
join sessions_of_school_year(month_end()) as attended on attended.child_id = looked_after.child_id
where attended.possible > 0
