/*
at          = ["oc2.convicted"]
name        = "under_10"
reads       = ["oc2.dob"]
of_the_year = true
sentence    = "it is {convicted}, yet the child, born on {dob_day}, was under 10. Take it out, or correct the date of birth."
*/
select origin as row, convicted, dob_day
from oc2
where convicted is not null
    and birthday(dob_day, 10) > month_end()
