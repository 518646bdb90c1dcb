/*
title       = "Overall absence of looked-after children"
numerator   = "School sessions missed, with or without leave, in the school year to date"
denominator = "School sessions the same children could have attended"
unit        = "percent"
good        = "low"
why         = "School is where looked-after children fall behind or catch up, and they can only do it there."
source      = "DfE, Outcomes for children in need, including children looked after, overall absence by academic year"
national    = "together"
ofsted      = "in_care"
owner       = "Head of the virtual school"
review_by   = 2027-04-01
twin        = "lac_12_months_overall_absence"
beside      = ["lac_without_school_sessions"]
looks_back  = { school_attendance = "school_year" }
halves      = ["sessions missed", "possible"]
differs     = "DfE counts children in care for 12 months or more at 31 March in state schools; ours counts all children aged 5 to 15 at the start of the school year who are looked after at month end, so the two must not be compared as they stand."
*/
select
    looked_after.child_id as subject,
    looked_after.child_id,
    looked_after.team,
    attended.missed as numerator,
    attended.possible as denominator
from looked_after_of_school_age(month_end()) as looked_after
join sessions_of_school_year(month_end()) as attended on attended.child_id = looked_after.child_id
where attended.possible > 0
