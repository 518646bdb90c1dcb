/*
title       = "Unauthorised absence of looked-after children"
numerator   = "School sessions missed without leave in the school year to date"
denominator = "School sessions the same children could have attended"
unit        = "percent"
good        = "low"
why         = "Missing school without leave is often the first sign that a placement or a school is not holding."
source      = "DfE, Outcomes for children in need, including children looked after, unauthorised absence by academic year"
owner       = "Head of the virtual school"
review_by   = 2027-04-01
twin        = "lac_12_months_unauthorised_absence"
looks_back  = { school_attendance = "school_year" }
halves      = ["sessions missed without leave", "possible"]
differs     = "DfE counts children in care for 12 months or more at 31 March in state schools; ours counts all children aged 5 to 15 at the start of the school year who are looked after at month end, so the two must not be compared as they stand."
adds_up     = ["denominator = lac_overall_absence.denominator"]
*/
with looked_after as (
    select looked_after_children.child_id, min(looked_after_children.team) as team
    from looked_after_children
    left join children on children.child_id = looked_after_children.child_id
    where open_on(looked_after_children.start_date, looked_after_children.end_date, month_end())
        and not_short_break(looked_after_children.legal_status)
        and of_school_age(children.date_of_birth, month_end())
    group by looked_after_children.child_id
),
attended as (
    select
        child_id,
        sum(unauthorised_absence) as missed,
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
    attended.missed as numerator,
    attended.possible as denominator
from looked_after
join attended on attended.child_id = looked_after.child_id
where attended.possible > 0
