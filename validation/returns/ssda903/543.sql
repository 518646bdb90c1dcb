/*
at          = ["oc2.convicted"]
name        = "missing_at_10"
reads       = ["oc2.dob", "episodes.decom", "episodes.dec", "episodes.rec"]
of_the_year = true
sentence    = "it is blank, of a child born on {dob_day} and looked after for all of the last 12 months. Answer 1 or 0."
*/
select oc2.origin as row, dob_day
from oc2
semi join all_year on all_year.child = oc2.child
where convicted is null
    and birthday(dob_day, 10) < month_end()
