/*
at          = ["oc2.sdq_score"]
name        = "score_missing"
reads       = ["oc2.dob", "oc2.sdq_reason", "episodes.decom", "episodes.dec", "episodes.rec"]
of_the_year = true
sentence    = "it is blank, and so is the reason for none, of a child born on {dob_day} and looked after for all of the last 12 months. Give one of the two."
*/
select oc2.origin as row, dob_day
from oc2
semi join all_year on all_year.child = oc2.child
where sdq_score is null
    and sdq_reason is null
    and birthday(dob_day, 4) <= twelve_months_begin()
    and birthday(dob_day, 17) > month_end()
