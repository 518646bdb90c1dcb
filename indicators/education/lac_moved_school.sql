/*
title       = "Looked-after children who moved school in the year"
numerator   = "Children of these with more than one school in the school year to date"
denominator = "Looked-after children of school age whose school is on record in the school year to date"
unit        = "percent"
good        = "low"
why         = "A move of home need not be a move of school. Each costs a child half a year of learning."
source      = "DfE, children's social care outcomes, mid-year school moves of children looked after"
national    = "together"
ofsted      = "in_care"
owner       = "Head of the virtual school"
review_by   = 2027-04-01
published   = "school_moves.mid_year"
looks_back  = { school_attendance = "school_year" }
differs     = "The one school a month is the last of that month, so a school left within the month it was entered is not seen. A move at the summer, from one school year to the next, does not count. DfE counts children looked after at 31 March who are in the school census, and their moves in the 12 months to 31 March, those from August to September and those before they came into care left out; ours counts children aged 5 to 15 at the start of the school year who are looked after at month end, and their moves since September. At 31 March ours has run for seven of DfE's twelve months and is the lower for it: read it beside DfE's in July."
*/
with attended as (
    select
        child_id,
        count(distinct school_urn) as schools
    from school_attendance
    where period > school_year_start(month_end())
        and period <= month_end()
    group by child_id
)
select
    looked_after.child_id as subject,
    looked_after.child_id,
    looked_after.team,
    attended.schools > 1 as numerator,
    true as denominator
from looked_after_of_school_age(month_end()) as looked_after
join attended on attended.child_id = looked_after.child_id
where attended.schools > 0
