/*
title       = "Looked-after children with an education, health and care plan"
numerator   = "Children of these with an education, health and care plan"
denominator = "Looked-after children of school age whose special educational needs are on record in the school year to date"
unit        = "percent"
good        = "none"
why         = "More than half of children in care need help to learn. Who has it says which needs were found, not how many there are."
source      = "DfE, Outcomes for children in need, including children looked after, special educational needs; Children and Families Act 2014, section 37"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of the virtual school"
review_by   = 2027-04-01
looks_back  = { school_attendance = "school_year" }
differs     = "It is what the latest month of the school year says. DfE counts children in care for 12 months or more at 31 March in state schools; ours counts all children aged 5 to 15 at the start of the school year who are looked after at month end, so the two must not be compared as they stand."
adds_up     = ["denominator = lac_moved_school.denominator"]
*/
with attended as (
    select
        child_id,
        arg_max(special_needs, (period, special_needs)) as special_needs
    from school_attendance
    where period > school_year_start(month_end())
        and period <= month_end()
    group by child_id
)
select
    looked_after.child_id as subject,
    looked_after.child_id,
    looked_after.team,
    attended.special_needs = 'E' as numerator,
    true as denominator
from looked_after_of_school_age(month_end()) as looked_after
join attended on attended.child_id = looked_after.child_id
where attended.special_needs is not null
