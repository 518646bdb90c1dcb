/*
at          = ["pre_proceedings.start"]
name        = "outside_the_year"
of_the_year = true
since       = 2026-04-01
sentence    = "it is {start_day}, outside the year of the census. Correct it, or take it out."
*/
select origin as row, start_day
from pre_proceedings
where not in_year(start_day)
