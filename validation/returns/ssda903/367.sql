/*
at          = ["episodes.ls"]
name        = "short_breaks_over_75_days"
reads       = ["episodes.decom", "episodes.dec"]
of_the_year = true
sentence    = "V3, and the child's short breaks come to {days} days in 12 months; 75 is the most. Correct the dates, or the legal status if the child was looked after."
*/
with breaks as (
    select
        origin,
        child,
        least(coalesce(dec_day, month_end()), month_end()) - greatest(decom_day, twelve_months_begin()) as days
    from episodes
    where ls = 'V3'
)
select origin as row, sum(days) over (partition by child) as days
from breaks
where days > 0
qualify sum(days) over (partition by child) > 75
