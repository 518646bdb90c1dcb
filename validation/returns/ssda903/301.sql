/*
at          = ["header.dob"]
name        = "after_the_year"
of_the_year = true
sentence    = "it is {dob_day}, after the collection year ends on {year_ends}. Correct it."
*/
select origin as row, dob_day, year_ends() as year_ends
from header
where dob_day > year_ends()
