/*
at          = ["ad1.date_int", "episodes.decom"]
name        = "decided_before_care"
reads       = ["ad1.date_int", "episodes.decom", "episodes.rne"]
of_the_year = true
sentence    = "the decision for adoption was made on {date_int_day}, and the child came into care on {decom_day}. Correct one of the two."
*/
with last_start as (
    select child, decom_day, origin
    from chain
    where rne = 'S'
    qualify row_number() over (partition by child order by decom_day desc, origin) = 1
)
select unnest([ad1.origin, last_start.origin]) as row, ad1.date_int_day, last_start.decom_day
from ad1
join last_start on last_start.child = ad1.child
where ad1.date_int_day < last_start.decom_day
