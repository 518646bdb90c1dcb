/*
at       = ["episodes.ls"]
name     = "long_in_police_detention"
reads    = ["episodes.dec"]
sentence = "J2, detention in the authority's accommodation, began on {began} and lasted more than 21 days. Correct a date or the legal status."
*/
with under_order as (
    select *, coalesce(dec_day, month_end()) as until
    from chain
    where ls = 'J2'
),
begun as (
    select *, case when lag(until) over in_order = decom_day then 0 else 1 end as begins
    from under_order
    window in_order as (partition by child order by decom_day, origin)
),
numbered as (
    select *, sum(begins) over (partition by child order by decom_day, origin) as number
    from begun
)
select
    origin as row,
    min(decom_day) over one as began,
    max(dec_day) over one as ended
from numbered
window one as (partition by child, number)
qualify max(until) over one - min(decom_day) over one > 21
