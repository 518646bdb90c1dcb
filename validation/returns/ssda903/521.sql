/*
at          = ["ad1.date_int"]
name        = "after_placement"
reads       = ["episodes.decom", "episodes.place"]
of_the_year = true
sentence    = "it is {date_int_day}, after the child was placed for adoption on {decom_day}. Correct one of the two."
*/
select ad1.origin as row, ad1.date_int_day, min(episodes.decom_day) as decom_day
from ad1
join episodes on episodes.child = ad1.child
where for_adoption(episodes.place)
    and ad1.date_int_day > episodes.decom_day
group by ad1.origin, ad1.date_int_day
