/*
at          = ["oc2.sdq_score"]
name        = "over_16"
reads       = ["oc2.dob", "oc2.sdq_reason"]
of_the_year = true
sentence    = "a score or the reason for none is given, yet the child, born on {dob_day}, was 17 before the year began. Take it out, or correct the date of birth."
*/
select origin as row, dob_day
from oc2
where coalesce(sdq_score, sdq_reason) is not null
    and birthday(dob_day, 17) < twelve_months_begin()
