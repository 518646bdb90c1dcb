/*
at          = ["section_47.conference"]
name        = "outside_the_year"
of_the_year = true
sentence    = "it is {conference_day}, outside the year of the census. Correct it, or take the enquiry out."
*/
select origin as row, conference_day
from section_47
where not in_year(conference_day)
