/*
at          = ["oc2.sdq_score"]
name        = "under_4"
reads       = ["oc2.dob", "oc2.sdq_reason"]
of_the_year = true
sentence    = "a score or the reason for none is given, yet the child, born on {dob_day}, was under 4. Take it out, or correct the date of birth."
*/
select origin as row, dob_day
from oc2
where coalesce(sdq_score, sdq_reason) is not null
    and birthday(dob_day, 4) > month_end()
