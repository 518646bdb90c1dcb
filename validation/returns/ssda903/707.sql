/*
at       = ["dolo.dolo_end"]
name     = "after_care"
reads    = ["dolo.dolo_start", "episodes.decom", "episodes.dec"]
sentence = "it is {dolo_end}, and in no period of care does the order go on until then. Give the day when the order ended, at the latest that when care did."
*/
select dolo.origin as row, coalesce(dolo.dolo_end, 'blank') as dolo_end
from dolo
join periods on periods.child = dolo.child
where dolo.dolo_start_day is not null
group by dolo.origin, dolo.dolo_end
having bool_and(coalesce(
    case when dolo.dolo_end_day is null
        then periods.ended is not null or dolo.dolo_start_day < periods.began
        else dolo.dolo_end_day < periods.began or dolo.dolo_end_day > periods.ended
    end,
    false
))
