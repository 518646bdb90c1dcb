/*
at          = ["oc3.dob"]
name        = "not_yet_17"
reads       = ["oc3.in_touch"]
of_the_year = true
sentence    = "born on {dob_day}, the young person was not 17 by {year_ends}, and is told of as a care leaver. Correct the date of birth, or take the row out."
*/
select origin as row, dob_day, year_ends() as year_ends
from oc3
where birthday(dob_day, 17) > year_ends()
    and coalesce(in_touch, activ, accom) is not null
