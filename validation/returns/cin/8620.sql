/*
at          = ["cin_details.closure"]
name        = "outside_the_year"
of_the_year = true
sentence    = "it is {closure_day}, outside the year of the census. Correct it, or take the case out."
*/
select origin as row, closure_day
from cin_details
where not in_year(closure_day)
