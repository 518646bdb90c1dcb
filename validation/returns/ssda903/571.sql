/*
at          = ["missing.mis_end"]
name        = "outside_the_year"
of_the_year = true
sentence    = "it is {mis_end_day}, and the collection year goes from {year_begins} to {year_ends}. Correct the date, or take the row out."
*/
select origin as row, mis_end_day, year_begins() as year_begins, year_ends() as year_ends
from missing
where mis_end_day not between year_begins() and year_ends()
