/*
title       = "School sessions lost to medical and dental appointments"
numerator   = "School sessions missed for medical or dental appointments (code M) in the school year to date"
denominator = "School sessions the same children could have attended"
unit        = "percent"
good        = "low"
why         = "We make most of these appointments ourselves. Health reviews on Saturdays cost no lesson."
source      = "Local; Working together to improve school attendance, statutory guidance 2024, attendance codes. No national figure is published"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of the virtual school"
review_by   = 2027-04-01
looks_back  = { school_attendance = "school_year" }
halves      = ["sessions lost", "possible"]
differs     = "All children aged 5 to 15 at the start of the school year who are looked after at month end. A month for which the sessions lost are not on record counts as none lost."
adds_up     = ["denominator = lac_overall_absence.denominator"]
*/
with attended as (
    select
        child_id,
        coalesce(sum(medical_appointments), 0) as lost,
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
    attended.lost as numerator,
    attended.possible as denominator
from looked_after_of_school_age(month_end()) as looked_after
join attended on attended.child_id = looked_after.child_id
where attended.possible > 0
