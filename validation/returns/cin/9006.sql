/*
at          = ["pre_proceedings.letter"]
name        = "before_the_start"
reads       = ["pre_proceedings.start"]
of_the_year = true
since       = 2026-04-01
sentence    = "it is {letter_day}, outside the year of the census, or before pre-proceedings began, {start_day}. Correct one of the two."
*/
select origin as row, letter_day, start_day
from pre_proceedings
where start is not null and (not in_year(letter_day) or letter_day < start_day)
