/*
at          = ["sw_episodes.sw_dec"]
name        = "outside_the_years"
of_the_year = true
sentence    = "it is {sw_dec_day}, and social workers are told of from {begins} to {year_ends}. Correct the date, or take the row out."
*/
select origin as row, sw_dec_day, (year_begins() - interval 1 year)::date as begins, year_ends() as year_ends
from sw_episodes
where sw_dec_day not between (year_begins() - interval 1 year)::date and year_ends()
