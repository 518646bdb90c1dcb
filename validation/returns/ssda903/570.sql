/*
at          = ["missing.mis_start"]
name        = "after_the_year"
of_the_year = true
sentence    = "it is {mis_start_day}, after the collection year ends on {year_ends}. Correct the date, or take the row out."
*/
select origin as row, mis_start_day, year_ends() as year_ends
from missing
where mis_start_day > year_ends()
