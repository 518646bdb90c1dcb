/*
at       = ["episodes.place"]
name     = "third_holiday"
sentence = "T3, a holiday of the usual carers, stands {holidays} times in 12 months, and may stand twice. Correct the placement, or say why."
*/
with holidays as (
    select
        origin,
        child,
        decom_day,
        count(*) over (
            partition by child order by decom_day range between current row and interval 12 months following
        ) as holidays
    from chain
    where place = 'T3'
)
select holidays.origin as row, max(twelve_months.holidays) as holidays
from holidays
join holidays as twelve_months
    on twelve_months.child = holidays.child
    and holidays.decom_day between twelve_months.decom_day and twelve_months.decom_day + interval 12 months
group by holidays.origin
having max(twelve_months.holidays) > 2
