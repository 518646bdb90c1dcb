/*
at       = ["dolo.dolo_start"]
name     = "before_the_last_ended"
severity = "block"
reads    = ["dolo.dolo_end"]
sentence = "the order began on {dolo_start}, and the one before it {until}. Give the day on which that ended, or correct the days."
*/
with in_order as (
    select
        origin,
        dolo_start,
        dolo_start_day,
        lag(origin) over orders as before,
        lag(dolo_end) over orders as end_before,
        lag(dolo_end_day) over orders as day_before
    from dolo
    where dolo_start_day is not null
    -- One without an end stands where it began.
    window orders as (partition by child order by coalesce(dolo_end_day, dolo_start_day), dolo_start_day, origin)
)
select origin as row, dolo_start, coalesce('ended on ' || end_before, 'has no end') as until
from in_order
where before is not null and (day_before is null or dolo_start_day < day_before)
