/*
at          = ["oc2.sdq_reason"]
name        = "old_enough"
reads       = ["oc2.dob", "oc2.sdq_score", "episodes.decom", "episodes.dec", "episodes.rec"]
of_the_year = true
sentence    = "SDQ1 says that the child's age is the reason for no score, and the child, born on {dob_day}, was of an age for it. Give the score, or another reason."
*/
select oc2.origin as row, dob_day
from oc2
semi join all_year on all_year.child = oc2.child
where sdq_reason = 'SDQ1'
    and sdq_score is null
    and birthday(dob_day, 4) <= twelve_months_begin()
    and birthday(dob_day, 16) >= month_end()
