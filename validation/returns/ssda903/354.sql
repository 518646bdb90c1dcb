/*
at          = ["episodes.decom"]
name        = "after_the_year"
of_the_year = true
sentence    = "it is {decom_day}, after the collection year ends on {year_ends}. Correct the date, or take the episode out."
*/
select origin as row, decom_day, year_ends() as year_ends
from episodes
where decom_day > year_ends()
