/*
at          = ["assessments.start"]
name        = "begun_before_the_year"
reads       = ["assessments.authorised"]
of_the_year = true
sentence    = "it is {start_day}, outside the year of the census, and the assessment is not authorised. Give the day of its end, or correct the start."
*/
select origin as row, start_day
from assessments
where authorised is null and not in_year(start_day)
