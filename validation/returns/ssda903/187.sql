/*
at          = ["oc3.child", "ad1.child"]
name        = "in_care_all_year"
reads       = ["episodes.decom", "episodes.dec", "episodes.rec"]
of_the_year = true
sentence    = "{child} was looked after for all of the last 12 months, so was not adopted and is no care leaver. Take the row out, or correct the episodes."
*/
select oc3.origin as row, oc3.child
from oc3
semi join all_year on all_year.child = oc3.child
where coalesce(in_touch, activ, accom) is not null
union all
select ad1.origin, ad1.child
from ad1
semi join all_year on all_year.child = ad1.child
where coalesce(date_int, date_match, foster_care, nb_adoptr, sex_adoptr, ls_adoptr) is not null
