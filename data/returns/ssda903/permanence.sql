/*
whole = "1 April"
needs = ["episodes", "ad1"]
loses = "Placement orders and the day of placement with carers who may adopt are not in the return."
*/
with ended as (
    select child, origin, dec as day, rec as reason
    from episodes
    where rec in ('E11', 'E12', 'E41', 'E45', 'E46', 'E47', 'E48') and dec is not null
    qualify row_number() over (partition by child order by dec_day desc nulls last, decom_day desc, rec, origin) = 1
),
placed as (
    select *
    from placed_adoption
    qualify row_number() over (
        partition by child
        order by date_placed_day desc nulls last, date_placed_ceased_day desc nulls first, reason_placed_ceased, origin
    ) = 1
),
concerned as (
    select child from ad1
    union
    select child from placed
    union
    select child from ended
),
entered as (
    select child, max(decom_day) as day
    from episodes
    where rne = 'S'
    group by child
)
select
    made_of(ad1.origin, placed.origin, ended.origin) as origin,
    concerned.child as child_id,
    strftime(entered.day, '%d/%m/%Y') as entered_care,
    ad1.date_int as decision_date,
    ad1.date_match as matched_date,
    placed.date_placed as placed_date,
    ended.day as order_date,
    case
        when ended.reason in ('E11', 'E12') then 'ADOPTION'
        when ended.reason = 'E41' then 'CAO'
        when ended.reason is not null then 'SGO'
    end as order_type,
    placed.date_placed_ceased as reversed_date,
    placed.reason_placed_ceased as reversed_reason
from concerned
left join ad1 on ad1.child is not distinct from concerned.child
left join placed on placed.child is not distinct from concerned.child
left join entered on entered.child = concerned.child
left join ended on ended.child is not distinct from concerned.child
