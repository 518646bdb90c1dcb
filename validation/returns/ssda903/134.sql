/*
at          = ["ad1.child"]
name        = "care_leaver"
reads       = ["oc3.in_touch"]
of_the_year = true
sentence    = "{child} is among the care leavers of OC3, of whom adoption is not told. Take the row out of one of the two lists."
*/
select distinct ad1.origin as row, ad1.child
from ad1
join oc3 on oc3.child = ad1.child
where coalesce(oc3.in_touch, oc3.activ, oc3.accom) is not null
    and coalesce(date_int, date_match, foster_care, nb_adoptr, sex_adoptr, ls_adoptr) is not null
