/*
title       = "Median length of agency assignments"
numerator   = "Weeks since the assignment in the middle began, or the two in the middle, of all in order of their length"
denominator = "The assignments in the middle: one, or two where they are even in number"
unit        = "average"
good        = "none"
why         = "Short assignments mean many changes of worker for children; long ones are posts by another name."
source      = "Child and family social workers: agency rules, statutory guidance 2024; no figure is published"
national    = "workforce"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
subjects    = "agency assignments"
halves      = ["weeks", "assignments in the middle"]
beside      = ["agency_assignments_over_a_year"]
differs     = "It is the length so far of assignments in force at month end, and not that of those which ended. Medians of teams make no median of the whole, so there is none by team."
*/
with in_order as (
    select
        assignment_id,
        (month_end() - start_date) / 7.0 as weeks,
        row_number() over (order by start_date, assignment_id) as place,
        count(*) over () as assignments
    from agency_assignments
    where open_on(start_date, end_date, month_end())
)
select
    assignment_id as subject,
    weeks as numerator,
    true as denominator
from in_order
where 2 * place between assignments and assignments + 2
