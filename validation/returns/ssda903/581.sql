/*
at       = ["missing.mis_start"]
name     = "in_no_episode"
reads    = ["episodes.decom", "episodes.dec"]
sentence = "it is {mis_start_day}, a day on which the child was in no episode of care. Correct the date, or the episodes."
*/
select missing.origin as row, missing.mis_start_day
from missing
join episodes on episodes.child = missing.child
where missing.mis_start_day is not null
group by missing.origin, missing.mis_start_day
having not bool_or(
    coalesce(missing.mis_start_day >= episodes.decom_day, false)
    and (episodes.dec_day is null or missing.mis_start_day <= episodes.dec_day)
)
