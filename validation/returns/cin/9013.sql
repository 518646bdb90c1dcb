/*
at          = ["pre_proceedings.letter_to_court"]
name        = "before_the_application"
reads       = ["pre_proceedings.application"]
of_the_year = true
since       = 2026-04-01
sentence    = "it is {letter_to_court_day}, outside the year of the census, or before the application to court, {application_day}. Correct one of the two."
*/
select origin as row, letter_to_court_day, application_day
from pre_proceedings
where application is not null and (not in_year(letter_to_court_day) or letter_to_court_day < application_day)
