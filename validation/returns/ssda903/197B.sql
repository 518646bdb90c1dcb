/*
at          = ["oc2.sdq_reason"]
name        = "4_or_17"
reads       = ["oc2.dob", "oc2.sdq_score", "episodes.decom", "episodes.dec", "episodes.rec"]
of_the_year = true
sentence    = "it is blank, and so is the score, of a child who was 4 or 17 in the year. Give one of the two."
*/
select oc2.origin as row
from oc2
semi join all_year on all_year.child = oc2.child
where sdq_score is null
    and sdq_reason is null
    and (
        birthday(dob_day, 4) between twelve_months_begin() and month_end()
        or birthday(dob_day, 17) between twelve_months_begin() and month_end()
    )
