/*
at          = ["pre_proceedings.first_meeting"]
name        = "outside_the_year"
of_the_year = true
since       = 2026-04-01
sentence    = "it is {first_meeting_day}, outside the year of the census. Correct it."
*/
select origin as row, first_meeting_day
from pre_proceedings
where not in_year(first_meeting_day)
