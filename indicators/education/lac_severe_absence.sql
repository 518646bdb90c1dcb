/*
title       = "Severe absence of looked-after children"
numerator   = "Looked-after children who missed half or more of their own possible sessions in the school year to date"
denominator = "Looked-after children of school age with a possible session in the school year to date"
unit        = "percent"
good        = "low"
why         = "A child who misses half of school is out of school more than in it. Each should be known by name."
source      = "DfE, Outcomes for children in need, including children looked after, severe absence by academic year; Working together to improve school attendance, statutory guidance"
owner       = "Head of the virtual school"
review_by   = 2027-04-01
twin        = "lac_12_months_severe_absence"
looks_back  = { school_attendance = "school_year" }
differs     = "DfE counts children in care for 12 months or more at 31 March in state schools; ours counts all children aged 5 to 15 at the start of the school year who are looked after at month end, so the two must not be compared as they stand. It is unsteady before the first half term, while few sessions were possible."
adds_up     = ["denominator = lac_moved_school.denominator"]
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
        sum(authorised_absence + unauthorised_absence) as missed,
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
    attended.missed * 2 >= attended.possible as numerator,
    true as denominator
from looked_after
join attended on attended.child_id = looked_after.child_id
where attended.possible > 0
