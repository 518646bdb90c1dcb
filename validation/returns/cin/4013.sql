/*
at          = ["cin_plan_dates.end"]
name        = "outside_the_year"
of_the_year = true
sentence    = "it is {end_day}, outside the year of the census. Correct it, or take the plan out."
*/
select origin as row, end_day
from cin_plan_dates
where not in_year(end_day)
