/*
whole = "12 months"
needs = ["workers"]
may_be_blank = ["team", "role", "fte", "start_date"]
loses = "Teams, posts and supervisors are not in the census, and how many cases each holds is not told child by child. Of a worker in several rows the one in post counts, or else who left last. Only a worker whose status is the assessed and supported year (CFKSSstatus 1) is newly qualified."
*/
with in_turn as (
    select
        *,
        list(origin) over (partition by coalesce(worker, origin::varchar)) as origins,
        row_number() over (
            partition by coalesce(worker, origin::varchar)
            order by "end" is not null, end_day desc, start_day desc nulls last, origin
        ) as turn
    from workers
)
select
    list_sort(origins) as origin,
    worker as worker_id,
    role as role,
    fte as fte,
    agency as agency,
    case when practice_status is not null then if(split_part(practice_status, ',', 1) = '1', 'Y', 'N') end as newly_qualified,
    start as start_date,
    "end" as end_date,
    reason as leaving_reason,
    trim(split_part(absence, ',', 1)) as absence,
    days_lost as sick_days
from in_turn
where turn = 1
order by list_min(origins)
