/*
at          = ["header.mc_dob"]
name        = "after_care"
reads       = ["episodes.dec"]
of_the_year = true
sentence    = "it is {mc_dob_day}, after {what}. Correct it."
*/
with latest as (
    select child, max(dec_day) as dec_day
    from episodes
    group by child
)
select
    header.origin as row,
    header.mc_dob_day,
    case when header.mc_dob_day > latest.dec_day then 'care ended on ' || strftime(latest.dec_day, '%d/%m/%Y')
        else 'the collection year ends' end as what
from header
join latest on latest.child = header.child
where latest.dec_day is not null
    and (header.mc_dob_day > year_ends() or header.mc_dob_day > latest.dec_day)
