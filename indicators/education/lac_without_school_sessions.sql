/*
title       = "Looked-after children without school sessions on record"
numerator   = "Looked-after children without a possible session on record in the school year to date"
denominator = "Looked-after children of school age at month end"
unit        = "percent"
good        = "low"
why         = "Absence is only counted for those on a roll. A child without a session has no school, or a school that sends nothing: both need an answer."
source      = "Local; Children Act 1989, section 22(3A), duty to promote educational achievement. No national figure is published"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of the virtual school"
review_by   = 2027-04-01
looks_back  = { school_attendance = "school_year" }
differs     = "A child aged 5 to 15 at the start of the school year, as in the figures of absence; one of unknown age is taken to be so. Children who have just come into care count until their school is known."
adds_up     = ["denominator = lac_suspended.denominator", "numerator + lac_moved_school.denominator = lac_suspended.denominator"]
*/
with attended as (
    select
        child_id,
        sum(possible_sessions) as possible
    from school_attendance
    where period > school_year_start(month_end())
        and period <= month_end()
    group by child_id
)
select
    looked_after.child_id as subject,
    looked_after.child_id,
    looked_after.team,
    coalesce(attended.possible, 0) = 0 as numerator,
    true as denominator
from looked_after_of_school_age(month_end()) as looked_after
left join attended on attended.child_id = looked_after.child_id
