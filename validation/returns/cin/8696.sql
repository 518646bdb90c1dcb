/*
at          = ["assessments.authorised"]
name        = "outside_the_year"
of_the_year = true
sentence    = "it is {authorised_day}, outside the year of the census. Correct it, or take the assessment out."
*/
select origin as row, authorised_day
from assessments
where not in_year(authorised_day)
