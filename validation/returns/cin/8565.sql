/*
at       = ["cin_details.closure"]
name     = "active_after"
reads    = ["assessments.start"]
sentence = "it is {closure_day}, and there is {what} of {day} in the case. Correct one of the two."
*/
select cin_details.origin as row, closure_day, arg_max(active.what, active.day) as what, max(active.day) as day
from cin_details
join (
    from active
    union all
    select child, case_number, conference_day, 'a conference' from cin_details
) as active on active.child = cin_details.child and active.case_number = cin_details.case_number
where active.day > closure_day
group by cin_details.origin, closure_day
