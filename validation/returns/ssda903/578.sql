/*
at       = ["missing.mis_start"]
name     = "outside_care"
reads    = ["episodes.decom", "episodes.dec"]
sentence = "it is {mis_start_day}, {what}. Correct the date, or the episodes of care."
*/
select
    missing.origin as row,
    missing.mis_start_day,
    case when min(periods.began) > missing.mis_start_day
        then 'before care began on ' || strftime(min(periods.began), '%d/%m/%Y')
        else 'after care ended on '
            || strftime(max(periods.ended) filter (where periods.ended < missing.mis_start_day), '%d/%m/%Y')
    end as what
from missing
join periods on periods.child = missing.child
where missing.mis_start_day is not null
group by missing.origin, missing.mis_start_day
having bool_and(missing.mis_start_day < periods.began or coalesce(missing.mis_start_day > periods.ended, false))
