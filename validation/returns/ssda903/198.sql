/*
at          = ["oc2.sdq_reason"]
name        = "not_all_year"
reads       = ["episodes.decom", "episodes.dec", "episodes.rec"]
of_the_year = true
sentence    = "it is {sdq_reason}, yet the child was not looked after for all of the last 12 months. Take it out, or correct the episodes."
*/
select oc2.origin as row, oc2.sdq_reason
from oc2
anti join all_year on all_year.child = oc2.child
where oc2.sdq_reason is not null
