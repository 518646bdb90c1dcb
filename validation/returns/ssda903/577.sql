/*
at       = ["missing.mis_end"]
name     = "after_care"
reads    = ["missing.mis_start", "episodes.decom", "episodes.dec"]
sentence = "it is {mis_end}, and in no period of care does the time go on until then. Give the day when the child came back or left care."
*/
select missing.origin as row, coalesce(missing.mis_end, 'blank') as mis_end
from missing
join periods on periods.child = missing.child
where missing.mis_start_day is not null
group by missing.origin, missing.mis_end
having bool_and(coalesce(
    case when missing.mis_end_day is null
        then periods.ended is not null or missing.mis_start_day < periods.began
        else missing.mis_end_day < periods.began or missing.mis_end_day > periods.ended
    end,
    false
))
