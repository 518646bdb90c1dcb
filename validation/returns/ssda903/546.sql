/*
at          = ["oc2.health_check"]
name        = "over_5"
reads       = ["oc2.dob", "episodes.decom", "episodes.dec", "episodes.rec"]
of_the_year = true
sentence    = "it is {health_check}, yet the child, born on {dob_day}, was 5 or over: development is checked below that age. Take it out, or correct the date of birth."
*/
select oc2.origin as row, health_check, dob_day
from oc2
semi join all_year on all_year.child = oc2.child
where health_check is not null
    and birthday(dob_day, 5) <= month_end()
