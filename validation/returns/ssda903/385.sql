/*
at          = ["episodes.dec"]
name        = "after_the_year"
of_the_year = true
sentence    = "it is {dec_day}, after the collection year ends on {year_ends}. Correct the date, or leave the episode open."
*/
select origin as row, dec_day, year_ends() as year_ends
from episodes
where dec_day > year_ends()
