/*
at          = ["oc2.health_check"]
name        = "missing_under_5"
reads       = ["oc2.dob", "episodes.decom", "episodes.dec", "episodes.rec"]
of_the_year = true
sentence    = "it is blank, of a child under 5 who was looked after for all of the last 12 months. Answer 1 or 0."
*/
select oc2.origin as row
from oc2
semi join all_year on all_year.child = oc2.child
where health_check is null
    and birthday(dob_day, 5) > month_end()
