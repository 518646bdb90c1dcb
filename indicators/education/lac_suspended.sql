/*
title       = "Looked-after children suspended from school"
numerator   = "Children of these suspended at least once in the school year to date"
denominator = "Looked-after children of school age at month end"
unit        = "percent"
good        = "low"
why         = "A child who is sent home from school may have no home that can keep it there. Each suspension asks whether the school and the placement will hold."
source      = "DfE, Outcomes for children in need, including children looked after, suspensions by academic year; School suspensions and permanent exclusions, statutory guidance 2024"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of the virtual school"
review_by   = 2027-04-01
looks_back  = { exclusions = "school_year" }
differs     = "DfE counts children in care for 12 months or more at 31 March, over the whole school year; ours counts all children aged 5 to 15 at its start who are looked after at month end, from September on, so it begins near nought each autumn."
*/
with suspended as (
    select distinct child_id
    from exclusions
    where kind = 'SUSP'
        and start_date between school_year_start(month_end()) and month_end()
)
select
    looked_after.child_id as subject,
    looked_after.child_id,
    looked_after.team,
    suspended.child_id is not null as numerator,
    true as denominator
from looked_after_of_school_age(month_end()) as looked_after
left join suspended on suspended.child_id = looked_after.child_id
