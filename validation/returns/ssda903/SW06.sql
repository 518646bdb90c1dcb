/*
at          = ["sw_episodes.sw_decom"]
name        = "after_the_year"
of_the_year = true
sentence    = "it is {sw_decom_day}, after the collection year ends on {year_ends}. Correct the date, or take the row out."
*/
select origin as row, sw_decom_day, year_ends() as year_ends
from sw_episodes
where sw_decom_day > year_ends()
