/*
at       = ["assessments.authorised"]
name     = "two_open"
sentence = "two assessments of the case or more are open. Give the day on which one ended."
*/
select origin as row
from assessments
where authorised is null
qualify count(*) over (partition by child, case_number) > 1
